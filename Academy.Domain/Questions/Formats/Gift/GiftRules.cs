using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>What a question written as GIFT must fulfill to be taken. Rules are read in order; the first objection stands.</summary>
internal static class GiftRules
{
    private const int FewestOptions = 2;
    private const int MostOptions = 26;

    public static ReadingObjection? Objection(GiftQuestion question) =>
        Braces(question) ?? Name(question) ?? Stem(question) ?? Answers(question.Answers);

    private static ReadingObjection? Braces(GiftQuestion question)
    {
        if (question.Openings != question.Closings || question.IsInsideOut) return new(ReadingProblem.MissingBrace, question.Caption);
        return question.Openings > 1 ? new(ReadingProblem.TooManyBraces, question.Caption) : null;
    }

    private static ReadingObjection? Name(GiftQuestion question) =>
        question.HasUnclosedName ? new(ReadingProblem.UnclosedName, question.Caption) : null;

    private static ReadingObjection? Stem(GiftQuestion question) =>
        question.Stem.IsEmpty ? new(ReadingProblem.EmptyStem, question.Caption) : null;

    private static ReadingObjection? Answers(GiftAnswers answers) => answers.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice =>
            TextBefore(answers)
            ?? Count(answers.Choices)
            ?? Weights(answers.Choices)
            ?? Empty(answers.Choices)
            ?? Duplicate(answers.Choices)
            ?? NoneRight(answers.Choices),
        QuestionType.FillIn => TextBefore(answers) ?? Weights(answers.Choices) ?? Untyped(answers.Choices) ?? NoneRight(answers.Choices),
        QuestionType.Numerical => TextBefore(answers) ?? Weights(answers.Choices) ?? Numbers(answers.Choices) ?? NoneRight(answers.Choices),
        QuestionType.Matching => TextBefore(answers) ?? Pairs(answers),
        _ => null,
    };

    private static ReadingObjection? TextBefore(GiftAnswers answers) =>
        answers.BeforeChoices is { Length: > 0 } text ? new(ReadingProblem.TextBeforeOptions, text) : null;

    private static ReadingObjection? Count(IReadOnlyList<GiftChoice> choices) => choices.Count switch
    {
        < FewestOptions => new(ReadingProblem.TooFewOptions, $"{choices.Count}"),
        > MostOptions => new(ReadingProblem.TooManyOptions, $"{choices.Count}"),
        _ => null,
    };

    private static ReadingObjection? Weights(IReadOnlyList<GiftChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Weight is null) is { } odd ? new(ReadingProblem.BadWeight, odd.Written) : null;

    private static ReadingObjection? Empty(IReadOnlyList<GiftChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Text.IsEmpty) is { } empty ? new(ReadingProblem.EmptyOption, empty.Written) : null;

    /// <summary>What is to be typed has to be text: nobody types a picture.</summary>
    private static ReadingObjection? Untyped(IReadOnlyList<GiftChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Text.Plain.Length == 0) is { } empty
            ? new(ReadingProblem.EmptyOption, empty.Written)
            : null;

    private static ReadingObjection? Duplicate(IReadOnlyList<GiftChoice> choices) =>
        choices.GroupBy(choice => choice.Text).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new(ReadingProblem.DuplicateOption, twice.Key.Plain)
            : null;

    private static ReadingObjection? NoneRight(IReadOnlyList<GiftChoice> choices) =>
        choices.Any(choice => choice.Weight > 0) ? null : new(ReadingProblem.NoRightAnswer, "");

    /// <summary>Whatever earns something must be a number; the rest may be anything else.</summary>
    private static ReadingObjection? Numbers(IReadOnlyList<GiftChoice> choices) =>
        choices.FirstOrDefault(choice => choice.AsNumber is null && (choice.Weight > 0 || choice.Text.Plain is not ("" or "*"))) is { } odd
            ? new(ReadingProblem.BadNumber, odd.Written)
            : null;

    private static ReadingObjection? Pairs(GiftAnswers answers)
    {
        if (answers.Choices.FirstOrDefault(choice => choice.AsPair is null or { Right.IsEmpty: true }) is { } odd)
            return new(ReadingProblem.BadPair, odd.Written);
        return answers.Pairs.Count(pair => !pair.Left.IsEmpty) < FewestOptions
            ? new(ReadingProblem.TooFewOptions, $"{answers.Pairs.Count}")
            : null;
    }
}
