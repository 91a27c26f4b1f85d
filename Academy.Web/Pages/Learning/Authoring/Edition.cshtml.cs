using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Publishes the manuscripts of a course as its next edition, after showing what that changes.</summary>
[Authorize(Roles = Authors.Roles)]
public sealed class CourseEditionModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    public const int LongestNote = 400;

    [BindProperty] public string? Note { get; set; }
    public IReadOnlyList<Proof> Proofs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        Proofs = await editor.ProofsAsync(Course, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        var note = Note?.Trim() ?? "";
        if (await editor.PublishAsync(User.Actor, Course, note[..Math.Min(note.Length, LongestNote)], ct) is not { } refusal)
        {
            TempData["Flash"] = Words["Authoring.Published", Course.Edition].Value;
            return Redirect($"/authoring/courses/{Slug}");
        }

        Refuse(refusal);
        Proofs = await editor.ProofsAsync(Course, ct);
        return Page();
    }
}
