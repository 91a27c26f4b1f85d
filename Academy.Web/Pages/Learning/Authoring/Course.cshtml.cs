using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

[Authorize(Roles = Rights.Trainers)]
public sealed class AuthoredCourseModel(AcademyDb db, Editor editor, LastActs last, IStringLocalizer<LearningTexts> words)
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
        See(CourseTerms.Of(Course).AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        var shortTitle = OneLine.Of(ShortTitle) is { Length: > 0 } given ? given : Course.ShortTitle;
        var terms = new CourseTerms(OneLine.Of(Title), shortTitle, Summary?.Trim() ?? "", Rule);
        if (await editor.DescribeAsync(User.Actor, Course.Id, Seen, terms, ct) is { } refusal)
        {
            if (refusal == EditorRefusal.ChangedMeanwhile) await ShowOtherAsync(ct);
            else Refuse(refusal);
            return Page();
        }

        TempData["Flash"] = Words["Authoring.Saved"].Value;
        return RedirectToPage();
    }

    /// <summary>Keeps what was written on the page, and lets it be saved once its author knows of the other change.</summary>
    private async Task ShowOtherAsync(CancellationToken ct)
    {
        ModelState.AddModelError("", await last.SayAsync(LearningTrail.ChangesOfTerms, Slug, Since, ct));
        await FindCourseAsync(ct);
        See(CourseTerms.Of(Course).AsSeen());
    }
}
