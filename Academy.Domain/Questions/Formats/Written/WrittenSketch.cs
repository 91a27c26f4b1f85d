using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>A written question that cannot be taken, as far as it can be understood, for whoever mends it.</summary>
internal static class WrittenSketch
{
    public static QuestionText Of(WrittenQuestion question)
    {
        var type = question.Type ?? WrittenRules.TypeOf(question);
        var isText = type is WrittenType.FillIn or WrittenType.ShortAnswer or WrittenType.Essay or WrittenType.Case
            && question.Options.Count == 0;
        if (isText) return Answered(question, type);
        return type == WrittenType.TrueFalse
            ? Blank(question, QuestionType.TrueFalse) with
            {
                Options = [.. VerdictWords.Options(true)
                    .Select(option => option with { Weight = VerdictWords.Of(question.Key) == (option.Key == "true") ? 100 : 0 })],
            }
            : Chosen(question, type);
    }

    private static QuestionText Answered(WrittenQuestion question, WrittenType type) => type == WrittenType.FillIn
        ? Blank(question, QuestionType.FillIn) with { Answers = question.Key.Length > 0 ? [new TypedAnswer(question.Key, 100)] : [] }
        : Blank(question, type == WrittenType.ShortAnswer ? QuestionType.ShortAnswer : QuestionType.Essay) with
        {
            Criteria = KeyCriteria.Of(question.Key),
        };

    private static QuestionText Chosen(WrittenQuestion question, WrittenType type)
    {
        var right = ChoiceKey.Read(question.Key, question.Options, question.CountsOptions) ?? [];
        var isSingle = type == WrittenType.SingleChoice || (right.Count < 2 && type is WrittenType.Choice or WrittenType.Case);
        return Blank(question, isSingle ? QuestionType.SingleChoice : QuestionType.MultipleChoice) with
        {
            Options = [.. question.Options.Select((text, n) =>
                new Option(OptionKeys.At(n), text, right.Contains(n) ? Math.Round(100m / right.Count, 5) : 0))],
        };
    }

    private static QuestionText Blank(WrittenQuestion question, QuestionType type) =>
        new() { Type = type, Stem = question.Stem, Explanation = question.Explanation, Points = question.Points };
}
