using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Scheduling;

public enum ForemanRefusal { MayNotDirect }

/// <summary>A run that has begun; without a number it is written down only when there is something to tell.</summary>
public sealed record Begun(string Job, long? RunId, DateTimeOffset StartedAt);

/// <summary>How a run went.</summary>
public sealed record RunReport(RunOutcome Outcome, IReadOnlyDictionary<string, long> Counts, string Failure)
{
    public bool TellsSomething => Outcome != RunOutcome.Done || Counts.Values.Any(count => count > 0);
}

/// <summary>
/// Has jobs done when they are due, each once whoever looks first, and keeps the book of their runs; lets administrators pause them and
/// ask for a run.
/// </summary>
public sealed class Foreman(AcademyDb db, TimeProvider clock)
{
    /// <summary>How many runs of a job are kept.</summary>
    public const int MostRuns = 500;

    /// <summary>A job that finds nothing to do says so no more often.</summary>
    private static readonly TimeSpan OneBeat = TimeSpan.FromMinutes(1);

    /// <summary>Begins what a job has to do now; null when that is nothing, or somebody else has begun it.</summary>
    public async Task<Begun?> BeginAsync(JobTerms terms, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await StateAsync(terms.Name, ct) is { } state && !state.Open.Any(run => run.IsLost(now)))
        {
            var work = Work.Of(state, terms.Rhythm, now);
            if (work is null) return null;
            if (work == Work.Usual) return new Begun(terms.Name, null, now);
        }

        return await BeginInTurnAsync(terms, ct);
    }

    /// <summary>Writes down how a run went. One that was given up meanwhile stays so.</summary>
    public async Task EndAsync(Begun begun, RunReport report, CancellationToken ct)
    {
        if (begun.RunId is null && !report.TellsSomething && await WasSeenAsync(begun.Job, ct)) return;

        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        (await db.Jobs.SingleAsync(j => j.Name == begun.Job, ct)).See(now);
        if (begun.RunId is { } id) await EndAsync(id, report, now, ct);
        else if (report.TellsSomething) await TellAsync(begun, report, now, ct);
        await db.SaveChangesAsync(ct);
        await ForgetAsync(begun.Job, ct);
        await turn.CommitAsync(ct);
    }

    /// <summary>Has a job run as soon as somebody looks; one that waits for that, or is at work, is enough.</summary>
    public async Task<ForemanRefusal?> AskAsync(Actor by, string name, string title, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return ForemanRefusal.MayNotDirect;
        var now = clock.GetUtcNow();
        await JobAsync(name, now, ct);
        if (await db.Runs.Of(name).Open().AnyAsync(r => r.StartedAt == null || r.HeldUntil > now, ct)) return null;

        db.Add(Run.Asked(name, by.Name, now));
        Record(by, SchedulingTrail.JobAskedFor, name, title, now);
        await turn.CommitAsync(ct);
        return null;
    }

    public Task<ForemanRefusal?> PauseAsync(Actor by, string name, string title, CancellationToken ct) =>
        DirectAsync(by, name, title, SchedulingTrail.JobPaused, isPaused: true, ct);

    public Task<ForemanRefusal?> ResumeAsync(Actor by, string name, string title, CancellationToken ct) =>
        DirectAsync(by, name, title, SchedulingTrail.JobResumed, isPaused: false, ct);

    private async Task<ForemanRefusal?> DirectAsync(
        Actor by, string name, string title, Act act, bool isPaused, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return ForemanRefusal.MayNotDirect;
        var now = clock.GetUtcNow();
        var job = await JobAsync(name, now, ct);
        if (job.IsPaused == isPaused) return null;

        if (isPaused) job.Pause(now);
        else job.Resume(now);
        Record(by, act, name, title, now);
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<Begun?> BeginInTurnAsync(JobTerms terms, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        var job = await JobAsync(terms.Name, now, ct);
        var state = await StateAsync(terms.Name, ct) ?? new JobState(job, [], null);
        foreach (var lost in state.Open.Where(run => run.IsLost(now))) lost.End(RunOutcome.Interrupted, lost.Counts, "", now);
        var work = Work.Of(state, terms.Rhythm, now);
        var run = work is null || work == Work.Usual ? null : await BeginAsync(work, state, terms, now);
        await turn.CommitAsync(ct);
        return work is null ? null : new Begun(terms.Name, run?.Id, now);
    }

    private async Task<Run> BeginAsync(Work work, JobState state, JobTerms terms, DateTimeOffset now)
    {
        if (work.AskedId is { } asked) return state.Open.Single(run => run.Id == asked).Begin(now, terms.AtMost);

        state.Job.Take(work.DueAt!.Value);
        return (await db.AddAsync(Run.Due(terms.Name, work.DueAt.Value, work.Try).Begin(now, terms.AtMost))).Entity;
    }

    private async Task<JobState?> StateAsync(string name, CancellationToken ct)
    {
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Name == name, ct) is not { } job) return null;

        var open = await db.Runs.Of(name).Open().OrderBy(r => r.Id).ToListAsync(ct);
        var last = await db.Runs.Of(name).Where(r => r.DueAt != null).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        return new JobState(job, open, last);
    }

    private async Task<Job> JobAsync(string name, DateTimeOffset now, CancellationToken ct)
    {
        db.DemandTurn();
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Name == name, ct) is { } known) return known;

        var job = db.Add(new Job(name, now)).Entity;
        await db.SaveChangesAsync(ct);
        return job;
    }

    private Task<bool> WasSeenAsync(string name, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - OneBeat;
        return db.Jobs.AnyAsync(j => j.Name == name && j.SeenAt > since, ct);
    }

    private async Task EndAsync(long runId, RunReport report, DateTimeOffset now, CancellationToken ct)
    {
        var run = await db.Runs.SingleAsync(r => r.Id == runId, ct);
        if (run.EndedAt is null) run.End(report.Outcome, report.Counts, report.Failure, now);
    }

    /// <summary>What fails every few seconds in the same way is one line.</summary>
    private async Task TellAsync(Begun begun, RunReport report, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.Runs.Of(begun.Job).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        var isTheSame = last?.Outcome == report.Outcome && last.Failure == report.Failure && last.Counts.SequenceEqual(report.Counts);
        if (report.Outcome != RunOutcome.Done && isTheSame)
        {
            last!.Repeat(now);
            return;
        }

        var run = Run.Of(begun.Job).Begin(begun.StartedAt, TimeSpan.Zero);
        run.End(report.Outcome, report.Counts, report.Failure, now);
        db.Add(run);
    }

    private async Task ForgetAsync(string name, CancellationToken ct)
    {
        db.DemandTurn();
        var first = await db.Runs.Of(name).OrderByDescending(r => r.Id).Skip(MostRuns - 1).Select(r => r.Id).FirstOrDefaultAsync(ct);
        await db.Runs.Of(name).Where(r => r.Id < first && r.EndedAt != null).ExecuteDeleteAsync(ct);
    }

    private void Record(Actor by, Act act, string name, string title, DateTimeOffset now) =>
        db.Add(new AuditEntry(by, now, act, SchedulingTrail.Job, name, title, null, null));
}
