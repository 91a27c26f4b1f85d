using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Takes a course out of the catalogue, or puts one back that was taken out.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class RetirementModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    public bool IsRetired => Course.State == CourseState.Retired;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindCourseAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] bool retired, CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        var refusal = retired
            ? await editor.RetireAsync(User.Actor, Course.Id, ct)
            : await editor.RestoreAsync(User.Actor, Course.Id, ct);
        if (refusal is not null) return Forbid();

        TempData["Flash"] = Words[retired ? "Authoring.HasRetired" : "Authoring.HasRestored"].Value;
        return Redirect($"/authoring/courses/{Slug}");
    }
}
