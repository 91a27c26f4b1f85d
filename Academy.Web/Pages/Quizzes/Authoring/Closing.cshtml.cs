using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>Lets nobody begin a quiz any more.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ClosingModel(AcademyDb db, BankZone zone, QuizMaker maker, IStringLocalizer<QuizMakingTexts> words)
    : QuizMakingPage(db, zone, words)
{
    [FromRoute] public long Id { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is null) return NotFound();

        var refusal = await maker.CloseAsync(User.Actor, Id, ct);
        this.Say(refusal is null ? null : Words[$"Refusal.{refusal}"].Value, Words["Closed"]);
        return RedirectToPage("EditQuiz", new { Id });
    }
}
