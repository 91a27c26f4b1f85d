using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Competitions.Judging;

/// <summary>
/// Who competes in a judged event (参赛者), and what came of it. Who withdraws and enters again is another contestant: what was before
/// stays as it was.
/// </summary>
public sealed class Contestant
{
    private Contestant() { }

    /// <param name="eventId">In which event.</param>
    /// <param name="employeeId">Who.</param>
    /// <param name="branchId">Where the person works at that time; the result stays with that branch.</param>
    /// <param name="isRanked">Whether the result has a rank; a guest's has none.</param>
    /// <param name="enteredById">Who entered them.</param>
    /// <param name="now">When.</param>
    public Contestant(long eventId, long employeeId, long branchId, bool isRanked, long enteredById, DateTimeOffset now)
    {
        (EventId, EmployeeId, BranchId, IsRanked) = (eventId, employeeId, branchId, isRanked);
        (EnteredById, EnteredAt) = (enteredById, now);
    }

    public long Id { get; private set; }
    public long EventId { get; private set; }
    public Event Event { get; private set; } = null!;
    public long EmployeeId { get; private set; }
    public long BranchId { get; private set; }
    public bool IsRanked { get; private set; }
    public long EnteredById { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Did not come (缺席): nobody waits for a result.</summary>
    public bool IsAbsent { get; private set; }

    /// <summary>When the last of the sheets was handed in that it takes: the moment of the result, whenever it is settled.</summary>
    public DateTimeOffset? JudgedAt { get; private set; }

    /// <summary>From when the result stands.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Net notes, or points in hundredths; null where nothing stands, and where the result is void.</summary>
    public int? Score { get; private set; }

    /// <summary>How often something was taken off.</summary>
    public int Wrong { get; private set; }

    /// <summary>Whether it has a rank.</summary>
    public bool Counts { get; private set; }

    /// <summary>What was decided on an objection; null where nothing was.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>Whether judges differ and somebody has to settle it.</summary>
    public bool AwaitsSettlement => JudgedAt is not null && SettledAt is null;

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt = now;

    internal void Call(bool isAbsent) => IsAbsent = isAbsent;

    /// <summary>
    /// Has the last sheet that it takes: where the judges agree the result stands, and otherwise there is no settlement yet.
    /// </summary>
    internal Settlement? Judge(Sheet sheet, IReadOnlyList<SheetValues> sheets, DateTimeOffset now)
    {
        JudgedAt = now;
        if (!sheet.Agree(sheets)) return null;

        var agreed = sheet.IsRubric ? SheetValues.Empty with { Void = sheets[0].Void } : sheets[0];
        return Settle(SheetScore.Of(sheet, sheets, agreed), new Settlement(Id, agreed, null, "", now));
    }

    internal Settlement Settle(JudgedScore result, Settlement settlement)
    {
        SettledAt = settlement.At;
        Correct(result);
        return settlement;
    }

    /// <summary>Has another result stand; what it was settled on stays.</summary>
    internal void Correct(JudgedScore result)
    {
        (Score, Wrong) = (result.Score, result.Wrong);
        Count();
    }

    internal void Decide(Verdict verdict)
    {
        Verdict = verdict;
        Count();
    }

    private void Count() => Counts = IsRanked && Score is not null && Verdict != Drills.Verdict.DoesNotCount;
}
