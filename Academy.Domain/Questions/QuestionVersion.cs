namespace Academy.Domain.Questions;

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
