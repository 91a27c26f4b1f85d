using System.Globalization;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Marking;

/// <summary>
/// How an answer is written down: one key, several, all of them in an order, one text, or a text or key
/// for each of several places.
/// </summary>
public enum AnswerShape { None, Choice, Choices, Order, Text, Fields }

/// <summary>One place that an answer fills.</summary>
/// <param name="Key">"1", "2", … in the order of the question.</param>
/// <param name="Choices">What is chosen from, by keys that tell nothing; empty where the answer is typed.</param>
/// <param name="Longest">How many characters it takes.</param>
public sealed record AnswerField(string Key, IReadOnlyList<Option> Choices, int Longest)
{
    public const int LongestWord = 500;
    public const int LongestText = 20_000;

    public bool IsChosen => Choices.Count > 0;

    /// <summary>Its place among those of the question, from 0.</summary>
    public int Index => int.Parse(Key, CultureInfo.InvariantCulture) - 1;
}

/// <summary>What a question offers and where it is answered.</summary>
public static class AnswerFields
{
    extension(QuestionText question)
    {
        public AnswerShape Shape => question.Type switch
        {
            QuestionType.SingleChoice or QuestionType.TrueFalse => AnswerShape.Choice,
            QuestionType.MultipleChoice => AnswerShape.Choices,
            QuestionType.Ordering => AnswerShape.Order,
            QuestionType.Matching => AnswerShape.Fields,
            QuestionType.ShortAnswer or QuestionType.Essay => AnswerShape.Text,
            QuestionType.FillIn or QuestionType.Numerical or QuestionType.Cloze =>
                question.Blanks().Count == 1 ? AnswerShape.Text : AnswerShape.Fields,
            _ => AnswerShape.None,
        };

        /// <summary>Whether it asks for anything by itself.</summary>
        public bool IsAnswered => question.Shape != AnswerShape.None;

        /// <summary>
        /// What is chosen from, matched with, or put in order. The keys of the last two follow the texts' own order:
        /// a page that names them does not tell what belongs where.
        /// </summary>
        public IReadOnlyList<Option> Choices() => question.Type switch
        {
            QuestionType.Matching => [.. question.Pairs
                .Select(p => p.Right)
                .Distinct()
                .OrderBy(r => r.Plain, StringComparer.Ordinal)
                .Select((right, index) => new Option(OptionKeys.At(index), right, 0))],
            QuestionType.Ordering =>
                [.. Sorted(question).Select((original, index) => question.Options[original] with { Key = OptionKeys.At(index) })],
            _ => question.Options,
        };

        /// <summary>What the whole question is chosen from, matched with or ordered of, as drawn.</summary>
        /// <param name="order">Keys in the order drawn; those of a gap follow the gap's own key: "2-c".</param>
        public IEnumerable<Option> ChoicesIn(IReadOnlyList<string> order) => Drawn(question.Choices(), order, "");

        /// <summary>What one gap is chosen from, as drawn.</summary>
        public IEnumerable<Option> ChoicesIn(IReadOnlyList<string> order, AnswerField field) => question.Type == QuestionType.Matching
            ? question.ChoicesIn(order)
            : Drawn(field.Choices, order, field.Key + "-");

        /// <summary>The keys of what is put in order, in the right one.</summary>
        public IReadOnlyList<string> RightOrder()
        {
            var sorted = Sorted(question);
            return [.. question.Options.Select((_, original) => OptionKeys.At(sorted.IndexOf(original)))];
        }

        /// <summary>The left sides of a matching question that ask for a right one.</summary>
        public IReadOnlyList<Pair> Rows() => [.. question.Pairs.Where(p => !p.Left.IsEmpty)];

        public IReadOnlyList<AnswerField> Fields() => question.Type switch
        {
            QuestionType.Matching when question.Choices() is var choices =>
                [.. question.Rows().Select((_, index) => new AnswerField(KeyOf(index), choices, AnswerField.LongestWord))],
            QuestionType.ShortAnswer or QuestionType.Essay => [new AnswerField(KeyOf(0), [], AnswerField.LongestText)],
            _ => [.. question.Blanks().Select((gap, index) => new AnswerField(KeyOf(index), gap.Options, AnswerField.LongestWord))],
        };
    }

    private static string KeyOf(int index) => FormattableString.Invariant($"{index + 1}");

    private static IEnumerable<Option> Drawn(IReadOnlyList<Option> options, IReadOnlyList<string> order, string prefix) =>
        options.OrderBy(o => order.Index().FirstOrDefault(at => at.Item == prefix + o.Key).Index);

    private static List<int> Sorted(QuestionText question) =>
        [.. Enumerable.Range(0, question.Options.Count).OrderBy(index => question.Options[index].Text.Plain, StringComparer.Ordinal)];
}
