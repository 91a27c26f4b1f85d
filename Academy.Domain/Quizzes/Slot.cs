using Academy.Domain.Questions;

namespace Academy.Domain.Quizzes;

/// <summary>One place of a paper: which version of which question, its options in the order drawn, and what it is worth.</summary>
public sealed class Slot
{
    private Slot() { }

    public Slot(int number, QuestionVersion version, IReadOnlyList<string> optionOrder, Points worth)
    {
        Number = number;
        Version = version;
        VersionId = version.Id;
        OptionOrder = optionOrder;
        Worth = worth;
    }

    public long AttemptId { get; private set; }

    /// <summary>1 for the first question of the paper.</summary>
    public int Number { get; private set; }

    public long VersionId { get; private set; }
    public QuestionVersion Version { get; private set; } = null!;
    public IReadOnlyList<string> OptionOrder { get; private set; } = [];
    public Points Worth { get; private set; }

    public IEnumerable<Option> Options => OptionOrder.Select(key => Version.Text.Options.Single(o => o.Key == key));
}
