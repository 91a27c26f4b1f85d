using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

[Authorize(Roles = Authors.Roles)]
public sealed class NewCourseModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? ShortTitle { get; set; }
    [BindProperty] public string? Summary { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public AttestationRule Rule { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var title = Title?.Trim() ?? "";
        var shortTitle = ShortTitle?.Trim() is { Length: > 0 } given ? given : title[..Math.Min(title.Length, Editor.LongestShortTitle)];
        var (course, refusal) = await editor.AddCourseAsync(
            User.Actor, Address?.Trim() ?? "", title, shortTitle, Summary?.Trim() ?? "", Rule, ct);
        if (course is not null) return Redirect($"/authoring/courses/{course.Slug}");

        Refuse(refusal!.Value);
        return Page();
    }
}
