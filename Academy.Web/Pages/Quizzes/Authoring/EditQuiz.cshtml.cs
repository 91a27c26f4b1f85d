using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

[Authorize(Roles = Rights.Trainers)]
public sealed class EditQuizModel(
    AcademyDb db, BankZone zone, QuizMaker maker, LastActs last, TimeProvider clock, IStringLocalizer<QuizMakingTexts> words)
    : QuizMakingPage(db, zone, words)
{
    [FromRoute] public long Id { get; set; }

    /// <summary>
    /// Whether saving opens again what somebody has closed meanwhile; null while nobody has. Until the person says so, it stays closed,
    /// whatever the form says of its window.
    /// </summary>
    [BindProperty] public bool? Reopens { get; set; }

    public Quiz Quiz => Stored!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ShowAsync(ct)) return NotFound();

        (Form, Seen) = (QuizForm.Of(Quiz, Zone), Quiz.Draft.Fingerprint);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ShowAsync(ct)) return NotFound();
        if (Read() is not { } draft) return Page();
        if (Reopens == false) draft = draft with { Terms = draft.Terms.InWindowOf(Quiz.Terms) };
        if (await maker.EditAsync(User.Actor, Id, Seen, draft, ct) is { Count: > 0 } refusals)
        {
            if (refusals.Contains(QuizRefusal.ChangedMeanwhile)) return await SayChangeAsync(draft, ct);

            foreach (var refusal in refusals) Refuse(refusal);
            return Page();
        }

        TempData["Flash"] = Words["Saved"].Value;
        return RedirectToPage();
    }

    /// <summary>Whoever reads it knows how the quiz is now.</summary>
    private async Task<IActionResult> SayChangeAsync(QuizDraft draft, CancellationToken ct)
    {
        if (!await ShowAsync(ct)) return NotFound();
        if (Quiz.PublishedAt is not null && Quiz.Terms.IsClosed(Now) && !draft.Terms.IsClosed(Now)) Reopens ??= false;

        ModelState.AddModelError("", await last.SayAsync(QuizTrail.ChangesOfQuiz, Quiz.Slug, Since, ct));
        See(Quiz.Draft.Fingerprint);
        return Page();
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is not { } quiz) return false;

        await LoadBanksAsync(ct);
        IsFixed = await Db.HasAttemptsAsync(Id, ct);
        Shortages = await Db.ShortagesAsync(quiz.Blueprint, quiz.Terms.MarkingScheme, ct);
        return true;
    }
}
