using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

[Authorize(Roles = Rights.Trainers)]
public sealed class NewQuizModel(AcademyDb db, BankZone zone, QuizMaker maker, IStringLocalizer<QuizMakingTexts> words)
    : QuizMakingPage(db, zone, words)
{
    /// <summary>What the quiz will be found by: a form that is sent twice makes one quiz.</summary>
    [BindProperty] public string? Slug { get; set; }

    public async Task OnGetAsync([FromQuery] string? bank, CancellationToken ct)
    {
        await LoadBanksAsync(ct);
        (Form, Slug) = (QuizForm.New(), QuizMaker.NewSlug());
        Form.Sections[0].Bank = bank;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!QuizMaker.IsSlug(Slug)) Slug = QuizMaker.NewSlug();
        await LoadBanksAsync(ct);
        if (Read() is not { } draft) return Page();

        var (quizId, refusals) = await maker.AddAsync(User.Actor, Slug!, draft, ct);
        if (quizId is null)
        {
            // What is saved once more is a quiz of its own.
            if (refusals.Contains(QuizRefusal.SavedBefore)) Slug = QuizMaker.NewSlug();
            foreach (var refusal in refusals) Refuse(refusal);
            return Page();
        }

        TempData["Flash"] = Words["Added"].Value;
        return RedirectToPage("EditQuiz", new { Id = quizId });
    }
}
