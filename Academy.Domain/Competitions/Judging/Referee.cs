using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Judging;

public enum SheetRefusal
{
    NoSuchContestant, MayNotJudge, Oneself, NotOpen, Absent, Enough, HandedIn, OutOfBounds, Overtaken, Incomplete,
}

public enum SettlementRefusal
{
    NoSuchContestant, MayNotSettle, Oneself, OwnSheet, NotDiffering, AlreadyFinalized, OutOfBounds, ReasonMissing, ReasonTooLong,
}

/// <summary>What became of a sheet that was sent, and what is stored.</summary>
public sealed record SheetOutcome(SheetRefusal? Refusal, int Revision, SheetValues Values, DateTimeOffset? SavedAt, bool IsHandedIn);

/// <summary>
/// Takes down what judges see, each for themselves (评分). Sheets that agree stand at once; where judges differ, the chief judge settles
/// it, and both sheets stay as they were.
/// </summary>
public sealed class Referee(AcademyDb db, TimeProvider clock)
{
    public const int LongestReason = 400;

    /// <summary>
    /// Saves a judge's sheet: the highest revision stands. The same one once more is a repeat; the same revision with other values, or a
    /// lower one, is refused with what is stored.
    /// </summary>
    public async Task<SheetOutcome> WriteAsync(long contestantId, SentSheet sent, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var (contestant, refusal) = await FindAsync(contestantId, by, ct);
        if (contestant is null) return new SheetOutcome(refusal, 0, SheetValues.Empty, null, false);

        var own = await OwnAsync(contestantId, by, ct);
        if (own is not null && own.Revision == sent.Revision && own.Values.Says(sent.Values)) return Told(own, null);
        if (RefusalOf(contestant, own, sent) is { } refused) return Told(own, refused);

        var sheet = own ?? db.Add(new ScoreSheet(contestantId, by.Id!.Value)).Entity;
        db.Add(sheet.Write(sent, clock.GetUtcNow()));
        await turn.CommitAsync(ct);
        return Told(sheet, null);
    }

    /// <summary>
    /// Hands in what the judge saw. With the last sheet that it takes the contestant is judged; where the judges agree the result stands.
    /// </summary>
    public async Task<SheetRefusal?> HandInAsync(long contestantId, int revision, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var (contestant, refusal) = await FindAsync(contestantId, by, ct);
        if (contestant is null) return refusal;

        var own = await OwnAsync(contestantId, by, ct);
        if (own?.HandedInAt is not null) return null;
        if (contestant.JudgedAt is not null) return SheetRefusal.Enough;
        if (own is null || !contestant.Event.Sheet!.IsComplete(own.Values)) return SheetRefusal.Incomplete;
        if (own.Revision != revision) return SheetRefusal.Overtaken;

        var (sheet, now) = (contestant.Event.Sheet, clock.GetUtcNow());
        own.HandIn(now);
        var changes = await db.SheetChanges.CountAsync(c => c.ContestantId == contestantId && c.JudgeId == by.Id, ct);
        var person = await PersonAsync(contestant, ct);
        db.Add(new AuditEntry(
            by, now, JudgingTrail.SheetHandedIn, JudgingTrail.Contestant, $"{contestantId}", person, null,
            new SheetFacts(changes)));
        var others = await db.SheetsOfAsync(contestantId, ct);
        List<SheetValues> all = [.. others, own.Values];
        if (all.Count >= contestant.Event.Judges && contestant.Judge(sheet, all, now) is { } settlement) db.Add(settlement);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>
    /// Settles what the judges of a contestant differ about: by the chief judge of the competition or by who holds it, who have neither
    /// judged the contestant themselves nor begun to.
    /// </summary>
    /// <param name="contestantId">Of whom.</param>
    /// <param name="agreed">What stands: figures where notes are counted, and whether the result is void.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who settles it.</param>
    /// <param name="caller">From where.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<SettlementRefusal?> SettleAsync(
        long contestantId, SheetValues agreed, string reason, Actor by, Caller caller, CancellationToken ct)
    {
        reason = OneLine.Of(reason);
        if (reason.Length == 0) return SettlementRefusal.ReasonMissing;
        if (reason.Length > LongestReason) return SettlementRefusal.ReasonTooLong;

        await using var turn = await db.TakeTurnAsync(ct);
        var contestant = await db.Contestants.Entered().Include(c => c.Event.Competition)
            .SingleOrDefaultAsync(c => c.Id == contestantId, ct);
        if (contestant is null) return SettlementRefusal.NoSuchContestant;
        if (!await MaySettleAsync(contestant, by, ct)) return SettlementRefusal.MayNotSettle;
        if (contestant.EmployeeId == by.Id || await db.CompetesAsync(contestant.EventId, by.Id!.Value, ct))
            return SettlementRefusal.Oneself;
        if (await OwnAsync(contestantId, by, ct) is not null) return SettlementRefusal.OwnSheet;
        if (await db.Settlements.SingleOrDefaultAsync(s => s.ContestantId == contestantId, ct) is { } before)
            return before.ById is not null && before.Agreed.Says(agreed) ? null : SettlementRefusal.NotDiffering;
        if (!contestant.AwaitsSettlement) return SettlementRefusal.NotDiffering;
        if (contestant.Event.Competition.FinalizedAt is not null) return SettlementRefusal.AlreadyFinalized;

        var sheets = await db.SheetsOfAsync(contestantId, ct);
        if (!contestant.Event.Sheet!.Settles(sheets, agreed)) return SettlementRefusal.OutOfBounds;

        var now = clock.GetUtcNow();
        var result = SheetScore.Of(contestant.Event.Sheet, sheets, agreed);
        db.Add(contestant.Settle(result, new Settlement(contestantId, agreed, by.Id, reason, now)));
        db.Add(new AuditEntry(
            by, now, JudgingTrail.ResultSettled, JudgingTrail.Contestant, $"{contestantId}", await PersonAsync(contestant, ct), null,
            new SettlementFacts(result.Score, reason, caller.AddressText)));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Whether somebody settles what judges of an event differ about, were they not a judge of the contestant.</summary>
    private async Task<bool> MaySettleAsync(Contestant contestant, Actor by, CancellationToken ct) =>
        await db.TeachesAsync(by, ct)
        || (contestant.Event.Competition.ChiefJudgeId == by.Id && await db.JudgesAsync(by, ct));

    /// <summary>Somebody whom the judge may write about now, or why not.</summary>
    private async Task<(Contestant? Contestant, SheetRefusal? Refusal)> FindAsync(long contestantId, Actor by, CancellationToken ct)
    {
        if (!await db.JudgesAsync(by, ct)) return (null, SheetRefusal.MayNotJudge);
        var found = await db.Contestants.Entered().Include(c => c.Event.Competition).SingleOrDefaultAsync(c => c.Id == contestantId, ct);
        if (found is null) return (null, SheetRefusal.NoSuchContestant);
        if (found.EmployeeId == by.Id || await db.CompetesAsync(found.EventId, by.Id!.Value, ct)) return (null, SheetRefusal.Oneself);
        if (found.IsAbsent) return (null, SheetRefusal.Absent);

        return found.Event.Competition.State(clock.GetUtcNow()) is CompetitionState.Running or CompetitionState.Closed
            ? (found, null)
            : (null, SheetRefusal.NotOpen);
    }

    private static SheetRefusal? RefusalOf(Contestant contestant, ScoreSheet? own, SentSheet sent)
    {
        if (own?.HandedInAt is not null) return SheetRefusal.HandedIn;
        if (contestant.JudgedAt is not null) return SheetRefusal.Enough;
        if (sent.Revision is < 1 or > SentSheet.HighestRevision) return SheetRefusal.OutOfBounds;
        if (own is not null && sent.Revision <= own.Revision) return SheetRefusal.Overtaken;
        return contestant.Event.Sheet!.Takes(sent.Values) ? null : SheetRefusal.OutOfBounds;
    }

    private static SheetOutcome Told(ScoreSheet? stored, SheetRefusal? refusal) => stored is null
        ? new SheetOutcome(refusal, 0, SheetValues.Empty, null, false)
        : new SheetOutcome(refusal, stored.Revision, stored.Values, stored.SavedAt, stored.HandedInAt is not null);

    private Task<ScoreSheet?> OwnAsync(long contestantId, Actor by, CancellationToken ct) =>
        db.ScoreSheets.SingleOrDefaultAsync(s => s.ContestantId == contestantId && s.JudgeId == by.Id, ct);

    private Task<string> PersonAsync(Contestant contestant, CancellationToken ct) =>
        db.Employees.Where(e => e.Id == contestant.EmployeeId).Select(e => e.UserName + " " + e.Name).SingleAsync(ct);
}
