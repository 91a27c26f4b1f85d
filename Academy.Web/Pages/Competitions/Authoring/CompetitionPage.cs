using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>What preparing and changing a competition have in common: the form and its check.</summary>
public abstract class CompetitionPage(
    AcademyDb db, BankZone zone, TimeProvider clock, IStringLocalizer<CompetitionsTexts> words) : FormPage
{
    [BindProperty] public CompetitionForm Form { get; set; } = new();

    /// <summary>Whether the form is shown to be filled in.</summary>
    public virtual bool MayChange => true;

    /// <summary>Who may be the chief judge.</summary>
    public IReadOnlyList<SelectListItem> Judges { get; private set; } = [];

    /// <summary>The quizzes that may be an event.</summary>
    public IReadOnlyList<SelectListItem> Quizzes { get; private set; } = [];

    /// <summary>What it may be limited to.</summary>
    public EligibilityChoices Eligibility { get; private set; } = new([], [], []);

    /// <param name="held">The quizzes that are events of it already, which may be anybody's.</param>
    /// <param name="earlier">The round that it has already, however long ago; null for none.</param>
    /// <param name="ct">Stops the search.</param>
    protected async Task FindChoicesAsync(IReadOnlyList<long> held, long? earlier, CancellationToken ct)
    {
        var year = clock.GetUtcNow().AddYears(-1);
        Eligibility = new EligibilityChoices(
            await db.Branches.AsNoTracking().OrderBy(b => b.Path).ToListAsync(ct),
            await db.Positions.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct),
            await db.Competitions.AsNoTracking()
                .Where(c => (c.PublishedAt != null && c.ClosesAt >= year) || c.Id == earlier)
                .OrderByDescending(c => c.ClosesAt).ThenByDescending(c => c.Id)
                .Select(c => new EarlierRound(c.Id, c.Title, c.ClosesAt))
                .ToListAsync(ct));
        var judges = await db.Employees.AsNoTracking().Employed().Holding(db, Roles.Judging.Split(',')).InOrderOfNames()
            .Select(e => new { e.Id, e.Name, Number = e.UserName! })
            .ToListAsync(ct);
        Judges = [.. judges.Select(judge => new SelectListItem($"{judge.Name} {judge.Number}", $"{judge.Id}"))];
        await FindQuizzesAsync(held, ct);
    }

    private async Task FindQuizzesAsync(IReadOnlyList<long> held, CancellationToken ct)
    {
        var open = db.QuizzesFor(User.BankUser);
        var quizzes = await db.Quizzes.AsNoTracking().Published()
            .Where(q => held.Contains(q.Id) || (q.Terms.AttemptsAllowed != null && open.Any(o => o.Id == q.Id)))
            .OrderByDescending(q => q.Id)
            .Select(q => new { q.Id, q.Terms })
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        Quizzes =
        [
            .. quizzes.Where(quiz => held.Contains(quiz.Id) || !quiz.Terms.IsClosed(now))
                .Select(quiz => new SelectListItem(quiz.Terms.Title, $"{quiz.Id}")),
        ];
    }

    protected CompetitionTerms? Read()
    {
        var terms = Form.Read(zone, Refuse);
        foreach (var refusal in terms?.Refusals() ?? []) Refuse(refusal);
        return ModelState.IsValid ? terms : null;
    }

    protected void Refuse(CompetitionRefusal refusal) =>
        ModelState.AddModelError(CompetitionForm.FieldOf(refusal), words[$"Refusal.{refusal}", Limit(refusal)]);

    private static int Limit(CompetitionRefusal refusal) => refusal switch
    {
        CompetitionRefusal.TitleTooLong => CompetitionTerms.LongestTitle,
        CompetitionRefusal.NoticeTooLong => CompetitionTerms.LongestNotice,
        CompetitionRefusal.TooLong => CompetitionTerms.LongestDays,
        CompetitionRefusal.JudgesOutOfRange => EventTerms.MostJudges,
        CompetitionRefusal.TooManyQuizzes => EventTerms.MostQuizzes,
        CompetitionRefusal.RanksOutOfRange => AdvanceTerms.MostRanks,
        _ => EventTerms.MostTries,
    };
}
