using Academy.Domain.Questions;

namespace Academy.Domain.Quizzes;

/// <summary>One place of a paper: which version of which question, its options in the order drawn, and what it is worth.</summary>
public sealed class Slot
{
    private Slot() { }

    public Slot(int number, QuestionVersion version, int? part, IReadOnlyList<string> optionOrder, Points worth)
    {
        Number = number;
        Version = version;
        VersionId = version.Id;
        Part = part;
        OptionOrder = optionOrder;
        Worth = worth;
    }

    public long AttemptId { get; private set; }

    /// <summary>1 for the first question of the paper.</summary>
    public int Number { get; private set; }

    public long VersionId { get; private set; }
    public QuestionVersion Version { get; private set; } = null!;

    /// <summary>Which part of a case is asked here, from 0; null where the question is asked whole.</summary>
    public int? Part { get; private set; }

    public IReadOnlyList<string> OptionOrder { get; private set; } = [];
    public Points Worth { get; private set; }

    /// <summary>What is asked in this slot.</summary>
    public QuestionText Question => Part is { } part ? Version.Text.Parts[part] : Version.Text;

    public IEnumerable<Option> Options => OptionOrder.Select(key => Question.Options.Single(o => o.Key == key));
}
