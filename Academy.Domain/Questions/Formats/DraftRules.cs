using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>
/// What <see cref="QuestionRules"/> has against a question of a file, in the words of who reads it. A reader adds only what its
/// notation can have wrong. The first problem stands.
/// </summary>
internal static class DraftRules
{
    public static DraftProblem? Problem(QuestionText text) => Problems(text).FirstOrDefault();

    public static IEnumerable<DraftProblem> Problems(QuestionText text) =>
        from problem in QuestionRules.Problems(text)
        where !IsLetPass(problem.Kind)
        select new DraftProblem(KindOf(problem), problem.Detail, problem.Item);

    /// <summary>
    /// The only thing that a file may bring and an author may not write: weights of another system that pay something for ticking
    /// everything. They would have to be set anew one question at a time. Where they earn all, <see cref="DraftRemarks"/> says so
    /// and the question decides no result by its weights; the editor asks for better ones when it is written next.
    /// </summary>
    private static bool IsLetPass(QuestionProblemKind kind) => kind == QuestionProblemKind.EverythingRewarded;

    private static ReadingProblem KindOf(QuestionProblem problem) => problem.Kind switch
    {
        QuestionProblemKind.StemMissing => ReadingProblem.EmptyStem,
        QuestionProblemKind.TextTooLong => ReadingProblem.TextTooLong,
        QuestionProblemKind.TooFewOptions or QuestionProblemKind.TooFewPairs => ReadingProblem.TooFewOptions,
        QuestionProblemKind.TooManyOptions => ReadingProblem.TooManyOptions,
        QuestionProblemKind.OptionMissing => ReadingProblem.EmptyOption,
        QuestionProblemKind.AnswerMissing when problem.Item is not null => ReadingProblem.EmptyOption,
        QuestionProblemKind.OptionsEqual => ReadingProblem.DuplicateOption,
        QuestionProblemKind.SeveralRightAnswers => ReadingProblem.SeveralRightAnswers,
        QuestionProblemKind.WeightMalformed => ReadingProblem.BadWeight,
        QuestionProblemKind.PointsMalformed when problem.IsOfGap => ReadingProblem.BadWeight,
        QuestionProblemKind.PointsMalformed => ReadingProblem.BadPoints,
        QuestionProblemKind.NumberMalformed or QuestionProblemKind.ToleranceMalformed => ReadingProblem.BadNumber,
        QuestionProblemKind.GapMissing => ReadingProblem.NoGap,
        QuestionProblemKind.MarkWithoutGap or QuestionProblemKind.GapOfOtherType => ReadingProblem.UnknownGap,
        QuestionProblemKind.PairIncomplete => ReadingProblem.BadPair,
        QuestionProblemKind.PartsMissing => ReadingProblem.NoQuestions,
        QuestionProblemKind.PartNotSimple => ReadingProblem.UnknownType,
        _ => ReadingProblem.NoRightAnswer,
    };
}
