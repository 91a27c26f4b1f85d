using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Rosters;

public enum RosterOutcome { Applied, AppliedBefore, Stale }

/// <summary>Takes rosters in: keeps the file, shows what it would do, and does all of it in one transaction or nothing.</summary>
public sealed class RosterClerk(AcademyDb db, FileVault vault, Registrar registrar, BankZone zone, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Keeps a file that can be read; what keeps it from being read is said and nothing kept.</summary>
    public async Task<(RosterRun? Run, IReadOnlyList<RosterProblem> Problems)> ReceiveAsync(
        string fileName, byte[] content, bool isComplete, Actor uploader, CancellationToken ct)
    {
        var file = RosterReader.Read(content);
        if (file.Objections.ToList() is { Count: > 0 } objections) return (null, objections);

        var kept = await vault.TakeAsync(new MemoryStream(content), RosterReader.MostBytes, ct);
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var run = new RosterRun(name.Length > 200 ? name[^200..] : name, kept!.Digest, isComplete, uploader.Id!.Value, clock.GetUtcNow());
        db.Add(run);
        await db.SaveChangesAsync(ct);
        return (run, []);
    }

    /// <summary>What the run would do now.</summary>
    public async Task<RosterPlan> PlanAsync(RosterRun run, Actor importer, CancellationToken ct)
    {
        var file = RosterReader.Read(await File.ReadAllBytesAsync(vault.PathOf(run.Digest), ct));
        return RosterPlan.Of(file, await RosterSnapshot.TakeAsync(db, ct), run.IsComplete, importer.Number);
    }

    /// <summary>Does what was shown. When the roll has changed so that it would be something else, nothing is done.</summary>
    public async Task<RosterOutcome> ApplyAsync(long runId, string shownFingerprint, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ChangeTracker.Clear();
        var run = await db.RosterRuns.SingleAsync(r => r.Id == runId, ct);
        if (run.IsApplied) return RosterOutcome.AppliedBefore;

        var plan = await PlanAsync(run, actor, ct);
        if (!plan.MayBeApplied || plan.Fingerprint != shownFingerprint) return RosterOutcome.Stale;

        try
        {
            await ChangeRollAsync(plan, actor, ct);
            await CloseAsync(runId, plan, actor, ct);
            await transaction.CommitAsync(ct);
            return RosterOutcome.Applied;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task ChangeRollAsync(RosterPlan plan, Actor actor, CancellationToken ct)
    {
        var writing = new RosterWriting(db, actor, clock.GetUtcNow(), zone.DayOf(clock.GetUtcNow()));
        await writing.ChangeBranchesAsync([.. plan.Changes.Where(c => c.Branch is not null)], ct);
        await writing.LearnIdsAsync(ct);
        var role = (await registrar.RoleIdsAsync(ct))[Roles.Employee];
        await writing.AddAsync([.. plan.Changes.Where(c => c.Action == RosterAction.AddPerson)], role, ct);
        foreach (var batch in plan.Changes.Where(c => c.Person is not null && c.Action != RosterAction.AddPerson).Chunk(Batch))
            await writing.ChangeAsync(batch, ct);
    }

    private async Task CloseAsync(long runId, RosterPlan plan, Actor actor, CancellationToken ct)
    {
        var run = await db.RosterRuns.SingleAsync(r => r.Id == runId, ct);
        run.Apply(actor.Id!.Value, clock.GetUtcNow());
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), PeopleTrail.RosterImported, PeopleTrail.Roster, run.Digest, run.FileName, null, new
        {
            run.Digest,
            run.IsComplete,
            plan.Rows,
            Created = plan.Count(RosterKind.Created),
            Changed = plan.Count(RosterKind.Changed),
            Moved = plan.Count(RosterKind.Moved),
            Left = plan.Count(RosterKind.Disabled) + plan.Unnamed,
        }));
        await db.SaveChangesAsync(ct);
        await BulkInsert.WriteAsync(db, plan.Changes.Select(c => c.ToStep(runId)), ct);
    }
}
