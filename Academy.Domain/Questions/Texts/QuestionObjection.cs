namespace Academy.Domain.Questions.Texts;

/// <summary>Why a question cannot be asked or marked as it is written.</summary>
public enum QuestionFault
{
    StemMissing, TextTooLong,
    TooFewOptions, TooManyOptions, OptionMissing, OptionsEqual,
    NoRightAnswer, SeveralRightAnswers, WeightMalformed, EverythingRewarded,
    AnswerMissing, NumberMalformed, ToleranceMalformed,
    GapMissing, MarkWithoutGap, GapOfOtherType,
    TooFewPairs, PairIncomplete,
    PointsMalformed, CriterionMissing,
    PartsMissing, PartNotSimple,
}

/// <summary>A fault, and the part of the text that has it.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Place">Where, as the text names it: <c>Stem</c>, <c>Options[2]</c>, <c>Parts[0].Gaps[1]</c>.</param>
public sealed record QuestionObjection(QuestionFault Fault, string Place)
{
    internal QuestionObjection Below(string place) => this with { Place = $"{place}.{Place}" };
}
