using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions;

/// <summary>
/// Holds competitions: prepares, publishes and finalizes them, lets people start in their events, and decides on runs in doubt. Only who
/// teaches holds them, and only who judges, too, decides.
/// </summary>
public sealed class Convener(
    AcademyDb db, Timekeeper timekeeper, Sheets sheets, LevelTable levels, BankZone zone, TimeProvider clock)
{
    public const int LongestReason = 400;

    /// <summary>
    /// Prepares a competition; only who teaches sees it before it is published. Who prepares the very same once more gets the one that
    /// is there.
    /// </summary>
    public Task<(long? CompetitionId, IReadOnlyList<CompetitionRefusal> Refusals)> AddAsync(
        CompetitionTerms terms, Actor by, CancellationToken ct) => AddAsync(terms, CompetitionTrail.CompetitionAdded, by, ct);

    /// <summary>
    /// Prepares the same competition for this quarter, or for the one after its own where that is not over; nothing of its results.
    /// </summary>
    public async Task<(long? CompetitionId, CompetitionRefusal? Refusal)> CopyAsync(long competitionId, Actor by, CancellationToken ct)
    {
        if (await db.Competitions.AsNoTracking().WithEvents().SingleOrDefaultAsync(c => c.Id == competitionId, ct) is not { } model)
            return (null, CompetitionRefusal.NoSuchCompetition);

        var (own, current) = (Quarter.Of(zone.DayOf(model.OpensAt)), Quarter.Of(zone.DayOf(clock.GetUtcNow())));
        var (id, refusals) = await AddAsync(model.Terms.ForQuarter(own.FirstDay < current.FirstDay ? current : own.Next, zone), by, ct);
        return (id, refusals.Count == 0 ? null : refusals[0]);
    }

    /// <summary>Prepares the next round of a published competition (复赛、决赛), for after its results may be final.</summary>
    public async Task<(long? CompetitionId, CompetitionRefusal? Refusal)> NextRoundAsync(long competitionId, Actor by, CancellationToken ct)
    {
        if (await db.Competitions.AsNoTracking().WithEvents().SingleOrDefaultAsync(c => c.Id == competitionId, ct) is not { } earlier)
            return (null, CompetitionRefusal.NoSuchCompetition);

        var (now, until) = (clock.GetUtcNow(), await db.ObjectionsUntilAsync(earlier, ct));
        var terms = earlier.Terms.ForNextRound(competitionId, now > until ? now : until, zone);
        var (id, refusals) = await AddAsync(terms, CompetitionTrail.NextRoundAdded, by, ct);
        return (id, refusals.Count == 0 ? null : refusals[0]);
    }

    /// <summary>Changes what is not published yet, from what the person saw; nothing happens when it is so already.</summary>
    public async Task<IReadOnlyList<CompetitionRefusal>> ChangeAsync(
        long competitionId, string? seen, CompetitionTerms terms, Actor by, CancellationToken ct)
    {
        if (terms.Refusals() is { Count: > 0 } refusals) return refusals;

        return await ActAsync(competitionId, CompetitionTrail.CompetitionEdited, by, async competition =>
        {
            if (competition.PublishedAt is not null) return CompetitionRefusal.AlreadyPublished;
            if (competition.Terms.AsSeen() == terms.AsSeen()) return null;
            if (competition.Terms.AsSeen() != seen) return CompetitionRefusal.ChangedMeanwhile;
            if (await UnfitAsync(terms, competition.Terms, by, ct) is { } unfit) return unfit;

            competition.Change(terms);
            return null;
        }, ct) is { } refusal ? [refusal] : [];
    }

    /// <summary>Shows what the person saw to everybody; nothing happens when it is shown already.</summary>
    public Task<CompetitionRefusal?> PublishAsync(long competitionId, string? seen, Actor by, CancellationToken ct) =>
        ActAsync(competitionId, CompetitionTrail.CompetitionPublished, by, async competition =>
        {
            var terms = competition.Terms;
            if (terms.AsSeen() != seen) return CompetitionRefusal.ChangedMeanwhile;
            if (competition.PublishedAt is not null) return null;
            if (competition.ClosesAt <= clock.GetUtcNow()) return CompetitionRefusal.ClosesInThePast;
            if (competition.Events.Any(held => held.Drill.IsJudged && sheets.Of(held.Drill) is null)) return CompetitionRefusal.NoSheet;
            if (await UnfitAsync(terms, terms, by, ct) is { } unfit) return unfit;

            competition.Publish(sheets, await db.QuizRulesAsync(terms, ct), clock.GetUtcNow());
            await db.HoldQuizzesAsync(competition, ct);
            return null;
        }, ct);

    /// <summary>Takes back what nobody has started in or entered, and from which nobody is to advance.</summary>
    public Task<CompetitionRefusal?> WithdrawAsync(long competitionId, Actor by, CancellationToken ct) =>
        ActAsync(competitionId, CompetitionTrail.CompetitionWithdrawn, by, async competition =>
        {
            if (competition.PublishedAt is null) return null;
            if (competition.FinalizedAt is not null) return CompetitionRefusal.AlreadyFinalized;
            if (await db.RunsOf(competitionId).AnyAsync(ct)) return CompetitionRefusal.AlreadyBegun;
            if (await db.Contestants.In(competitionId).AnyAsync(ct)) return CompetitionRefusal.AlreadyBegun;
            if (await db.TakenPapersOf(competition).AnyAsync(ct)) return CompetitionRefusal.AlreadyBegun;
            if ((await db.NextRoundsAsync(competition, ct)).Count > 0) return CompetitionRefusal.HasNextRound;

            competition.Withdraw();
            await db.HoldQuizzesAsync(competition, ct);
            return null;
        }, ct);

    /// <summary>
    /// Has the results stand when nothing is in the way any more: the boards are kept as they are then, with who did it and what they
    /// said of it.
    /// </summary>
    public async Task<CompetitionRefusal?> FinalizeAsync(long competitionId, string remark, Actor by, CancellationToken ct)
    {
        remark = OneLine.Of(remark);
        if (remark.Length > Finalization.LongestRemark) return CompetitionRefusal.RemarkTooLong;
        if (!await db.TeachesAsync(by, ct)) return CompetitionRefusal.MayNotConvene;

        await timekeeper.EndOverdueAsync(ct);
        return await ActAsync(competitionId, CompetitionTrail.CompetitionFinalized, by, async competition =>
        {
            if (competition.PublishedAt is null) return CompetitionRefusal.NotPublished;
            if (competition.FinalizedAt is not null) return null;
            var now = clock.GetUtcNow();
            if (await db.BlockersAsync(competition, now, ct) is [var first, ..]) return first.Refusal;
            var isEarly = competition.TakesObjections(now, await db.ObjectionsUntilAsync(competition, ct));
            if (isEarly && remark.Length == 0) return CompetitionRefusal.EarlyWithoutReason;

            competition.Close(now);
            var finalization = new Finalization
            {
                CompetitionId = competitionId,
                At = now,
                ByNumber = by.Number,
                ByName = by.Name,
                Remark = remark,
            };
            await db.KeepBoardsAsync(competition, finalization, levels, ct);
            return null;
        }, ct);
    }

    /// <summary>
    /// Starts in an event while its competition runs; whoever is at it goes on. The number of the run, or why there is none.
    /// </summary>
    public async Task<(long? RunId, StartRefusal? Refusal)> StartAsync(long employeeId, long eventId, CancellationToken ct)
    {
        Examination? examined = null;
        while (true)
        {
            var (runId, refusal, left) = await GoOnOrEnterAsync(employeeId, eventId, examined, ct);
            if (left is null) return (runId, refusal);

            examined = await timekeeper.ExamineAsync(left.Value, ct);
        }
    }

    /// <summary>Decides on a run that was set aside. Nobody decides where they compete themselves, and nobody again.</summary>
    public async Task<VerdictRefusal?> DecideAsync(
        long runId, Verdict verdict, string reason, Actor by, Caller caller, CancellationToken ct)
    {
        reason = OneLine.Of(reason);
        if (reason.Length == 0) return VerdictRefusal.ReasonMissing;
        if (reason.Length > LongestReason) return VerdictRefusal.ReasonTooLong;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.JudgesAsync(by, ct)) return VerdictRefusal.MayNotDecide;
        if (await db.DrillRuns.SingleOrDefaultAsync(r => r.Id == runId && r.EventId != null, ct) is not { } run)
            return VerdictRefusal.NoSuchRun;
        if (await db.DrillRuns.Of(by.Id!.Value).AnyAsync(r => r.EventId == run.EventId, ct)) return VerdictRefusal.OwnRun;
        if (!run.AwaitsVerdict) return run.Verdict == verdict ? null : VerdictRefusal.NotInDoubt;
        if (await db.Events.AnyAsync(e => e.Id == run.EventId && e.Competition.FinalizedAt != null, ct))
            return VerdictRefusal.AlreadyFinalized;

        var now = clock.GetUtcNow();
        run.Decide(verdict, by.Id.Value, now);
        var person = await db.Employees.Where(e => e.Id == run.EmployeeId).Select(e => e.UserName + " " + e.Name).SingleAsync(ct);
        db.Add(new AuditEntry(
            by, now, CompetitionTrail.RunDecided, CompetitionTrail.DrillRun, $"{run.Id}", person, null,
            new VerdictFacts(run.Counts, reason, caller.AddressText)));
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<(long? CompetitionId, IReadOnlyList<CompetitionRefusal> Refusals)> AddAsync(
        CompetitionTerms terms, Act act, Actor by, CancellationToken ct)
    {
        if (terms.Refusals() is { Count: > 0 } refusals) return (null, refusals);

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(by, ct)) return (null, [CompetitionRefusal.MayNotConvene]);
        if (await UnfitAsync(terms, null, by, ct) is { } unfit) return (null, [unfit]);
        if (await FindSameAsync(terms, by, ct) is { } same) return (same.Id, []);

        var competition = db.Add(new Competition(terms, by.Id!.Value)).Entity;
        await db.SaveChangesAsync(ct);
        Record(competition, act, null, await FactsAsync(competition, ct), by);
        await turn.CommitAsync(ct);
        return (competition.Id, []);
    }

    /// <summary>The number of the run, or why there is none, or what has to be examined before it ends for it.</summary>
    private async Task<(long? RunId, StartRefusal? Refusal, long? Left)> GoOnOrEnterAsync(
        long employeeId, long eventId, Examination? examined, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var wanted = await db.Events.Include(e => e.Competition).SingleOrDefaultAsync(e => e.Id == eventId, ct);
        if (wanted is not { Competition.PublishedAt: not null, Drill.IsKeyed: true }) return (null, StartRefusal.NoSuchEvent, null);

        var now = clock.GetUtcNow();
        var running = await db.DrillRuns.Of(employeeId).Running().SingleOrDefaultAsync(ct);
        if (running is { EventId: not null } && !running.IsTimeUp(now))
            return running.EventId == eventId ? (running.Id, null, null) : (null, StartRefusal.AtAnother, null);
        if (wanted.Competition.State(now) != CompetitionState.Running) return (null, StartRefusal.NotRunning, null);
        if ((await db.NotEligibleAsync(wanted, [employeeId], levels, ct)).Count > 0) return (null, StartRefusal.NotEligible, null);
        if (await db.DrillRuns.Of(employeeId).CountAsync(r => r.EventId == eventId, ct) >= wanted.Tries)
            return (null, StartRefusal.NoTryLeft, null);
        if (running is not null && !await timekeeper.TryEndAsync(running, examined, ct)) return (null, null, running.Id);

        var run = await timekeeper.EnterAsync(employeeId, wanted.Drill, eventId, ct);
        await turn.CommitAsync(ct);
        return (run.Id, null, null);
    }

    /// <summary>Why a competition cannot be so now, with what else there is.</summary>
    /// <param name="terms">What it shall be.</param>
    /// <param name="before">What it is; null for a new one.</param>
    /// <param name="by">Who holds it.</param>
    /// <param name="ct">Stops the search.</param>
    private async Task<CompetitionRefusal?> UnfitAsync(CompetitionTerms terms, CompetitionTerms? before, Actor by, CancellationToken ct)
    {
        if (terms.OpensTooFarOff(clock.GetUtcNow())) return CompetitionRefusal.OpensTooFarOff;
        if (!await HasJudgeAsync(terms, ct)) return CompetitionRefusal.NoSuchJudge;
        if (await db.QuizRefusalAsync(terms, before, await db.BankUserAsync(by, ct), ct) is { } unfit) return unfit;
        if (!await db.KnowsAllOfAsync(terms.Eligibility, ct)) return CompetitionRefusal.NoSuchUnit;
        return await db.RoundRefusalAsync(terms, ct);
    }

    /// <summary>Whether the chief judge is one; nobody need be.</summary>
    private async Task<bool> HasJudgeAsync(CompetitionTerms terms, CancellationToken ct) =>
        terms.ChiefJudgeId is not { } chief
        || await db.Employees.Employed().Holding(db, Roles.Judging.Split(',')).AnyAsync(e => e.Id == chief, ct);

    private async Task<Competition?> FindSameAsync(CompetitionTerms terms, Actor by, CancellationToken ct)
    {
        var alike = await db.Competitions.WithEvents()
            .Where(c => c.ConvenerId == by.Id && c.PublishedAt == null && c.Title == terms.Title)
            .ToListAsync(ct);
        return alike.Find(c => c.Terms.AsSeen() == terms.AsSeen());
    }

    private Task<CompetitionRefusal?> ActAsync(
        long competitionId, Act act, Actor by, Func<Competition, CompetitionRefusal?> change, CancellationToken ct) =>
        ActAsync(competitionId, act, by, competition => Task.FromResult(change(competition)), ct);

    private async Task<CompetitionRefusal?> ActAsync(
        long competitionId, Act act, Actor by, Func<Competition, Task<CompetitionRefusal?>> change, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(by, ct)) return CompetitionRefusal.MayNotConvene;
        if (await db.Competitions.WithEvents().SingleOrDefaultAsync(c => c.Id == competitionId, ct) is not { } competition)
            return CompetitionRefusal.NoSuchCompetition;

        var before = await FactsAsync(competition, ct);
        if (await change(competition) is { } refusal) return refusal;
        if (!db.ChangeTracker.HasChanges()) return null;

        Record(competition, act, before, await FactsAsync(competition, ct), by);
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<CompetitionFacts> FactsAsync(Competition competition, CancellationToken ct)
    {
        var chief = competition.ChiefJudgeId is { } id
            ? await db.Employees.Where(e => e.Id == id).Select(e => e.UserName + " " + e.Name).SingleAsync(ct)
            : null;
        return CompetitionFacts.Of(competition.Terms, chief);
    }

    private void Record(Competition competition, Act act, CompetitionFacts? before, CompetitionFacts after, Actor by) =>
        db.Add(new AuditEntry(
            by, clock.GetUtcNow(), act, CompetitionTrail.Competition, $"{competition.Id}", competition.Title, before, after));
}

public enum StartRefusal { NoSuchEvent, NotRunning, NotEligible, NoTryLeft, AtAnother }

public enum VerdictRefusal { MayNotDecide, NoSuchRun, OwnRun, NotInDoubt, AlreadyFinalized, ReasonMissing, ReasonTooLong }
