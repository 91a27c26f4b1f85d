namespace Academy.Domain.Reminders;

/// <summary>What people are reminded of, the most pressing first.</summary>
public enum Occasion
{
    Overdue,
    DueTomorrow,
    DueSoon,
    Assigned,
    MarkingWaits,
    JudgingWaits,
    CertificateRevoked,
    CertificateExpires,
    CertificateIssued,
    ObjectionDecided,
    VerdictGiven,
    ResultsReleased,
    ContestFinalized,
    EntryCloses,
    CompetitionOpens,
    Published,
}

/// <summary>What the text of a reminder may name.</summary>
public static class Placeholders
{
    public const string Title = "title";
    public const string Day = "day";
    public const string Count = "count";
    public const string Rank = "rank";

    public static IReadOnlyList<string> Of(Occasion occasion) => occasion switch
    {
        Occasion.Overdue or Occasion.DueTomorrow or Occasion.DueSoon or Occasion.Assigned => [Title, Day],
        Occasion.MarkingWaits or Occasion.JudgingWaits => [Count, Day],
        Occasion.CertificateExpires or Occasion.CertificateIssued => [Title, Day],
        Occasion.EntryCloses or Occasion.CompetitionOpens => [Title, Day],
        Occasion.ContestFinalized => [Title, Rank],
        _ => [Title],
    };
}
