using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Takes a lesson out of its course, or puts one back that was taken out.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class LessonRetirementModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : LessonAuthoringPage(db, words)
{
    public bool IsRetired => Lesson.RetiredAt is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindLessonAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] bool retired, CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        var refusal = retired
            ? await editor.RetireLessonAsync(User.Actor, Lesson.Id, ct)
            : await editor.RestoreLessonAsync(User.Actor, Lesson.Id, ct);
        if (refusal is not null) return Forbid();

        return Redirect($"/authoring/courses/{Slug}");
    }
}
