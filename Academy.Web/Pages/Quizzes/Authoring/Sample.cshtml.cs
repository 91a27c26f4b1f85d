using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>A paper as somebody would get it now. Nothing is stored; each look draws another.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class SampleModel(AcademyDb db, BankZone zone, Invigilator invigilator, IStringLocalizer<QuizMakingTexts> words)
    : QuizMakingPage(db, zone, words)
{
    [FromRoute] public long Id { get; set; }
    public Quiz Quiz => Stored!;
    public IReadOnlyList<Slot> Paper { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(Id, ct) is not { } quiz) return NotFound();

        Shortages = await Db.ShortagesAsync(quiz.Blueprint, quiz.Terms.MarkingScheme, ct);
        Paper = await invigilator.DrawPaperAsync(quiz.Blueprint, quiz.Terms.MarkingScheme, ct) ?? [];
        return Page();
    }
}
