namespace Academy.Domain.Questions.Versions;

/// <summary>What a reviewer decided on a version; kept for good.</summary>
public sealed class Review
{
    private Review() { }

    internal Review(long reviewerId, bool isApproval, string comment, DateTimeOffset now)
    {
        ReviewerId = reviewerId;
        IsApproval = isApproval;
        Comment = comment;
        At = now;
    }

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public long ReviewerId { get; private set; }
    public bool IsApproval { get; private set; }
    public string Comment { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
