using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>Puts a quiz before the employees.</summary>
[Authorize(Roles = Makers)]
public sealed class PublicationModel(AcademyDb db, BankZone zone, Setter setter, IStringLocalizer<QuizMakingTexts> words) : QuizMakingPage(db, zone, words)
{
    [FromRoute] public long Id { get; set; }
    public Quiz Quiz => Stored!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is not { } quiz) return NotFound();
        if (quiz.PublishedAt is not null) return RedirectToPage("EditQuiz", new { Id });

        Shortages = await setter.ShortagesAsync(quiz.Blueprint, quiz.MarkingScheme, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is not { } quiz) return NotFound();
        if (await setter.PublishAsync(User.Actor, quiz, ct) is { } refusal)
        {
            ModelState.Clear();
            Refuse(refusal);
            Shortages = await setter.ShortagesAsync(quiz.Blueprint, quiz.MarkingScheme, ct);
            return Page();
        }

        TempData["Flash"] = Words["Published"].Value;
        return RedirectToPage("EditQuiz", new { Id });
    }
}
