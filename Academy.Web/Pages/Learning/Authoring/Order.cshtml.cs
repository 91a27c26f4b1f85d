using Academy.Domain.Learning;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Moves a lesson one place up or down.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class OrderModel(Domain.Data.AcademyDb db, Editor editor, LastActs last, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    public async Task<IActionResult> OnPostAsync(
        [FromForm] string? lesson, [FromForm] int place, [FromForm] int step, CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();
        var refusal = await editor.MoveLessonAsync(User.Actor, Course.Id, lesson ?? "", place, step, ct);
        if (refusal == EditorRefusal.MayNotTeach) return Forbid();
        if (refusal is not null) TempData["Flash"] = await ChangedMeanwhileAsync(last, ct);
        return Redirect($"/authoring/courses/{Slug}");
    }
}
