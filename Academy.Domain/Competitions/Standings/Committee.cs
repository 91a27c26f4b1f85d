using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>
/// Hears objections to results: those who took part raise them while there is time, and those who judge decide on them, nobody on their
/// own.
/// </summary>
public sealed class Committee(AcademyDb db, TimeProvider clock)
{
    /// <summary>Takes an objection down; the same once more while it is open is no second one.</summary>
    public async Task<ObjectionRefusal?> RaiseAsync(long eventId, string? text, Actor by, CancellationToken ct)
    {
        text = (text ?? "").ReplaceLineEndings("\n").Trim();
        if (OneLine.Of(text).Length == 0) return ObjectionRefusal.TextMissing;
        if (text.Length > Objection.LongestText) return ObjectionRefusal.TextTooLong;

        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        var competition = await db.Competitions.Published().WithEvents().SingleOrDefaultAsync(c => c.Events.Any(e => e.Id == eventId), ct);
        if (competition is null) return ObjectionRefusal.NoSuchEvent;
        if (!await db.DrillRuns.Of(by.Id!.Value).AnyAsync(r => r.EventId == eventId, ct)) return ObjectionRefusal.NotContestant;
        if (await db.Objections.Of(by.Id.Value).Open().SingleOrDefaultAsync(o => o.EventId == eventId, ct) is { } open)
            return open.Text == text ? null : ObjectionRefusal.AlreadyOpen;
        if (!competition.TakesObjections(now)) return ObjectionRefusal.NotOpen;

        var objection = db.Add(new Objection(eventId, by.Id.Value, text, now)).Entity;
        await db.SaveChangesAsync(ct);
        db.Add(new AuditEntry(
            by, now, CompetitionTrail.ObjectionRaised, CompetitionTrail.Objection, $"{objection.Id}", competition.Title, null,
            new ObjectionFacts(text)));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Leaves everything as it is, and says why.</summary>
    public Task<ObjectionRefusal?> RejectAsync(long objectionId, string? reason, Actor by, Caller caller, CancellationToken ct) =>
        DecideAsync(objectionId, null, null, reason, by, caller, ct);

    /// <summary>Lets a run count or not count from now on, with the effect on ranks that the person saw.</summary>
    public Task<ObjectionRefusal?> AcceptAsync(
        long objectionId, RunChange change, string? seen, string? reason, Actor by, Caller caller, CancellationToken ct) =>
        DecideAsync(objectionId, change, seen, reason, by, caller, ct);

    private async Task<ObjectionRefusal?> DecideAsync(
        long objectionId, RunChange? change, string? seen, string? said, Actor by, Caller caller, CancellationToken ct)
    {
        var reason = OneLine.Of(said);
        if (reason.Length == 0) return ObjectionRefusal.ReasonMissing;
        if (reason.Length > Objection.LongestReason) return ObjectionRefusal.ReasonTooLong;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.JudgesAsync(by, ct)) return ObjectionRefusal.MayNotDecide;
        if (await db.Objections.SingleOrDefaultAsync(o => o.Id == objectionId, ct) is not { } objection)
            return ObjectionRefusal.NoSuchObjection;
        if (objection.EmployeeId == by.Id) return ObjectionRefusal.OwnObjection;
        if (objection.State != ObjectionState.Open) return IsSame(objection, change) ? null : ObjectionRefusal.AlreadyDecided;
        if (await db.Events.AnyAsync(e => e.Id == objection.EventId && e.Competition.FinalizedAt != null, ct))
            return ObjectionRefusal.AlreadyFinalized;

        var now = clock.GetUtcNow();
        if (change is null) objection.Reject(reason, now);
        else if (await ApplyAsync(objection, change, seen, reason, by, caller, ct) is { } refusal) return refusal;

        var competition = await db.Events.Where(e => e.Id == objection.EventId).Select(e => e.Competition.Title).SingleAsync(ct);
        db.Add(new AuditEntry(
            by, now, CompetitionTrail.ObjectionDecided, CompetitionTrail.Objection, $"{objection.Id}", competition, null,
            new ObjectionDecidedFacts(objection.State, change is null ? null : $"{change.RunId}", reason, caller.AddressText)));
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<ObjectionRefusal?> ApplyAsync(
        Objection objection, RunChange change, string? seen, string reason, Actor by, Caller caller, CancellationToken ct)
    {
        if (await db.EffectOfAsync(objection.EventId, change, ct) is not { } effect) return ObjectionRefusal.NoSuchRun;
        if (effect.AsSeen() != seen) return ObjectionRefusal.EffectChanged;

        var run = await db.DrillRuns.SingleAsync(r => r.Id == change.RunId, ct);
        if (run.EmployeeId == by.Id) return ObjectionRefusal.OwnRun;

        run.Decide(change.Verdict);
        objection.Accept(change, reason, clock.GetUtcNow());
        var person = await db.Employees.Where(e => e.Id == run.EmployeeId).Select(e => e.UserName + " " + e.Name).SingleAsync(ct);
        db.Add(new AuditEntry(
            by, clock.GetUtcNow(), CompetitionTrail.RunDecided, CompetitionTrail.DrillRun, $"{run.Id}", person, null,
            new VerdictFacts(run.Counts, reason, caller.AddressText)));
        return null;
    }

    private static bool IsSame(Objection objection, RunChange? change) => change is null
        ? objection.State == ObjectionState.Rejected
        : objection.RunId == change.RunId && objection.Verdict == change.Verdict;
}
