using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;

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

    /// <summary>Keys of options in the order drawn; those of a gap follow the gap's own key: "2-c".</summary>
    public IReadOnlyList<string> OptionOrder { get; private set; } = [];

    public Points Worth { get; private set; }

    /// <summary>What is asked in this slot.</summary>
    public QuestionText Question => Version.Text.At(Part);

    /// <summary>Why points cannot be given so: each criterion has its bounds, and together they are the points.</summary>
    public MarkRefusal? Refusal(Mark mark)
    {
        if (mark.Points < Points.Zero || mark.Criteria.Any(given => given < Points.Zero)) return MarkRefusal.NegativePoints;
        var worths = KeyPoints.Worths(Question, Worth);
        if (mark.Points > Worth || mark.Criteria.Zip(worths).Any(pair => pair.First > pair.Second)) return MarkRefusal.TooManyPoints;
        var adds = mark.Criteria.Count == worths.Count && mark.Criteria.Sum(given => given) == mark.Points;
        if (worths.Count > 0 && !adds) return MarkRefusal.WrongSum;
        return mark.Comment.Length > Mark.LongestComment ? MarkRefusal.CommentTooLong : null;
    }

    /// <summary>What the whole question is chosen from, matched with or ordered of, as drawn.</summary>
    public IEnumerable<Option> Options => Question.ChoicesIn(OptionOrder);

    /// <summary>What one gap is chosen from, as drawn.</summary>
    public IEnumerable<Option> ChoicesOf(AnswerField field) => Question.ChoicesIn(OptionOrder, field);
}
