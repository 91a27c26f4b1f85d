using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

[Authorize(Roles = Makers)]
public sealed class NewQuizModel(AcademyDb db, BankZone zone, Setter setter, IStringLocalizer<QuizMakingTexts> words) : QuizMakingPage(db, zone, words)
{
    public async Task OnGetAsync([FromQuery] string? bank, CancellationToken ct)
    {
        await LoadBanksAsync(ct);
        Form = QuizForm.New();
        Form.Sections[0].Bank = bank;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadBanksAsync(ct);
        if (await ReadAsync(ct) is not { } terms) return Page();

        var (quiz, refusals) = await setter.AddAsync(User.Actor, terms, ct);
        if (quiz is null)
        {
            foreach (var refusal in refusals) Refuse(refusal);
            return Page();
        }

        TempData["Flash"] = Words["Added"].Value;
        return RedirectToPage("EditQuiz", new { quiz.Id });
    }
}
