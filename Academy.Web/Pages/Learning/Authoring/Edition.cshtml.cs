using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Publishes the manuscripts of a course as its next edition, after showing what that changes.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class CourseEditionModel(Domain.Data.AcademyDb db, Editor editor, LastActs last, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    public const int LongestNote = 400;

    [BindProperty] public string? Note { get; set; }
    public Proofs Proofs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        var note = OneLine.Of(Note);
        var (edition, refusal) = await editor.PublishAsync(User.Actor, Course.Id, Seen, Cut.Start(note, LongestNote), ct);
        if (edition is not null)
        {
            TempData["Flash"] = Words["Authoring.Published", edition].Value;
            return Redirect($"/authoring/courses/{Slug}");
        }

        if (refusal == EditorRefusal.ChangedMeanwhile) ModelState.AddModelError("", await ChangedMeanwhileAsync(last, ct));
        else Refuse(refusal!.Value);
        await FindCourseAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>Whatever is shown is what the next press of the button publishes.</summary>
    private async Task ShowAsync(CancellationToken ct)
    {
        Proofs = await editor.ProofsAsync(Course.Id, ct);
        See(Proofs.Seen);
    }
}
