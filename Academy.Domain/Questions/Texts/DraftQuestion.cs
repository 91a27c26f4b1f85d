namespace Academy.Domain.Questions.Texts;

/// <summary>A question as a file gives it, before a bank has taken it in.</summary>
public sealed record DraftQuestion
{
    private const string Clause = "clause";
    private const string Difficulty = "difficulty";
    private const string Norm = "norm";
    private static readonly string[] Said = [Clause, Difficulty, Norm];

    /// <summary>Its number among all questions of the file, those that were reported included.</summary>
    public required int Position { get; init; }
    public required int Line { get; init; }
    public string? Category { get; init; }
    public string? Id { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Name { get; init; }
    public required QuestionText Text { get; init; }

    /// <summary>What the text shows and plays; it names them as <c>file:</c>.</summary>
    public IReadOnlyList<DraftFile> Files { get; init; } = [];

    public QuestionType Type => Text.Type;

    /// <summary>The text with what the tags say of it.</summary>
    public QuestionText ToText() => Text with
    {
        Topic = TagValue(Clause) ?? Text.Topic,
        Difficulty = int.TryParse(TagValue(Difficulty), out var level) && level is >= 1 and <= 3 ? level : Text.Difficulty,
        Norm = TagValue(Norm) ?? Text.Norm,
    };

    /// <summary>The same with another text that says everything itself, whatever the tags said.</summary>
    public DraftQuestion Rewritten(QuestionText text) =>
        this with { Text = text, Tags = [.. Tags.Where(tag => !Said.Any(said => tag.StartsWith($"{said}:", StringComparison.Ordinal)))] };

    /// <summary>The rest of the first tag that begins with the prefix: of "difficulty:2" it is "2".</summary>
    public string? TagValue(string prefix) => TagValues(prefix).FirstOrDefault();

    public IEnumerable<string> TagValues(string prefix) =>
        from tag in Tags
        where tag.StartsWith($"{prefix}:", StringComparison.Ordinal)
        select tag[(prefix.Length + 1)..];
}

/// <summary>A picture or sound that came with a question.</summary>
/// <param name="Name">As the text names it.</param>
/// <param name="Content">Its bytes, not yet checked.</param>
public sealed record DraftFile(string Name, ReadOnlyMemory<byte> Content);
