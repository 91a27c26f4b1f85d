namespace Academy.Domain.Questions.Formats;

/// <summary>A question as a file gives it, before a bank has taken it in.</summary>
public sealed record DraftQuestion
{
    /// <summary>Its number among all questions of the file, those that were reported included.</summary>
    public required int Position { get; init; }
    public required int Line { get; init; }
    public string? Category { get; init; }
    public string? Id { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Name { get; init; }
    public required QuestionType Type { get; init; }
    public required string Stem { get; init; }
    public IReadOnlyList<Option> Options { get; init; } = [];
    public IReadOnlyList<DraftAnswer> Answers { get; init; } = [];
    public IReadOnlyList<DraftPair> Pairs { get; init; } = [];
    public IReadOnlyList<DraftGap> Gaps { get; init; } = [];

    /// <summary>What the file says it is worth; null when it does not say.</summary>
    public decimal? Points { get; init; }
    public string? Explanation { get; init; }

    /// <summary>The rest of the first tag that begins with the prefix: of "difficulty:2" it is "2".</summary>
    public string? TagValue(string prefix) => TagValues(prefix).FirstOrDefault();

    public IEnumerable<string> TagValues(string prefix) =>
        from tag in Tags
        where tag.StartsWith($"{prefix}:", StringComparison.Ordinal)
        select tag[(prefix.Length + 1)..];
}
