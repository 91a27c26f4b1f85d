using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Web.Pages.Questions.Asking;

/// <summary>A question as somebody is asked it, and what they have answered so far.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Text">What is asked.</param>
/// <param name="OptionOrder">Keys of options in the order drawn.</param>
/// <param name="Worth">What a right answer earns.</param>
/// <param name="Scheme">How the answer will be marked.</param>
public sealed record AskedQuestion(int Number, QuestionText Text, IReadOnlyList<string> OptionOrder, Points Worth, MarkingScheme Scheme)
{
    /// <summary>What is to be read before a part of a case; empty where the question stands alone.</summary>
    public IReadOnlyList<Prose> Material { get; init; } = [];

    /// <summary>What was answered, as it is stored; null for nothing.</summary>
    public string? Stored { get; init; }

    /// <summary>Which answer that is; 0 for none.</summary>
    public int Revision { get; init; }

    /// <summary>What somebody has entered and is shown again, though it is not stored; null where there is nothing of the kind.</summary>
    public Answer? Kept { get; init; }

    public Answer Answer => Kept ?? Answer.Stored(Text, Stored);

    /// <summary>What is chosen from, matched with or put in order, as drawn; pages name it by <see cref="PaperKeys"/>.</summary>
    public IEnumerable<Option> Options => Text.ChoicesIn(OptionOrder);

    public IEnumerable<Option> ChoicesOf(AnswerField field) => Text.ChoicesIn(OptionOrder, field);

    /// <summary>A question that nobody is asked yet, to look at; a case by its parts.</summary>
    public static IEnumerable<AskedQuestion> Preview(QuestionText text)
    {
        if (text.Type != QuestionType.Case) return [Preview(1, text)];
        return text.Parts.Select((part, index) => Preview(index + 1, part) with { Material = MaterialOf(text, index) });
    }

    /// <summary>What a case tells before one of its parts: its own text, and the descriptions right before that part.</summary>
    /// <param name="text">The whole question.</param>
    /// <param name="part">Which part is asked, from 0; null where the question is asked whole.</param>
    public static IReadOnlyList<Prose> MaterialOf(QuestionText text, int? part) => part is not { } asked
        ? []
        : [text.Stem, .. text.Parts.Take(asked).Reverse().TakeWhile(before => !before.IsAnswered).Reverse().Select(before => before.Stem)];

    private static AskedQuestion Preview(int number, QuestionText text) =>
        new(number, text, [.. text.Options.Select(o => o.Key)], Points.Of(text.Points ?? 1), MarkingScheme.AllOrNothing);
}
