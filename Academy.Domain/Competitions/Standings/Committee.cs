using System.Diagnostics;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>
/// Hears objections to results: those who took part raise them while there is time, and those who judge decide on them, nobody on their
/// own, nor on what they have judged, marked or decided themselves, also by an earlier objection.
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
        var held = competition.Events.Single(e => e.Id == eventId);
        if (!await db.TookPartAsync(competition, held, by.Id!.Value, ct)) return ObjectionRefusal.NotContestant;
        if (await db.Objections.Of(by.Id.Value).Open().SingleOrDefaultAsync(o => o.EventId == eventId, ct) is { } open)
            return open.Text == text ? null : ObjectionRefusal.AlreadyOpen;
        if (!competition.TakesObjections(now, await db.ObjectionsUntilAsync(competition, ct))) return ObjectionRefusal.NotOpen;

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

    /// <summary>Has something else stand from now on, with the effect on ranks that the person saw.</summary>
    public Task<ObjectionRefusal?> AcceptAsync(
        long objectionId, ResultChange change, string? seen, string? reason, Actor by, Caller caller, CancellationToken ct) =>
        DecideAsync(objectionId, change, seen, reason, by, caller, ct);

    private async Task<ObjectionRefusal?> DecideAsync(
        long objectionId, ResultChange? change, string? seen, string? said, Actor by, Caller caller, CancellationToken ct)
    {
        var reason = OneLine.Of(said);
        if (reason.Length == 0) return ObjectionRefusal.ReasonMissing;
        if (reason.Length > Objection.LongestReason) return ObjectionRefusal.ReasonTooLong;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.JudgesAsync(by, ct)) return ObjectionRefusal.MayNotDecide;
        if (await db.Objections.SingleOrDefaultAsync(o => o.Id == objectionId, ct) is not { } objection)
            return ObjectionRefusal.NoSuchObjection;
        if (objection.EmployeeId == by.Id) return ObjectionRefusal.OwnObjection;
        if (objection.State != ObjectionState.Open) return objection.Says(change) ? null : ObjectionRefusal.AlreadyDecided;
        if (await db.Events.AnyAsync(e => e.Id == objection.EventId && e.Competition.FinalizedAt != null, ct))
            return ObjectionRefusal.AlreadyFinalized;

        if (change is null && await KeepsFromRejectingAsync(objection, by.Id!.Value, ct) is { } kept) return kept;

        var ruling = new Ruling(reason, by, caller, clock.GetUtcNow());
        if (change is null) objection.Reject(reason, by.Id!.Value, ruling.At);
        else if (await ApplyAsync(objection, change, seen, ruling, ct) is { } refusal) return refusal;

        var competition = await db.Events.Where(e => e.Id == objection.EventId).Select(e => e.Competition.Title).SingleAsync(ct);
        db.Add(new AuditEntry(
            by, ruling.At, CompetitionTrail.ObjectionDecided, CompetitionTrail.Objection, $"{objection.Id}", competition, null,
            ObjectionDecidedFacts.Of(objection, caller.AddressText)));
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<ObjectionRefusal?> ApplyAsync(
        Objection objection, ResultChange change, string? seen, Ruling ruling, CancellationToken ct)
    {
        var (effect, refusal) = await db.EffectOfAsync(objection.EventId, change, ct);
        if (effect is null) return refusal;
        var discipline = await db.DisciplineOfAsync(objection.EventId, ct);
        if (effect.EmployeeId == ruling.By.Id) return ObjectionRefusal.OwnResult;
        if (await db.HasHandInAsync(change.ResultId, discipline, ruling.By.Id!.Value, ct)) return ObjectionRefusal.OwnSheet;
        if (effect.Moves.Any(move => move.EmployeeId == ruling.By.Id)) return ObjectionRefusal.OwnResult;
        if (effect.AsSeen() != seen) return ObjectionRefusal.EffectChanged;

        var (act, subject, key) = change switch
        {
            RunChange run => await LetAsync(run, ct),
            ContestantChange judged => await LetAsync(judged, ct),
            Correction correction => await LetAsync(correction, effect.After, ct),
            PaperChange paper => await LetAsync(objection.EventId, paper, ct),
            _ => throw new UnreachableException(),
        };
        objection.Accept(change, ruling.Reason, ruling.By.Id!.Value, ruling.At);
        var person = await db.Employees.Where(e => e.Id == effect.EmployeeId).Select(e => e.UserName + " " + e.Name).SingleAsync(ct);
        var (before, after) = (ResultFacts.Of(effect.Before), ResultFacts.Of(effect.After));
        db.Add(new AuditEntry(
            ruling.By, ruling.At, act, subject, key, person, before,
            after with { Reason = ruling.Reason, Address = ruling.Caller.AddressText }));
        return null;
    }

    private async Task<(Act Act, AuditSubject Subject, string Key)> LetAsync(RunChange change, CancellationToken ct)
    {
        (await db.DrillRuns.SingleAsync(r => r.Id == change.RunId, ct)).Decide(change.Verdict);
        return (CompetitionTrail.RunDecided, CompetitionTrail.DrillRun, $"{change.RunId}");
    }

    private async Task<(Act Act, AuditSubject Subject, string Key)> LetAsync(ContestantChange change, CancellationToken ct)
    {
        (await db.Contestants.SingleAsync(c => c.Id == change.ContestantId, ct)).Decide(change.Verdict);
        return (JudgingTrail.ResultDecided, JudgingTrail.Contestant, $"{change.ContestantId}");
    }

    private async Task<(Act Act, AuditSubject Subject, string Key)> LetAsync(Correction change, ResultState stands, CancellationToken ct)
    {
        (await db.Contestants.SingleAsync(c => c.Id == change.ContestantId, ct)).Correct(new JudgedScore(stands.Score, stands.Wrong));
        return (JudgingTrail.ResultCorrected, JudgingTrail.Contestant, $"{change.ContestantId}");
    }

    private async Task<(Act Act, AuditSubject Subject, string Key)> LetAsync(long eventId, PaperChange change, CancellationToken ct)
    {
        var verdict = await db.Set<PaperVerdict>().SingleOrDefaultAsync(v => v.EventId == eventId && v.PaperId == change.PaperId, ct)
            ?? db.Add(new PaperVerdict(eventId, change.PaperId)).Entity;
        verdict.Decide(change.Verdict);
        var receipt = await db.Attempts.Where(a => a.Id == change.PaperId).Select(a => a.Receipt).SingleAsync(ct);
        return (CompetitionTrail.PaperDecided, QuizTrail.Attempt, receipt);
    }

    private async Task<ObjectionRefusal?> KeepsFromRejectingAsync(Objection objection, long judgeId, CancellationToken ct)
    {
        var held = await db.Events.AsNoTracking().Include(e => e.Competition).SingleAsync(e => e.Id == objection.EventId, ct);
        if (await db.TookPartAsync(held.Competition, held, judgeId, ct)) return ObjectionRefusal.OwnResult;
        return await db.HasHandInAnyOfAsync(held, objection.EmployeeId, judgeId, ct) ? ObjectionRefusal.OwnSheet : null;
    }

    /// <summary>What is said of a decision, by whom, from where and when.</summary>
    private sealed record Ruling(string Reason, Actor By, Caller Caller, DateTimeOffset At);
}
