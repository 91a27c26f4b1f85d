using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>What any question must fulfill to be asked and marked. Rules are read in order; the first objection stands.</summary>
internal static class DraftRules
{
    private const int FewestOptions = 2;
    private const int MostOptions = 26;

    public static ReadingObjection? Objection(QuestionText text) => text.Stem.IsEmpty ? new(ReadingProblem.EmptyStem) : text.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice or QuestionType.TrueFalse => Choices(text.Options)
            ?? Weights(text.Options.Select(option => option.Weight)),
        QuestionType.Ordering => Choices(text.Options),
        QuestionType.FillIn or QuestionType.Numerical when text.Gaps.Count == 0 => Typed(text.Answers),
        QuestionType.Matching => Pairs(text.Pairs),
        QuestionType.Cloze or QuestionType.FillIn =>
            text.Gaps.Count == 0 ? new(ReadingProblem.NoGap) : text.Gaps.Select(Of).FirstOrDefault(objection => objection is not null),
        _ => null,
    };

    private static ReadingObjection? Of(Gap gap)
    {
        if (gap.Points <= 0) return new(ReadingProblem.BadWeight, $"{gap.Points}");
        return gap.Type == QuestionType.SingleChoice
            ? Choices(gap.Options) ?? Weights(gap.Options.Select(option => option.Weight))
            : Typed(gap.Answers);
    }

    private static ReadingObjection? Choices(IReadOnlyList<Option> options)
    {
        if (options.Count < FewestOptions) return new(ReadingProblem.TooFewOptions, $"{options.Count}");
        if (options.Count > MostOptions) return new(ReadingProblem.TooManyOptions, $"{options.Count}");
        if (options.FirstOrDefault(option => option.Text.IsEmpty) is { } empty) return new(ReadingProblem.EmptyOption, empty.Key);
        return options.GroupBy(option => option.Text).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new(ReadingProblem.DuplicateOption, twice.Key.Plain)
            : null;
    }

    private static ReadingObjection? Typed(IReadOnlyList<TypedAnswer> answers) =>
        answers.Any(answer => answer.Text.Length == 0) ? new(ReadingProblem.EmptyOption) : Weights(answers.Select(answer => answer.Weight));

    private static ReadingObjection? Pairs(IReadOnlyList<Pair> pairs)
    {
        if (pairs.FirstOrDefault(pair => pair.Right.IsEmpty) is { } odd) return new(ReadingProblem.BadPair, odd.Left.Plain);
        return pairs.Count(pair => !pair.Left.IsEmpty) is var count and < FewestOptions
            ? new(ReadingProblem.TooFewOptions, $"{count}")
            : null;
    }

    private static ReadingObjection? Weights(IEnumerable<decimal> weights)
    {
        if (weights.Where(weight => weight is < -100 or > 100).ToList() is [var odd, ..]) return new(ReadingProblem.BadWeight, $"{odd}");
        return weights.Any(weight => weight > 0) ? null : new(ReadingProblem.NoRightAnswer);
    }
}
