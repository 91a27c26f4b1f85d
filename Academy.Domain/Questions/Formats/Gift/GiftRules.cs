using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>
/// What the marks of GIFT may have wrong, and else what any question may, as GIFT writes it. Rules are read in order; the first
/// objection stands.
/// </summary>
internal static class GiftRules
{
    public static ReadingObjection? Objection(GiftQuestion question, QuestionText text) =>
        Braces(question)
        ?? Name(question)
        ?? Marks(question.Answers)
        ?? (DraftRules.Objection(text) is { } objection ? objection with { Detail = AsWritten(question, objection) } : null);

    private static ReadingObjection? Braces(GiftQuestion question)
    {
        if (question.Openings != question.Closings || question.IsInsideOut) return new(ReadingProblem.MissingBrace, question.Caption);
        return question.Openings > 1 ? new(ReadingProblem.TooManyBraces, question.Caption) : null;
    }

    private static ReadingObjection? Name(GiftQuestion question) =>
        question.HasUnclosedName ? new(ReadingProblem.UnclosedName, question.Caption) : null;

    private static ReadingObjection? Marks(GiftAnswers answers) => answers.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice or QuestionType.FillIn or QuestionType.Numerical =>
            TextBefore(answers) ?? Weights(answers.Choices),
        QuestionType.Matching => TextBefore(answers),
        _ => null,
    };

    private static ReadingObjection? TextBefore(GiftAnswers answers) =>
        answers.BeforeChoices is { Length: > 0 } text ? new(ReadingProblem.TextBeforeOptions, text) : null;

    private static ReadingObjection? Weights(IReadOnlyList<GiftChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Weight is null) is { } odd ? new(ReadingProblem.BadWeight, odd.Written) : null;

    /// <summary>Quotes the choice with its marks, where it is about one.</summary>
    private static string AsWritten(GiftQuestion question, ReadingObjection objection) => objection switch
    {
        { Problem: ReadingProblem.EmptyStem } => question.Caption,
        { Problem: not ReadingProblem.DuplicateOption, Item: { } index } when index < question.Answers.Choices.Count =>
            question.Answers.Choices[index].Written,
        _ => objection.Detail,
    };
}
