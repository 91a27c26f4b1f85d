namespace Academy.Domain.Questions.Formats;

/// <summary>What the questions of one file must fulfill to be taken. Rules are read in order; the first objection stands.</summary>
internal sealed class GiftRules
{
    private const int FewestOptions = 2;
    private const int MostOptions = 26;

    private readonly HashSet<string> ids = [];

    public GiftObjection? Objection(GiftQuestion question) =>
        Braces(question) ?? Name(question) ?? Type(question) ?? Stem(question) ?? Choices(question.Answers) ?? Id(question);

    private static GiftObjection? Braces(GiftQuestion question)
    {
        if (question.Openings != question.Closings || question.IsInsideOut) return new(ReadingProblem.MissingBrace, question.Caption);
        return question.Openings > 1 ? new(ReadingProblem.TooManyBraces, question.Caption) : null;
    }

    private static GiftObjection? Name(GiftQuestion question) =>
        question.HasUnclosedName ? new(ReadingProblem.UnclosedName, question.Caption) : null;

    private static GiftObjection? Type(GiftQuestion question) =>
        question.Answers.Type is null ? new(ReadingProblem.UnsupportedType, question.Answers.TypeName) : null;

    private static GiftObjection? Stem(GiftQuestion question) =>
        question.Stem.Length == 0 ? new(ReadingProblem.EmptyStem, question.Caption) : null;

    private static GiftObjection? Choices(GiftAnswers answers)
    {
        if (answers.Type == QuestionType.TrueFalse) return null;
        return TextBefore(answers) ?? Count(answers.Choices) ?? Each(answers.Choices) ?? Duplicate(answers.Choices) ?? NoneRight(answers.Choices);
    }

    private static GiftObjection? TextBefore(GiftAnswers answers) =>
        answers.BeforeChoices is { Length: > 0 } text ? new(ReadingProblem.TextBeforeOptions, text) : null;

    private static GiftObjection? Count(IReadOnlyList<GiftChoice> choices) => choices.Count switch
    {
        < FewestOptions => new(ReadingProblem.TooFewOptions, $"{choices.Count}"),
        > MostOptions => new(ReadingProblem.TooManyOptions, $"{choices.Count}"),
        _ => null,
    };

    private static GiftObjection? Each(IReadOnlyList<GiftChoice> choices)
    {
        if (choices.FirstOrDefault(choice => choice.Weight is null) is { } odd) return new(ReadingProblem.BadWeight, odd.Written);
        return choices.FirstOrDefault(choice => choice.Text.Length == 0) is { } empty ? new(ReadingProblem.EmptyOption, empty.Written) : null;
    }

    private static GiftObjection? Duplicate(IReadOnlyList<GiftChoice> choices) =>
        choices.GroupBy(choice => choice.Text).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new(ReadingProblem.DuplicateOption, twice.Key)
            : null;

    private static GiftObjection? NoneRight(IReadOnlyList<GiftChoice> choices) =>
        choices.Any(choice => choice.Weight > 0) ? null : new(ReadingProblem.NoRightAnswer, "");

    private GiftObjection? Id(GiftQuestion question) =>
        question.Id is null || ids.Add(question.Id) ? null : new(ReadingProblem.DuplicateId, question.Id);
}

internal sealed record GiftObjection(ReadingProblem Problem, string Detail);
