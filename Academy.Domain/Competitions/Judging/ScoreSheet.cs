namespace Academy.Domain.Competitions.Judging;

/// <summary>What one judge writes down of one contestant. Handed in, it never changes.</summary>
public sealed class ScoreSheet
{
    private ScoreSheet() { }

    internal ScoreSheet(long contestantId, long judgeId) => (ContestantId, JudgeId) = (contestantId, judgeId);

    public long ContestantId { get; private set; }
    public long JudgeId { get; private set; }
    public SheetValues Values { get; private set; } = SheetValues.Empty;

    /// <summary>The page's count of changes; the highest one stands.</summary>
    public int Revision { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }
    public DateTimeOffset? HandedInAt { get; private set; }

    internal SheetChange Write(SentSheet sent, DateTimeOffset now)
    {
        (Values, Revision, SavedAt) = (sent.Values, sent.Revision, now);
        return new SheetChange(this);
    }

    internal void HandIn(DateTimeOffset now) => HandedInAt = now;
}

/// <summary>What a sheet said at one time; it stays.</summary>
public sealed class SheetChange
{
    private SheetChange() { }

    internal SheetChange(ScoreSheet sheet)
    {
        (ContestantId, JudgeId, Revision) = (sheet.ContestantId, sheet.JudgeId, sheet.Revision);
        (Values, SavedAt) = (sheet.Values, sheet.SavedAt);
    }

    public long ContestantId { get; private set; }
    public long JudgeId { get; private set; }
    public int Revision { get; private set; }
    public SheetValues Values { get; private set; } = SheetValues.Empty;
    public DateTimeOffset SavedAt { get; private set; }
}

/// <summary>A sheet as a page sends it.</summary>
/// <param name="Revision">The page's count of changes, from 1.</param>
/// <param name="Values">All of it.</param>
public sealed record SentSheet(int Revision, SheetValues Values)
{
    public const int HighestRevision = 1_000_000;
}

/// <summary>On what a result stands; it stays. What the judges wrote down stays beside it.</summary>
public sealed class Settlement
{
    private Settlement() { }

    internal Settlement(long contestantId, SheetValues agreed, long? byId, string reason, DateTimeOffset now) =>
        (ContestantId, Agreed, ById, Reason, At) = (contestantId, agreed, byId, reason, now);

    public long ContestantId { get; private set; }
    public SheetValues Agreed { get; private set; } = SheetValues.Empty;

    /// <summary>Null where the judges agreed.</summary>
    public long? ById { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
