using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

[Authorize(Roles = Makers)]
public sealed class EditQuizModel(AcademyDb db, BankZone zone, Setter setter, TimeProvider clock, IStringLocalizer<QuizMakingTexts> words) : QuizMakingPage(db, zone, words)
{
    [FromRoute] public long Id { get; set; }
    public Quiz Quiz => Stored!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ShowAsync(ct)) return NotFound();

        Form = QuizForm.Of(Quiz, Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ShowAsync(ct)) return NotFound();
        if (await ReadAsync(ct) is not { } terms) return Page();
        if (await setter.EditAsync(User.Actor, Quiz, terms, ct) is { Count: > 0 } refusals)
        {
            foreach (var refusal in refusals) Refuse(refusal);
            return Page();
        }

        TempData["Flash"] = Words["Saved"].Value;
        return RedirectToPage();
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is not { } quiz) return false;

        await LoadBanksAsync(ct);
        IsFixed = await setter.HasAttemptsAsync(quiz, ct);
        Shortages = await setter.ShortagesAsync(quiz.Blueprint, quiz.MarkingScheme, ct);
        return true;
    }
}
