using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>
/// What the marks of GIFT may have wrong, and else what any question may, as GIFT writes it. Rules are read in order; the first
/// problem stands.
/// </summary>
internal static class GiftRules
{
    public static DraftProblem? Problem(GiftQuestion question, QuestionText text) =>
        Braces(question)
        ?? Name(question)
        ?? Marks(question.Answers)
        ?? (DraftRules.Problem(text) is { } problem ? problem with { Detail = AsWritten(question, problem) } : null);

    private static DraftProblem? Braces(GiftQuestion question)
    {
        if (question.Openings != question.Closings || question.IsInsideOut) return new(ReadingProblem.MissingBrace, question.Caption);
        return question.Openings > 1 ? new(ReadingProblem.TooManyBraces, question.Caption) : null;
    }

    private static DraftProblem? Name(GiftQuestion question) =>
        question.HasUnclosedName ? new(ReadingProblem.UnclosedName, question.Caption) : null;

    private static DraftProblem? Marks(GiftAnswers answers) => answers.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice or QuestionType.FillIn or QuestionType.Numerical =>
            TextBefore(answers) ?? Weights(answers.Choices),
        QuestionType.Matching => TextBefore(answers),
        _ => null,
    };

    private static DraftProblem? TextBefore(GiftAnswers answers) =>
        answers.BeforeChoices is { Length: > 0 } text ? new(ReadingProblem.TextBeforeOptions, text) : null;

    private static DraftProblem? Weights(IReadOnlyList<GiftChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Weight is null) is { } odd ? new(ReadingProblem.BadWeight, odd.Written) : null;

    /// <summary>Quotes the choice with its marks, where it is about one.</summary>
    private static string AsWritten(GiftQuestion question, DraftProblem problem) => problem switch
    {
        { Kind: ReadingProblem.EmptyStem } => question.Caption,
        { Kind: not ReadingProblem.DuplicateOption, Item: { } index } when index < question.Answers.Choices.Count =>
            question.Answers.Choices[index].Written,
        _ => problem.Detail,
    };
}
