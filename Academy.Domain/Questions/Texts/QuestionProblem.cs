using System.Globalization;
using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Texts;

/// <summary>Why a question cannot be asked or marked as it is written.</summary>
public enum QuestionProblemKind
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

/// <summary>A problem, and the part of the text that has it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">Where, as the text names it: <c>Stem</c>, <c>Options[2]</c>, <c>Parts[0].Gaps[1]</c>.</param>
/// <param name="Detail">Quotes the text: the option, the weight, how many there are.</param>
public sealed partial record QuestionProblem(QuestionProblemKind Kind, string Place, string Detail = "")
{
    /// <summary>Which of the options, answers or pairs it is about, from 0; null where it is about no single one.</summary>
    internal int? Item => LastNumber().Match(Place) is { Success: true } number
        ? int.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    internal bool IsOfGap => Place.Contains("Gaps[", StringComparison.Ordinal);

    internal QuestionProblem Below(string place) => this with { Place = $"{place}.{Place}" };

    [GeneratedRegex(@"\[(\d+)\]$")]
    private static partial Regex LastNumber();
}
