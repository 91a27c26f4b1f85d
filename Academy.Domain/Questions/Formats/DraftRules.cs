using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>
/// What <see cref="QuestionRules"/> has against a question of a file, in the words of who reads it. A reader adds only what its
/// notation can have wrong. The first objection stands.
/// </summary>
internal static class DraftRules
{
    public static ReadingObjection? Objection(QuestionText text) => Objections(text).FirstOrDefault();

    public static IEnumerable<ReadingObjection> Objections(QuestionText text) =>
        from objection in QuestionRules.Objections(text)
        where !IsLetPass(objection.Fault)
        select new ReadingObjection(ProblemOf(objection), objection.Detail, objection.Item);

    /// <summary>
    /// The only thing that a file may bring and an author may not write: weights of another system that pay something for ticking
    /// everything. They would have to be set anew one question at a time. Where they earn all, <see cref="DraftRemarks"/> says so
    /// and the question decides no result by its weights; the editor asks for better ones when it is written next.
    /// </summary>
    private static bool IsLetPass(QuestionFault fault) => fault == QuestionFault.EverythingRewarded;

    private static ReadingProblem ProblemOf(QuestionObjection objection) => objection.Fault switch
    {
        QuestionFault.StemMissing => ReadingProblem.EmptyStem,
        QuestionFault.TextTooLong => ReadingProblem.TextTooLong,
        QuestionFault.TooFewOptions or QuestionFault.TooFewPairs => ReadingProblem.TooFewOptions,
        QuestionFault.TooManyOptions => ReadingProblem.TooManyOptions,
        QuestionFault.OptionMissing => ReadingProblem.EmptyOption,
        QuestionFault.AnswerMissing when objection.Item is not null => ReadingProblem.EmptyOption,
        QuestionFault.OptionsEqual => ReadingProblem.DuplicateOption,
        QuestionFault.SeveralRightAnswers => ReadingProblem.SeveralRightAnswers,
        QuestionFault.WeightMalformed => ReadingProblem.BadWeight,
        QuestionFault.PointsMalformed when objection.IsOfGap => ReadingProblem.BadWeight,
        QuestionFault.PointsMalformed => ReadingProblem.BadPoints,
        QuestionFault.NumberMalformed or QuestionFault.ToleranceMalformed => ReadingProblem.BadNumber,
        QuestionFault.GapMissing => ReadingProblem.NoGap,
        QuestionFault.MarkWithoutGap or QuestionFault.GapOfOtherType => ReadingProblem.UnknownGap,
        QuestionFault.PairIncomplete => ReadingProblem.BadPair,
        QuestionFault.PartsMissing => ReadingProblem.NoQuestions,
        QuestionFault.PartNotSimple => ReadingProblem.UnknownType,
        _ => ReadingProblem.NoRightAnswer,
    };
}
