using System.Security.Cryptography;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Drills;

/// <summary>Runs drills: starts them, takes the keys down as they come, and says what they come to.</summary>
public sealed class Timekeeper(AcademyDb db, Passages passages, TimeProvider clock)
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

    /// <summary>Starts an event of a competition within the turn that is on; practice that runs comes to its end.</summary>
    internal async Task<DrillRun> EnterAsync(long employeeId, Discipline discipline, long eventId, CancellationToken ct) =>
        await GoingOnAsync(employeeId, _ => false, ct)
        ?? await BeginAsync(employeeId, passages.TermsOf(discipline, NewSeed()), eventId, ct);

    /// <summary>
    /// Takes keys down. The same batch again is a repeat and changes nothing, even after the end; otherwise the run must go on and the
    /// batch be the next.
    /// </summary>
    public async Task<BatchOutcome> TakeAsync(long employeeId, SentBatch sent, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindAsync(employeeId, sent.RunId, ct) is not { } run) return new(DrillRefusal.NoSuchRun, 0);

        var acknowledged = await db.DrillBatches.Where(b => b.RunId == run.Id).MaxAsync(b => (int?)b.Number, ct) ?? 0;
        var batch = new DrillBatch(sent);
        var stored = db.DrillBatches.Where(b => b.RunId == run.Id && b.Number == sent.Number).Select(b => b.Keys);
        if (await stored.SingleOrDefaultAsync(ct) is { } keys)
            return new(keys == batch.Keys ? null : DrillRefusal.OtherKeys, acknowledged);
        if (run.Refusal(sent, acknowledged) is { } refusal) return new(refusal, acknowledged);

        db.Add(batch);
        await turn.CommitAsync(ct);
        return new(null, sent.Number);
    }

    /// <summary>Ends a run with what was taken down of it; one that has ended stays as it is.</summary>
    public Task<DrillRefusal?> FinishAsync(long employeeId, long runId, CancellationToken ct) =>
        CloseAsync(employeeId, runId, EndAsync, ct);

    /// <summary>
    /// Ends a run without a result; one that has ended stays as it is. A try at a competition is one: it ends with what was taken down.
    /// </summary>
    public Task<DrillRefusal?> AbandonAsync(long employeeId, long runId, CancellationToken ct) =>
        CloseAsync(employeeId, runId, (run, now, token) =>
        {
            if (run.EventId is not null) return EndAsync(run, now, token);
            run.Abandon(now);
            return Task.CompletedTask;
        }, ct);

    /// <summary>Ends what somebody has left running, once its time and grace are over.</summary>
    public async Task EndOverdueAsync(long employeeId, CancellationToken ct)
    {
        if (!await db.DrillRuns.Of(employeeId).Running().AnyAsync(ct)) return;

        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        var running = await db.DrillRuns.Of(employeeId).Running().SingleOrDefaultAsync(ct);
        if (running?.IsOverdue(now) != true) return;

        await EndAsync(running, now, ct);
        await turn.CommitAsync(ct);
    }

    private async Task<long> StartAsync(long employeeId, DrillTerms terms, Func<DrillTerms, bool> isMeant, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await GoingOnAsync(employeeId, isMeant, ct) is { } running) return running.Id;

        var run = await BeginAsync(employeeId, terms, null, ct);
        await turn.CommitAsync(ct);
        return run.Id;
    }

    /// <summary>What somebody is at and is meant, or may not be left; what else runs comes to its end.</summary>
    private async Task<DrillRun?> GoingOnAsync(long employeeId, Func<DrillTerms, bool> isMeant, CancellationToken ct)
    {
        db.DemandTurn();
        var now = clock.GetUtcNow();
        if (await db.DrillRuns.Of(employeeId).Running().SingleOrDefaultAsync(ct) is not { } running) return null;
        if ((running.EventId is not null || isMeant(running.Terms)) && !running.IsTimeUp(now)) return running;

        await EndAsync(running, now, ct);
        return null;
    }

    private async Task<DrillRun> BeginAsync(long employeeId, DrillTerms terms, long? eventId, CancellationToken ct)
    {
        db.DemandTurn();
        var branch = await db.Employees.Where(e => e.Id == employeeId).Select(e => e.BranchId).SingleAsync(ct);
        var run = db.Add(new DrillRun(employeeId, branch, terms, clock.GetUtcNow(), eventId)).Entity;
        await db.SaveChangesAsync(ct);
        return run;
    }

    private async Task<DrillRefusal?> CloseAsync(
        long employeeId, long runId, Func<DrillRun, DateTimeOffset, CancellationToken, Task> close, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindAsync(employeeId, runId, ct) is not { } run) return DrillRefusal.NoSuchRun;
        if (!run.IsRunning) return null;

        await close(run, clock.GetUtcNow(), ct);
        await turn.CommitAsync(ct);
        return null;
    }

    private Task<DrillRun?> FindAsync(long employeeId, long runId, CancellationToken ct) =>
        db.DrillRuns.Of(employeeId).SingleOrDefaultAsync(r => r.Id == runId, ct);

    /// <summary>Ends a run with what was taken down of it, within the turn that is on.</summary>
    internal Task EndAsync(DrillRun run, CancellationToken ct) => EndAsync(run, clock.GetUtcNow(), ct);

    private async Task EndAsync(DrillRun run, DateTimeOffset now, CancellationToken ct)
    {
        run.Finish(await db.KeysOfAsync(run.Id, ct), now);
        if (run.Rhythm is { } rhythm && await db.DrillRuns.AnyAsync(r => r.Rhythm == rhythm && r.Id != run.Id, ct))
            run.SetAside(DoubtReason.SeenBefore);
    }

    /// <summary>Small enough to be read in a table, and more than anybody will come across again.</summary>
    private static long NewSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);
}
