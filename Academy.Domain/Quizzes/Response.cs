using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>What was answered in one slot. The page counts its revisions; the highest one stands.</summary>
public sealed class Response
{
    private Response() { }

    public Response(long attemptId, int slot)
    {
        AttemptId = attemptId;
        Slot = slot;
    }

    public long AttemptId { get; private set; }
    public int Slot { get; private set; }
    public int Revision { get; private set; }

    /// <summary>Canonical JSON of the answer; null when it was cleared.</summary>
    public string? Value { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Arrived after the deadline, entered before it by the page's own account.</summary>
    public bool IsLate { get; private set; }

    public Points? Awarded { get; private set; }

    internal void Take(SentAnswer sent, bool late, DateTimeOffset now)
    {
        Revision = sent.Revision;
        Value = sent.Value;
        SavedAt = now;
        IsLate = late;
    }

    internal void Award(Points points) => Awarded = points;
}
