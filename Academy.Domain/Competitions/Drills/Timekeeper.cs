using System.Security.Cryptography;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Competitions.Drills;

/// <summary>Runs drills: starts them, takes the keys down as they come, and says what they come to.</summary>
public sealed partial class Timekeeper(AcademyDb db, Passages passages, TimeProvider clock, ILogger<Timekeeper> log)
{
    /// <summary>
    /// Gives the running drill of this discipline if there is one, otherwise starts one. Nobody has two hands on two drills: another
    /// that runs ends with what was taken down of it; only one of a competition is gone on with instead.
    /// </summary>
    public Task<long> StartAsync(long employeeId, Discipline discipline, CancellationToken ct) =>
        StartAsync(employeeId, passages.TermsOf(discipline, NewSeed()), running => running.Discipline == discipline, ct);

    /// <summary>The same with more of what has cost the person most lately; where nothing stands out, as ever.</summary>
    public async Task<long> StartAdaptedAsync(long employeeId, Discipline discipline, CancellationToken ct)
    {
        var terms = passages.TermsOf(discipline, NewSeed(), await db.EmphasisAsync(employeeId, discipline, ct));
        return await StartAsync(employeeId, terms, running => running.Discipline == discipline, ct);
    }

    /// <summary>The same on a printed book: what runs on another ends, too.</summary>
    public Task<long> StartOnAsync(long employeeId, Discipline discipline, int book, CancellationToken ct)
    {
        var terms = new DrillTerms(discipline, book) { IsOwnBook = true };
        return StartAsync(employeeId, terms, running => running == terms, ct);
    }

    /// <summary>Starts an event of a competition for who is at nothing else, within the turn that is on.</summary>
    internal Task<DrillRun> EnterAsync(long employeeId, Discipline discipline, long eventId, CancellationToken ct) =>
        BeginAsync(employeeId, passages.TermsOf(discipline, NewSeed()), eventId, ct);

    /// <summary>What a run comes to that may have to end for another; null when it has ended already.</summary>
    internal async Task<Examination?> ExamineAsync(long runId, CancellationToken ct)
    {
        var run = await db.DrillRuns.AsNoTracking().SingleAsync(r => r.Id == runId, ct);
        return run.IsRunning ? Examination.Of(run, await db.KeysOfAsync(runId, ct)) : null;
    }

    /// <summary>
    /// Ends a run within the turn that is on; false when it was not examined, or keys were taken down since that nobody has looked at.
    /// </summary>
    internal async Task<bool> TryEndAsync(DrillRun run, Examination? examined, CancellationToken ct)
    {
        db.DemandTurn();
        if (examined?.RunId != run.Id || await db.BatchesOfAsync(run.Id, ct) != examined.Batches) return false;

        run.Finish(examined, clock.GetUtcNow());
        if (run.Rhythm is { } rhythm && await db.DrillRuns.AnyAsync(r => r.Rhythm == rhythm && r.Id != run.Id, ct))
            run.SetAside(DoubtReason.SeenBefore);
        await db.RecordBestsAsync([run], ct);
        return true;
    }

    /// <summary>
    /// Takes keys of many people down in their order. The same batch again is a repeat and changes nothing, even after the end; otherwise
    /// the run must go on and the batch be the next.
    /// </summary>
    public async Task<IReadOnlyList<BatchOutcome>> TakeAsync(IReadOnlyList<SentKeys> sent, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var runs = await db.TakenOfAsync(sent, ct);
        var outcomes = new List<BatchOutcome>();
        foreach (var (employeeId, batch) in sent)
        {
            var (outcome, written) = runs.TryGetValue((employeeId, batch.RunId), out var taken)
                ? taken.Take(batch)
                : (new BatchOutcome(DrillRefusal.NoSuchRun, 0), null);
            if (written is not null) db.Add(written);
            outcomes.Add(outcome);
        }

        if (db.ChangeTracker.HasChanges()) await turn.CommitAsync(ct);
        return outcomes;
    }

    /// <summary>Ends a run with what was taken down of it; one that has ended stays as it is.</summary>
    public async Task<DrillRefusal?> FinishAsync(long employeeId, long runId, CancellationToken ct)
    {
        if (!await db.DrillRuns.Of(employeeId).AnyAsync(r => r.Id == runId, ct)) return DrillRefusal.NoSuchRun;

        await EndAsync(runId, ct);
        return null;
    }

    /// <summary>
    /// Ends a run without a result; one that has ended stays as it is. A try at a competition is one: it ends with what was taken down.
    /// </summary>
    public async Task<DrillRefusal?> AbandonAsync(long employeeId, long runId, CancellationToken ct)
    {
        if (await db.DrillRuns.AnyAsync(r => r.Id == runId && r.EventId != null, ct)) return await FinishAsync(employeeId, runId, ct);

        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.DrillRuns.Of(employeeId).SingleOrDefaultAsync(r => r.Id == runId, ct) is not { } run) return DrillRefusal.NoSuchRun;
        if (!run.IsRunning) return null;

        run.Abandon(clock.GetUtcNow());
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Ends what somebody has left running, once its time and grace are over.</summary>
    public async Task EndOverdueAsync(long employeeId, CancellationToken ct)
    {
        var running = await db.DrillRuns.Of(employeeId).Running().AsNoTracking().SingleOrDefaultAsync(ct);
        if (running?.IsOverdue(clock.GetUtcNow()) == true) await EndAsync(running.Id, ct);
    }

    /// <summary>
    /// Ends whatever anybody has left running, each in a turn of its own, and says how many those were. One that cannot be ended keeps
    /// back no other.
    /// </summary>
    public async Task<int> EndOverdueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // The numbers alone are in an index; what a run is about is not.
        var running = await db.DrillRuns.Running().Select(r => r.Id).ToListAsync(ct);
        var runs = await db.DrillRuns.Where(r => running.Contains(r.Id)).OrderBy(r => r.Id).AsNoTracking().ToListAsync(ct);
        var ended = 0;
        foreach (var run in runs.Where(r => r.IsOverdue(now)))
        {
            try
            {
                if (await EndAsync(run.Id, ct)) ended++;
            }
            catch (Exception e) when (e is not OperationCanceledException && !e.StrikesAll)
            {
                LeftRunning(run.Id, e);
            }
        }

        return ended;
    }

    private async Task<long> StartAsync(long employeeId, DrillTerms terms, Func<DrillTerms, bool> isMeant, CancellationToken ct)
    {
        Examination? examined = null;
        while (true)
        {
            var (runId, isToBeExamined) = await GoOnOrBeginAsync(employeeId, terms, isMeant, examined, ct);
            if (!isToBeExamined) return runId;

            examined = await ExamineAsync(runId, ct);
        }
    }

    /// <summary>
    /// The run that somebody is at and that is meant or may not be left, or a new one; or another that has to be examined before it
    /// ends for it.
    /// </summary>
    private async Task<(long RunId, bool IsToBeExamined)> GoOnOrBeginAsync(
        long employeeId, DrillTerms terms, Func<DrillTerms, bool> isMeant, Examination? examined, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.DrillRuns.Of(employeeId).Running().SingleOrDefaultAsync(ct) is { } running)
        {
            var goesOn = (running.EventId is not null || isMeant(running.Terms)) && !running.IsTimeUp(clock.GetUtcNow());
            if (goesOn) return (running.Id, false);
            if (!await TryEndAsync(running, examined, ct)) return (running.Id, true);
        }

        var run = await BeginAsync(employeeId, terms, null, ct);
        await turn.CommitAsync(ct);
        return (run.Id, false);
    }

    private async Task<DrillRun> BeginAsync(long employeeId, DrillTerms terms, long? eventId, CancellationToken ct)
    {
        db.DemandTurn();
        var branch = await db.Employees.Where(e => e.Id == employeeId).Select(e => e.BranchId).SingleAsync(ct);
        var run = db.Add(new DrillRun(employeeId, branch, terms, clock.GetUtcNow(), eventId)).Entity;
        await db.SaveChangesAsync(ct);
        return run;
    }

    /// <summary>Ends a run with what was taken down of it; false when it has ended already.</summary>
    private async Task<bool> EndAsync(long runId, CancellationToken ct)
    {
        while (await ExamineAsync(runId, ct) is { } examined)
        {
            await using var turn = await db.TakeTurnAsync(ct);
            var run = await db.DrillRuns.SingleAsync(r => r.Id == runId, ct);
            if (!run.IsRunning) return false;
            if (!await TryEndAsync(run, examined, ct)) continue;

            await turn.CommitAsync(ct);
            return true;
        }

        return false;
    }

    /// <summary>Small enough to be read in a table, and more than anybody will come across again.</summary>
    private static long NewSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    [LoggerMessage(LogLevel.Error, "Drill run {RunId} could not be ended")]
    private partial void LeftRunning(long runId, Exception failure);
}
