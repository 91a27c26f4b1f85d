using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>Puts a quiz before the employees, as it is shown here.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class PublicationModel(AcademyDb db, BankZone zone, QuizMaker maker, LastActs last, IStringLocalizer<QuizMakingTexts> words)
    : QuizMakingPage(db, zone, words)
{
    [FromRoute] public long Id { get; set; }
    public Quiz Quiz => Stored!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is not { } quiz) return NotFound();
        if (quiz.PublishedAt is not null) return RedirectToPage("EditQuiz", new { Id });

        await ShowAsync(quiz, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is not { } quiz) return NotFound();

        var refusal = await maker.PublishAsync(User.Actor, Id, Seen, ct);
        // Pressed twice, the second press finds it published.
        if (refusal is null or QuizRefusal.AlreadyPublished)
        {
            TempData["Flash"] = Words["Published"].Value;
            return RedirectToPage("EditQuiz", new { Id });
        }

        ModelState.Clear();
        await RefuseAsync([refusal.Value], last, ct);
        await ShowAsync(quiz, ct);
        return Page();
    }

    /// <summary>Whatever is shown is what the next press of the button publishes.</summary>
    private async Task ShowAsync(Quiz quiz, CancellationToken ct)
    {
        See(quiz.Draft.Fingerprint);
        Shortages = await Db.ShortagesAsync(quiz.Blueprint, quiz.Terms.MarkingScheme, ct);
    }
}
