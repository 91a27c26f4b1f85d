using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Data;
using Academy.Domain.Scoring;

namespace Academy.Domain.Questions.Texts;

/// <summary>What every question must fulfill to be asked and marked, wherever it was written.</summary>
public static partial class QuestionRules
{
    public const int LongestText = 20_000;
    public const int FewestOptions = 2;
    public const int MostOptions = OptionKeys.Letters;
    private const int LongestWhole = 10 * LongestText;

    public static IReadOnlyList<QuestionProblem> Problems(QuestionText text) =>
    [
        .. StemProblems(text).Select(kind => new QuestionProblem(kind, nameof(text.Stem))),
        .. text.Points is < 0
            ? [new QuestionProblem(QuestionProblemKind.PointsMalformed, nameof(text.Points), $"{text.Points}")]
            : Array.Empty<QuestionProblem>(),
        .. text.Type switch
        {
            QuestionType.SingleChoice or QuestionType.TrueFalse => Choices(text.Options, one: true),
            QuestionType.MultipleChoice => [.. Choices(text.Options, one: false), .. Reward(text.Options)],
            QuestionType.Ordering => Lines(text.Options),
            QuestionType.FillIn or QuestionType.Cloze => Gaps(text),
            QuestionType.Numerical => Typed(text.Answers, areNumbers: true, nameof(text.Answers)),
            QuestionType.Matching => Pairs(text.Pairs),
            QuestionType.ShortAnswer or QuestionType.Essay => Criteria(text.Criteria),
            QuestionType.Case => Parts(text.Parts),
            _ => [],
        },
    ];

    /// <summary>The number of the last gap that a stem marks; 0 when it marks none.</summary>
    public static int LastMark(string stem) => Marks(stem).DefaultIfEmpty(0).Max();

    private static IEnumerable<int> Marks(string stem) =>
        Mark().Matches(stem).Select(mark => int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture));

    private static IEnumerable<QuestionProblemKind> StemProblems(QuestionText text)
    {
        if (text.Stem.IsEmpty) yield return QuestionProblemKind.StemMissing;
        if (Length(text.Stem) > LongestText || Length(text.Explanation) > LongestText || JsonColumns.TextOf(text).Length > LongestWhole)
            yield return QuestionProblemKind.TextTooLong;
    }

    private static int Length(Prose prose) => prose.Html?.Length ?? prose.Plain.Length;

    private static IEnumerable<QuestionProblem> Choices(IReadOnlyList<Option> options, bool one)
    {
        foreach (var problem in Lines(options)) yield return problem;
        foreach (var (index, option) in options.Index().Where(o => o.Item.Weight is < -100 or > 100))
            yield return new(QuestionProblemKind.WeightMalformed, $"Options[{index}]", $"{option.Weight}");
        if (!options.Any(o => o.IsRight)) yield return new(QuestionProblemKind.NoRightAnswer, "Options");
        else if (one && options.Count(o => o.Weight >= 100) > 1) yield return new(QuestionProblemKind.SeveralRightAnswers, "Options");
    }

    private static IEnumerable<QuestionProblem> Lines(IReadOnlyList<Option> options)
    {
        if (options.Count < FewestOptions) yield return new(QuestionProblemKind.TooFewOptions, "Options", $"{options.Count}");
        if (options.Count > MostOptions) yield return new(QuestionProblemKind.TooManyOptions, "Options", $"{options.Count}");
        var seen = new HashSet<Prose>();
        foreach (var (index, option) in options.Index())
        {
            if (option.Text.IsEmpty) yield return new(QuestionProblemKind.OptionMissing, $"Options[{index}]", option.Key);
            else if (!seen.Add(option.Text)) yield return new(QuestionProblemKind.OptionsEqual, $"Options[{index}]", option.Text.Plain);
        }
    }

    /// <summary>
    /// Weights that somebody has set must not pay for ticking everything. A mere key, the right ones alike and the
    /// wrong ones nothing, sets none.
    /// </summary>
    private static IEnumerable<QuestionProblem> Reward(IReadOnlyList<Option> options)
    {
        var isMereKey = options.All(o => o.Weight >= 0) && options.Where(o => o.IsRight).Select(o => o.Weight).Distinct().Count() < 2;
        if (!isMereKey && options.Any(o => !o.IsRight) && options.Sum(o => o.Weight) > 0)
            yield return new(QuestionProblemKind.EverythingRewarded, "Options");
    }

    private static IEnumerable<QuestionProblem> Typed(IReadOnlyList<TypedAnswer> answers, bool areNumbers, string place)
    {
        if (!answers.Any(a => a.Weight > 0)) yield return new(QuestionProblemKind.AnswerMissing, place);
        foreach (var (index, answer) in answers.Index())
        {
            var at = $"{place}[{index}]";
            if (answer.Text.Length == 0) yield return new(QuestionProblemKind.AnswerMissing, at);
            else if (areNumbers && !IsNumber(answer)) yield return new(QuestionProblemKind.NumberMalformed, at, answer.Text);
            if (answer.Tolerance is < 0) yield return new(QuestionProblemKind.ToleranceMalformed, at, $"{answer.Tolerance}");
            if (answer.Weight is < -100 or > 100) yield return new(QuestionProblemKind.WeightMalformed, at, $"{answer.Weight}");
        }
    }

    /// <summary>Whatever earns something must be a number; the rest may be anything else.</summary>
    private static bool IsNumber(TypedAnswer answer) =>
        (answer.Text == "*" && answer.Weight <= 0)
        || decimal.TryParse(answer.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<QuestionProblem> Gaps(QuestionText text)
    {
        if (text.Type == QuestionType.Cloze && text.Gaps.Count == 0) yield return new(QuestionProblemKind.GapMissing, "Gaps");
        foreach (var mark in Marks(text.Stem.Plain).Where(mark => mark == 0 || mark > text.Blanks().Count).Take(1))
            yield return new(QuestionProblemKind.MarkWithoutGap, "Stem", $"[[{mark}]]");
        if (text.Type == QuestionType.FillIn && text.Gaps.Count == 0)
            foreach (var problem in Typed(text.Answers, areNumbers: false, "Answers")) yield return problem;
        foreach (var (index, gap) in text.Gaps.Index())
            foreach (var problem in Gap(gap)) yield return problem.Below($"Gaps[{index}]");
    }

    private static IEnumerable<QuestionProblem> Gap(Gap gap)
    {
        if (gap.Points <= 0) yield return new(QuestionProblemKind.PointsMalformed, "Points", $"{gap.Points}");
        var problems = gap.Type switch
        {
            QuestionType.SingleChoice => Choices(gap.Options, one: true),
            QuestionType.FillIn or QuestionType.Numerical => Typed(gap.Answers, gap.Type == QuestionType.Numerical, "Answers"),
            _ => [new(QuestionProblemKind.GapOfOtherType, "Type", $"{gap.Type}")],
        };
        foreach (var problem in problems) yield return problem;
    }

    private static IEnumerable<QuestionProblem> Pairs(IReadOnlyList<Pair> pairs)
    {
        foreach (var (index, pair) in pairs.Index().Where(p => p.Item.Right.IsEmpty))
            yield return new(QuestionProblemKind.PairIncomplete, $"Pairs[{index}]", pair.Left.Plain);
        if (pairs.Count(p => !p.Left.IsEmpty) < FewestOptions) yield return new(QuestionProblemKind.TooFewPairs, "Pairs", $"{pairs.Count}");
        foreach (var twice in pairs.Index().Where(p => !p.Item.Left.IsEmpty).GroupBy(p => p.Item.Left).Where(same => same.Count() > 1))
            yield return new(QuestionProblemKind.OptionsEqual, $"Pairs[{twice.Last().Index}]", twice.Key.Plain);
    }

    private static IEnumerable<QuestionProblem> Criteria(IReadOnlyList<Criterion> criteria)
    {
        foreach (var (index, criterion) in criteria.Index())
        {
            if (criterion.Text.Length == 0) yield return new(QuestionProblemKind.CriterionMissing, $"Criteria[{index}]");
            if (criterion.Points <= 0) yield return new(QuestionProblemKind.PointsMalformed, $"Criteria[{index}]", $"{criterion.Points}");
        }
    }

    /// <summary>A description may stand between the questions of a case, but not alone.</summary>
    private static IEnumerable<QuestionProblem> Parts(IReadOnlyList<QuestionText> parts)
    {
        if (parts.All(part => part.Type == QuestionType.Description)) yield return new(QuestionProblemKind.PartsMissing, "Parts");
        foreach (var (index, part) in parts.Index())
        {
            if (part.Type == QuestionType.Case) yield return new(QuestionProblemKind.PartNotSimple, $"Parts[{index}]");
            else foreach (var problem in Problems(part)) yield return problem.Below($"Parts[{index}]");
        }
    }

    [GeneratedRegex(@"\[\[(\d{1,2})\]\]")]
    private static partial Regex Mark();
}
