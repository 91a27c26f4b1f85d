namespace Academy.Domain.Questions;

/// <summary>What a question says and teaches.</summary>
public sealed record QuestionText(
    QuestionType Type,
    string Stem,
    IReadOnlyList<Option> Options,
    string Explanation,
    string? Topic,
    int Difficulty,
    string? Norm)
{
    public bool Equals(QuestionText? other) =>
        other is not null && Type == other.Type && Stem == other.Stem && Explanation == other.Explanation
        && Topic == other.Topic && Difficulty == other.Difficulty && Norm == other.Norm && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => HashCode.Combine(Type, Stem, Explanation);
}

/// <summary>A question as it stood at some time. Nothing of it ever changes, so that old papers stay readable.</summary>
public sealed class QuestionVersion
{
    private QuestionVersion() { }

    public QuestionVersion(int number, QuestionText text)
    {
        Number = number;
        Text = text;
        Type = text.Type;
    }

    public long Id { get; private set; }
    public long QuestionId { get; private set; }
    public Question Question { get; private set; } = null!;

    /// <summary>1 for the first version.</summary>
    public int Number { get; private set; }

    public QuestionType Type { get; private set; }
    public QuestionText Text { get; private set; } = null!;

    /// <summary>When a newer version took its place; the current version has none.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    internal void Supersede(DateTimeOffset now) => SupersededAt = now;
}
