using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

[Authorize(Roles = Rights.Trainers)]
public sealed class NewCourseModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? ShortTitle { get; set; }
    [BindProperty] public string? Summary { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public AttestationRule Rule { get; set; }

    /// <summary>The address that the course gets when its author has no other wish.</summary>
    [BindProperty] public string? Offered { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        NameNoCourseYet();
        Offered = await editor.OfferCourseSlugAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        NameNoCourseYet();
        var title = OneLine.Of(Title);
        var shortTitle = OneLine.Of(ShortTitle) is { Length: > 0 } given
            ? given
            : Cut.Start(title, Editor.LongestShortTitle);
        var terms = new CourseTerms(title, shortTitle, Summary?.Trim() ?? "", Rule);
        var (slug, refusal) = await editor.AddCourseAsync(User.Actor, new WantedSlug(Address?.Trim() ?? "", Offered), terms, ct);
        if (slug is not null) return Redirect($"/authoring/courses/{slug}");

        Refuse(refusal!.Value);
        return Page();
    }

    /// <summary>The address of this page lacks what all others of a course have.</summary>
    private void NameNoCourseYet() => ModelState.Remove(nameof(Slug));
}
