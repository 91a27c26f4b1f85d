using System.Xml.Linq;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>What the question types of Moodle become here.</summary>
internal static class MoodleTypes
{
    private static readonly Dictionary<string, Func<MoodleQuestion, QuestionText>> Known = new()
    {
        ["multichoice"] = question => Of(
            question,
            !question.Elements("single").Any() || question.Says("single") ? QuestionType.SingleChoice : QuestionType.MultipleChoice) with
        {
            Options = Options(question),
        },
        ["truefalse"] = question =>
            Of(question, QuestionType.TrueFalse) with { Options = [Side(question, "true"), Side(question, "false")] },
        ["shortanswer"] = question =>
            Of(question, QuestionType.FillIn) with { Answers = Words(question), MatchesCase = question.Says("usecase") },
        ["numerical"] = question => Of(question, QuestionType.Numerical) with { Answers = Numbers(question) },
        ["matching"] = question => Of(question, QuestionType.Matching) with { Pairs = Pairs(question) },
        ["ordering"] = question => Of(question, QuestionType.Ordering) with { Options = Order(question) },
        ["essay"] = question => Of(question, QuestionType.Essay) with { Criteria = Criteria(question) },
        ["description"] = question => Of(question, QuestionType.Description) with { Points = null },
        ["cloze"] = MoodleGaps.Embedded,
        ["multianswer"] = MoodleGaps.Embedded,
        ["gapselect"] = question => MoodleGaps.Chosen(question, "selectoption"),
        ["ddwtos"] = question => MoodleGaps.Chosen(question, "dragbox"),
    };

    /// <summary>Null for a type that has no place here.</summary>
    public static QuestionText? Read(MoodleQuestion question) => Known.GetValueOrDefault(question.Type)?.Invoke(question);

    /// <summary>What can be told of a question of another type: its stem, and its answers as options.</summary>
    public static QuestionText Sketch(MoodleQuestion question) =>
        Of(question, QuestionType.SingleChoice) with { Options = Options(question) };

    public static QuestionText Of(MoodleQuestion question, QuestionType type, Prose? stem = null) => new()
    {
        Type = type,
        Stem = stem ?? question.Text("questiontext"),
        Points = question.Points,
        Explanation = question.Text("generalfeedback"),
    };

    private static IReadOnlyList<Option> Options(MoodleQuestion question) =>
        [.. question.Elements("answer").Select((answer, n) =>
            new Option(OptionKeys.At(n), question.TextOf(answer), question.FractionOf(answer)) { Feedback = question.FeedbackOf(answer) })];

    private static Option Side(MoodleQuestion question, string key)
    {
        var answer = question
            .Elements("answer")
            .FirstOrDefault(answer => string.Equals(MoodleQuestion.ValueOf(answer), key, StringComparison.OrdinalIgnoreCase));
        if (answer is null) question.Report(ReadingProblem.TooFewOptions, key);
        return new(key, key, answer is null ? 0 : question.FractionOf(answer))
        {
            Feedback = answer is null ? null : question.FeedbackOf(answer),
        };
    }

    private static IReadOnlyList<TypedAnswer> Words(MoodleQuestion question) =>
        [.. question.Elements("answer").Select(answer =>
            new TypedAnswer(MoodleQuestion.ValueOf(answer) ?? "", question.FractionOf(answer), null, question.FeedbackOf(answer)))];

    private static IReadOnlyList<TypedAnswer> Numbers(MoodleQuestion question) =>
        [.. question.Elements("answer").Select(answer => Number(question, answer))];

    private static TypedAnswer Number(MoodleQuestion question, XElement answer)
    {
        var written = MoodleQuestion.ValueOf(answer) ?? "";
        var weight = question.FractionOf(answer);
        if (written == "*" && weight <= 0) return new(written, weight, null, question.FeedbackOf(answer));

        var tolerance = answer.Element("tolerance") is { } element ? MoodleQuestion.ValueOf(element) : null;
        if (WrittenNumber.Around(written, tolerance ?? "0") is { } number)
            return new(number.Text, weight, number.Tolerance, question.FeedbackOf(answer));

        question.Report(ReadingProblem.BadNumber, tolerance is null ? written : $"{written} ± {tolerance}");
        return new(written, weight);
    }

    private static IReadOnlyList<Pair> Pairs(MoodleQuestion question) =>
        [.. question.Elements("subquestion").Select(pair =>
            new Pair(question.TextOf(pair), pair.Element("answer") is { } answer ? MoodleQuestion.ValueOf(answer) ?? "" : ""))];

    /// <summary>The fraction of what is to be ordered is its place.</summary>
    private static IReadOnlyList<Option> Order(MoodleQuestion question) =>
        [.. question
            .Elements("answer")
            .OrderBy(answer => WrittenNumber.Parse(answer.Attribute("fraction")?.Value) ?? 0)
            .Select((answer, n) => new Option(OptionKeys.At(n), question.TextOf(answer), 0))];

    /// <summary>Each line of what Moodle shows to graders is something to look for.</summary>
    private static IReadOnlyList<Criterion> Criteria(MoodleQuestion question) =>
        [.. question
            .Text("graderinfo").Plain
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new Criterion(line, 1, []))];
}
