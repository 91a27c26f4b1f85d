using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

[Authorize(Roles = Rights.Trainers)]
public sealed class NewLessonModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : AuthoringPage(db, words)
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Address { get; set; }

    /// <summary>The address that the lesson gets when its author has no other wish.</summary>
    [BindProperty] public string? Offered { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        Offered = await editor.OfferLessonSlugAsync(Course.Id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindCourseAsync(ct)) return NotFound();

        var wanted = new WantedSlug(Address?.Trim() ?? "", Offered);
        var (lesson, refusal) = await editor.AddLessonAsync(User.Actor, Course.Id, wanted, OneLine.Of(Title), ct);
        if (lesson is not null) return Redirect($"/authoring/courses/{Slug}/{lesson}");

        Refuse(refusal!.Value);
        return Page();
    }
}
