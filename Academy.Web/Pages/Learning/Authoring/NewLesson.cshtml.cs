using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

[Authorize(Roles = Authors.Roles)]
public sealed class NewLessonModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Address { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindCourseAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        var (lesson, refusal) = await editor.AddLessonAsync(User.Actor, Course, Address?.Trim() ?? "", Title?.Trim() ?? "", ct);
        if (lesson is not null) return Redirect($"/authoring/courses/{Slug}/{lesson.Slug}");

        Refuse(refusal!.Value);
        return Page();
    }
}
