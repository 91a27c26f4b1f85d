using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>A competition for whoever holds it: its form while it is prepared, then how it goes and what is to be done next.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class EditCompetitionModel(
    AcademyDb db, Convener convener, LastActs last, EligibilityWords eligibility, BankZone zone, TimeProvider clock,
    IStringLocalizer<CompetitionsTexts> words)
    : CompetitionPage(db, zone, clock, words)
{
    private readonly AcademyDb db = db;
    private readonly BankZone zone = zone;
    private readonly TimeProvider clock = clock;
    private readonly IStringLocalizer<CompetitionsTexts> words = words;

    [FromRoute] public long Id { get; set; }
    public Competition Competition { get; private set; } = null!;
    public CompetitionState State { get; private set; }
    public override bool MayChange => State == CompetitionState.Draft;

    /// <summary>How many people have started, how many runs there are, and how many of them somebody has to decide on.</summary>
    public (int People, int Runs, int Undecided) Counts { get; private set; }

    /// <summary>What keeps the results from being final.</summary>
    public IReadOnlyList<Blocker> Blockers { get; private set; } = [];

    /// <summary>Who had the results stand, and what they said of it; null before.</summary>
    public Finalization? Finalization { get; private set; }

    /// <summary>Whom it is for, a line for each limit.</summary>
    public IReadOnlyList<EligibilityLine> Eligible { get; private set; } = [];

    /// <summary>Until when one may object to results; null where nobody may now.</summary>
    public DateTimeOffset? ObjectionsUntil { get; private set; }

    public bool IsFrozen => Competition.IsFrozen(clock.GetUtcNow());

    /// <summary>Whether every run has come to its end.</summary>
    public bool IsOver => clock.GetUtcNow() >= Competition.OverAt;

    public Quarter Quarter => Quarter.Of(zone.DayOf(Competition.ClosesAt));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Form = CompetitionForm.Of(Competition.Terms, zone);
        See(Competition.Terms.AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Read() is not { } terms) return Page();

        var refusals = await convener.ChangeAsync(Id, Seen, terms, User.Actor, ct);
        if (refusals.Count == 0)
        {
            TempData["Flash"] = words["Saved"].Value;
            return RedirectToPage(new { Id });
        }

        await FindAsync(ct);
        if (refusals is [CompetitionRefusal.ChangedMeanwhile])
        {
            ModelState.AddModelError("", await last.SayAsync(CompetitionTrail.ChangesOfCompetition, $"{Id}", Since, ct));
            See(Competition.Terms.AsSeen());
            return Page();
        }

        foreach (var refusal in refusals) Refuse(refusal);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Competitions.AsNoTracking().WithEvents().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found) return false;

        (Competition, State) = (found, found.State(clock.GetUtcNow()));
        var (runs, papers, contestants) = (db.RunsOf(Id), db.TakenPapersOf(found), db.Contestants.Entered().In(Id));
        var people = runs.Select(r => r.EmployeeId)
            .Union(papers.Select(p => p.Paper.EmployeeId))
            .Union(contestants.Select(c => c.EmployeeId));
        Counts = (
            await people.CountAsync(ct),
            await runs.CountAsync(ct) + await papers.CountAsync(ct) + await contestants.CountAsync(ct),
            await runs.CountAsync(r => r.AwaitsVerdict, ct) + await db.Contestants.In(Id).ToSettle().CountAsync(ct));
        await FindChoicesAsync(
            [.. found.Events.Select(e => e.QuizId).OfType<long>()], found.Eligibility.Advancing?.CompetitionId, ct);
        Eligible = await eligibility.LinesAsync(found.Eligibility, ct);
        var isSettled = State is CompetitionState.Draft or CompetitionState.Finalized;
        Blockers = isSettled ? [] : await db.BlockersAsync(found, clock.GetUtcNow(), ct);
        var until = await db.ObjectionsUntilAsync(found, ct);
        ObjectionsUntil = found.TakesObjections(clock.GetUtcNow(), until) ? until : null;
        Finalization = await db.Finalizations.AsNoTracking().SingleOrDefaultAsync(f => f.CompetitionId == Id, ct);
        return true;
    }
}
