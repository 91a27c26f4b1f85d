using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Rosters;

public enum RosterOutcome { Applied, AppliedBefore, Stale, MayNotAdminister }

/// <summary>
/// Takes rosters in: keeps the file, shows what it would do, and does all of it or nothing, in one short turn for which everything
/// was prepared before.
/// </summary>
public sealed class RosterClerk(
    AcademyDb db, FileVault vault, Registrar registrar, ReadingTime time, ChangedRights changed, BankZone zone, TimeProvider clock)
{
    /// <summary>How often the roll may change under somebody's hands before they are asked to look again.</summary>
    private const int MostTries = 5;

    /// <summary>
    /// Keeps a file that can be read; what keeps it from being read is said and nothing kept. The same file again, before it was
    /// applied, is the same run.
    /// </summary>
    public async Task<(long? RunId, IReadOnlyList<RosterProblem> Problems)> ReceiveAsync(
        string fileName, byte[] content, bool isComplete, Actor uploader, CancellationToken ct)
    {
        var file = Read(content, ct);
        if (file.ProblemsOfTheWhole.ToList() is { Count: > 0 } problems) return (null, problems);

        var (kept, by) = (await vault.TakeAsync(new MemoryStream(content), RosterReader.MostBytes, ct), uploader.Id!.Value);
        var name = FileName.Of(fileName);
        await using var turn = await db.TakeTurnAsync(ct);
        var run = await db.RosterRuns
            .Where(r => r.Digest == kept!.Digest && r.IsComplete == isComplete && r.UploadedById == by && r.AppliedAt == null)
            .OrderBy(r => r.Id)
            .LastOrDefaultAsync(ct);
        run ??= db.Add(new RosterRun(name, kept!.Digest, isComplete, by, clock.GetUtcNow())).Entity;
        await turn.CommitAsync(ct);
        return (run.Id, []);
    }

    /// <summary>What the run would do now.</summary>
    public async Task<RosterPlan> PlanAsync(long runId, Actor importer, CancellationToken ct)
    {
        var run = await db.RosterRuns.AsNoTracking().SingleAsync(r => r.Id == runId, ct);
        return (await PlanAsync(run, importer, ct)).Plan;
    }

    /// <summary>Does what was shown. When the roll has changed so that it would be something else, nothing is done.</summary>
    public async Task<RosterOutcome> ApplyAsync(long runId, string shownFingerprint, Actor actor, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
            if (await TryApplyAsync(runId, shownFingerprint, actor, ct) is { } outcome) return outcome;

        return RosterOutcome.Stale;
    }

    /// <summary>Null when the roll changed while this was prepared: what is to be done has to be found out again.</summary>
    private async Task<RosterOutcome?> TryApplyAsync(long runId, string shownFingerprint, Actor actor, CancellationToken ct)
    {
        var run = await db.RosterRuns.AsNoTracking().SingleAsync(r => r.Id == runId, ct);
        if (run.IsApplied) return RosterOutcome.AppliedBefore;

        var (plan, revision) = await PlanAsync(run, actor, ct);
        if (!plan.MayBeApplied || plan.Fingerprint != shownFingerprint) return await WhyOtherwiseAsync(runId, ct);

        await using var staging = await Staging.BeginAsync(db, ct);
        var writing = new RosterWriting(db, staging, actor, clock.GetUtcNow(), zone.DayOf(clock.GetUtcNow()));
        if (!await writing.StageAsync(plan, runId, await RoleAsync(ct), ct)) return null;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RosterOutcome.MayNotAdminister;
        run = await db.RosterRuns.SingleAsync(r => r.Id == runId, ct);
        if (run.IsApplied) return RosterOutcome.AppliedBefore;
        var returning = await ReturningAsync(plan, ct);
        if (await db.RollRevisionAsync(ct) != revision || !await staging.PourAsync(ct)) return null;

        await registrar.BeginAnewAsync(returning, actor, ct);

        run.Apply(actor.Id!.Value, clock.GetUtcNow());
        db.Add(new AuditEntry(
            actor, clock.GetUtcNow(), PeopleTrail.RosterImported, PeopleTrail.Roster, run.Digest, run.FileName, null,
            RosterFacts.Of(run, plan)));
        await turn.CommitAsync(ct);
        changed.TellAll(clock.GetUtcNow());
        return RosterOutcome.Applied;
    }

    /// <summary>Who has left and is taken on again.</summary>
    private Task<List<long>> ReturningAsync(RosterPlan plan, CancellationToken ct)
    {
        var numbers = plan.Changes.Where(c => c.Action == RosterAction.TakeBack).Select(c => Employee.Normalize(c.Key)).ToList();
        return db.Employees
            .Where(e => e.Employment == Employment.Left && numbers.Contains(e.NormalizedUserName!))
            .Select(e => e.Id)
            .ToListAsync(ct);
    }

    /// <summary>Why what was shown is no longer what would be done: somebody has just done it, or the roll has changed.</summary>
    private async Task<RosterOutcome> WhyOtherwiseAsync(long runId, CancellationToken ct) =>
        await db.RosterRuns.AnyAsync(r => r.Id == runId && r.AppliedAt != null, ct) ? RosterOutcome.AppliedBefore : RosterOutcome.Stale;

    private RosterFile Read(byte[] content, CancellationToken ct) =>
        time.Read(token => RosterReader.Read(content, token), RosterReader.TooSlow, ct);

    private async Task<long> RoleAsync(CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var role = (await registrar.RoleIdsAsync(ct))[Roles.Employee];
        await turn.CommitAsync(ct);
        return role;
    }

    /// <summary>What the run would do, and the number of the roll's state that it would do it to.</summary>
    private async Task<(RosterPlan Plan, long Revision)> PlanAsync(RosterRun run, Actor importer, CancellationToken ct)
    {
        var file = Read(await File.ReadAllBytesAsync(vault.PathOf(run.Digest), ct), ct);
        await using var snapshot = await Snapshot.OfAsync(db, ct);
        var revision = await snapshot.RevisionAsync(ct);
        return (RosterPlan.Of(file, await RosterSnapshot.TakeAsync(db, ct), run.IsComplete, importer.Number), revision);
    }
}
