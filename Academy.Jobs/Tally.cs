namespace Academy.Jobs;

/// <summary>What jobs count; the screen has words for each.</summary>
public enum Counted
{
    AttemptsHandedIn,
    DrillsEnded,
    RefusalsTold,
    SessionsForgotten,
    CertificatesIssued,
    DigestsWritten,
    RemindersTold,
    LettersSent,
    LettersKept,
    LettersPostponed,
    LettersRejected,
    EditionsSealed,
    HeadsSealed,
    HeadsCopied,
    MessagesSent,
    MessagesPostponed,
    MessagesRejected,
}

/// <summary>What a job has done, by number.</summary>
public sealed record Tally(IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>What kept it from the rest, outside of the academy; empty where nothing did.</summary>
    public string Trouble { get; init; } = "";

    public static readonly Tally Nothing = new(new Dictionary<string, long>());

    public static Tally Of(params IEnumerable<(Counted What, long Count)> counts) =>
        new(counts.Where(part => part.Count > 0).ToDictionary(part => $"{part.What}", part => part.Count));

    public override string ToString() => string.Join(", ", Counts.Select(part => $"{part.Key} {part.Value}"));
}
