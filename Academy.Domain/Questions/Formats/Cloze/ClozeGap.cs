using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Cloze;

/// <summary>One gap of a cloze text: what it is worth, its type and its answers.</summary>
internal sealed partial class ClozeGap
{
    private readonly FormattedSource source;
    private readonly decimal points;
    private readonly QuestionType type;
    private readonly IReadOnlyList<ClozeAnswer> answers;

    public ClozeGap(string points, string type, string written, FormattedSource source)
    {
        this.source = source;
        this.points = points.Length == 0 ? 1 : decimal.Parse(points, CultureInfo.InvariantCulture);
        (this.type, MatchesCase) = TypeOf(type.ToUpperInvariant());
        answers = [.. ClozeMarks.Split(written, '~').Where(answer => answer.Trim().Length > 0).Select(ClozeAnswer.Read)];
        Problem = ProblemOf(type);
    }

    public DraftProblem? Problem { get; }
    public bool MatchesCase { get; }
    public bool IsWord => type == QuestionType.FillIn;

    public Gap ToGap() => type == QuestionType.SingleChoice
        ? new(
            type,
            points,
            [.. answers.Select((answer, n) =>
                new Option(OptionKeys.At(n), Read(answer.Text), answer.Weight ?? 0) { Feedback = Feedback(answer) })],
            [])
        : new(type, points, [], [.. answers.Select(answer => type == QuestionType.Numerical ? Number(answer) : Word(answer))]);

    private DraftProblem? ProblemOf(string written)
    {
        if (type == QuestionType.Description) return new(ReadingProblem.UnknownGap, written);
        if (answers.FirstOrDefault(answer => answer.Weight is null) is { } odd) return new(ReadingProblem.BadWeight, odd.Text);
        return type == QuestionType.Numerical && answers.FirstOrDefault(answer => !IsNumber(answer)) is { } word
            ? new(ReadingProblem.BadNumber, word.Text)
            : null;
    }

    private TypedAnswer Word(ClozeAnswer answer) => new(Read(answer.Text).Plain, answer.Weight ?? 0, null, Feedback(answer));

    private TypedAnswer Number(ClozeAnswer answer) => WrittenNumber.Read(Read(answer.Text).Plain) is { } number
        ? new(number.Text, answer.Weight ?? 0, number.Tolerance, Feedback(answer))
        : new("*", answer.Weight ?? 0, null, Feedback(answer));

    private bool IsNumber(ClozeAnswer answer) =>
        Read(answer.Text).Plain is var text && ((text == "*" && answer.Weight <= 0) || WrittenNumber.Read(text) is not null);

    private Prose? Feedback(ClozeAnswer answer) =>
        answer.Feedback is { } written && Read(written) is { IsEmpty: false } feedback ? feedback : null;

    private Prose Read(string written) => (source with { Written = written }).Read();

    /// <summary>A description where the type is none of those that have a place here.</summary>
    private static (QuestionType Type, bool MatchesCase) TypeOf(string written) =>
        Choice().IsMatch(written) ? (QuestionType.SingleChoice, false) : written switch
        {
            "SHORTANSWER" or "SA" or "MW" => (QuestionType.FillIn, false),
            "SHORTANSWER_C" or "SAC" or "MWC" => (QuestionType.FillIn, true),
            "NUMERICAL" or "NM" => (QuestionType.Numerical, false),
            _ => (QuestionType.Description, false),
        };

    /// <summary>Down or across, shuffled or not.</summary>
    [GeneratedRegex("^(MULTICHOICE(_[VH]?S?)?|MC[VH]?S?)$")]
    private static partial Regex Choice();
}
