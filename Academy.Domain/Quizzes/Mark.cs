using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

public enum MarkRefusal
{
    NotSubmitted, NothingToMark, TooManyPoints, NegativePoints, WrongSum, CommentTooLong, MarkedMeanwhile, OthersMark,
}

/// <summary>What a person gave for a response. It never changes; a later one for the same slot takes its place.</summary>
public sealed class Mark
{
    public const int LongestComment = 1000;

    private Mark() { }

    public Mark(long attemptId, int slot, IReadOnlyList<Points> criteria, Points points, string comment, long markerId, DateTimeOffset now)
    {
        AttemptId = attemptId;
        Slot = slot;
        Criteria = criteria;
        Points = points;
        Comment = comment;
        MarkerId = markerId;
        MarkedAt = now;
    }

    public long Id { get; private set; }
    public long AttemptId { get; private set; }
    public int Slot { get; private set; }

    /// <summary>What each criterion of the question earned, in its order; empty where it has none.</summary>
    public IReadOnlyList<Points> Criteria { get; private set; } = [];

    public Points Points { get; private set; }

    /// <summary>What the marker tells the employee.</summary>
    public string Comment { get; private set; } = "";

    public long MarkerId { get; private set; }
    public DateTimeOffset MarkedAt { get; private set; }
}
