using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

[Authorize(Roles = Authors.Roles)]
public sealed class AuthoredCourseModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? ShortTitle { get; set; }
    [BindProperty] public string? Summary { get; set; }
    [BindProperty] public AttestationRule Rule { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        (Title, ShortTitle, Summary, Rule) = (Course.Title, Course.ShortTitle, Course.Summary, Course.Attestation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();
        if (await editor.DescribeAsync(
            User.Actor,
            Course,
            Title?.Trim() ?? "",
            ShortTitle?.Trim() is { Length: > 0 } given ? given : Course.ShortTitle,
            Summary?.Trim() ?? "",
            Rule,
            ct) is { } refusal)
        {
            Refuse(refusal);
            return Page();
        }

        TempData["Flash"] = Words["Authoring.Saved"].Value;
        return RedirectToPage();
    }
}
