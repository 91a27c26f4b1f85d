using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Publishes the manuscripts of a course as its next edition, after showing what that changes.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class CourseEditionModel(Domain.Data.AcademyDb db, Editor editor, Wording say, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    public const int LongestNote = 400;

    [BindProperty] public string? Note { get; set; }

    /// <summary>What the author saw when the page was opened.</summary>
    [BindProperty] public string? Seen { get; set; }
    public Proofs Proofs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        Proofs = await editor.ProofsAsync(Course.Id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        var note = OneLine.Of(Note);
        var (edition, refusal) = await editor.PublishAsync(User.Actor, Course.Id, Seen, note[..Math.Min(note.Length, LongestNote)], ct);
        if (edition is not null)
        {
            TempData["Flash"] = Words["Authoring.Published", edition].Value;
            return Redirect($"/authoring/courses/{Slug}");
        }

        if (refusal == EditorRefusal.ChangedMeanwhile) ModelState.AddModelError("", await ChangedMeanwhileAsync(say, ct));
        else Refuse(refusal!.Value);
        await FindCourseAsync(ct);
        Proofs = await editor.ProofsAsync(Course.Id, ct);
        return Page();
    }
}
