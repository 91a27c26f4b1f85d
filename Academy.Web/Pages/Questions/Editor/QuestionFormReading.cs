using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>Reads one form into a text, and says problems by the names of the form's fields.</summary>
internal sealed partial class QuestionFormReading(QuestionForm form)
{
    private readonly List<QuestionProblem> malformed = [];

    public FormReading Read()
    {
        var text = Text();
        var problems = malformed.Concat(QuestionRules.Problems(text).Select(p => p with { Place = FieldOf(form, p.Place) }));
        return new FormReading(
            text,
            [.. problems.DistinctBy(p => p.Place)],
            [.. Adviser.Advise(text).Select(a => a with { Place = FieldOf(form, a.Place) })]);
    }

    private QuestionText Text() => new()
    {
        Type = form.Type,
        Stem = Prose(form.Stem),
        Options = Options(),
        Answers = Answers(),
        Pairs = Has(QuestionType.Matching) ? [.. form.Pairs.Select(row => new Pair(Prose(row.Left), Prose(row.Right)))] : [],
        Gaps = Has(QuestionType.Cloze) || (Has(QuestionType.FillIn) && form.Gaps.Count > 1) ? [.. form.Gaps.Select(Gap)] : [],
        Criteria = Has(QuestionType.ShortAnswer, QuestionType.Essay) ? [.. form.Criteria.Select(Criterion)] : [],
        Parts = Has(QuestionType.Case) ? [.. form.Parts.Select(Part)] : [],
        MatchesCase = form.MatchesCase,
        Points = Number(form.Points, null, QuestionProblemKind.PointsMalformed, "Points"),
        Explanation = Prose(form.Explanation),
        Topic = Word(form.Topic),
        Difficulty = Math.Clamp(form.Difficulty, 1, 3),
        Norm = Word(form.Norm),
    };

    private bool Has(params ReadOnlySpan<QuestionType> types) => types.Contains(form.Type);

    private IReadOnlyList<Option> Options() => form.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice =>
            [.. form.Options.Select((row, index) => Choice(row, index, QuestionFormWeights.Of(form)))],
        QuestionType.Ordering => [.. form.Options.Select((row, index) => new Option(OptionKeys.At(index), Prose(row.Text), 0))],
        QuestionType.TrueFalse => [Side("true", 0), Side("false", 1)],
        _ => [],
    };

    private Option Choice(OptionRow row, int index, (decimal Right, decimal Wrong) usual) => new(
        OptionKeys.At(index),
        Prose(row.Text),
        Number(row.Weight, row.IsRight ? usual.Right : usual.Wrong, QuestionProblemKind.WeightMalformed, $"Options[{index}].Weight")!.Value)
    { Feedback = OrNull(row.Feedback) };

    private Option Side(string key, int index) =>
        new(key, key, form.Truth == key ? 100 : 0) { Feedback = OrNull(form.Options.ElementAtOrDefault(index)?.Feedback) };

    private IReadOnlyList<TypedAnswer> Answers() => form.Type switch
    {
        QuestionType.FillIn when form.Gaps.Count < 2 => AnswerLines.Texts(form.Gaps.FirstOrDefault()?.Answers),
        QuestionType.Numerical => [.. form.Numbers.Select(Answer)],
        _ => [],
    };

    private TypedAnswer Answer(NumberRow row, int index) => new(
        row.Number?.Trim() ?? "",
        Number(row.Weight, 100, QuestionProblemKind.WeightMalformed, $"Numbers[{index}].Weight")!.Value,
        row.Number?.Trim() == "*" ? null : Number(row.Tolerance, 0, QuestionProblemKind.ToleranceMalformed, $"Numbers[{index}].Tolerance"),
        OrNull(row.Feedback));

    private Gap Gap(GapRow row, int index)
    {
        var points = Number(row.Points, 1, QuestionProblemKind.PointsMalformed, $"Gaps[{index}].Points")!.Value;
        return (Has(QuestionType.FillIn) ? GapKind.Typed : row.Kind) switch
        {
            GapKind.Chosen => new Gap(QuestionType.SingleChoice, points, AnswerLines.Choices(row.Answers), []),
            GapKind.Number => new Gap(QuestionType.Numerical, points, [], AnswerLines.Numbers(row.Answers)),
            _ => new Gap(QuestionType.FillIn, points, [], AnswerLines.Texts(row.Answers)),
        };
    }

    private Criterion Criterion(CriterionRow row, int index) => new(
        row.Text?.Trim() ?? "",
        Number(row.Points, 1, QuestionProblemKind.PointsMalformed, $"Criteria[{index}].Points")!.Value,
        [.. BetweenWords().Split(row.Words ?? "").Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()]);

    private QuestionText Part(QuestionForm part, int index)
    {
        part.IsFormatted = form.IsFormatted;
        var reading = new QuestionFormReading(part);
        var text = reading.Text();
        malformed.AddRange(reading.malformed.Select(p => p with { Place = $"Parts[{index}].{p.Place}" }));
        return text;
    }

    private Prose Prose(string? written)
    {
        var text = (written ?? "").ReplaceLineEndings("\n").Trim();
        return form.IsFormatted ? Domain.Questions.Texts.Prose.OfHtml(text) : Domain.Questions.Texts.Prose.OfPlain(text);
    }

    private Prose? OrNull(string? written) => Prose(written) is { IsEmpty: false } prose ? prose : null;

    private decimal? Number(string? written, decimal? usual, QuestionProblemKind kind, string field)
    {
        if (string.IsNullOrWhiteSpace(written)) return usual;
        if (Numerals.Read(written) is { } number) return number;

        malformed.Add(new QuestionProblem(kind, field));
        return usual;
    }

    private static string? Word(string? written) => written?.Trim() is { Length: > 0 } word ? word : null;

    /// <summary>The field that holds what the text has at a place: of Options[2] it is Options[2].Text.</summary>
    private static string FieldOf(QuestionForm form, string place)
    {
        if (InPart().Match(place) is { Success: true } inPart
            && int.Parse(inPart.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var part)
        {
            return inPart.Value + FieldOf(form.Parts[part], place[inPart.Length..]);
        }

        if (InGap().Match(place) is { Success: true } inGap)
            return inGap.Value + (place.EndsWith("Points", StringComparison.Ordinal) ? "Points" : "Answers");
        return (form.Type, place) switch
        {
            (QuestionType.TrueFalse, _) when place.StartsWith("Options", StringComparison.Ordinal) => "Truth",
            (QuestionType.Numerical, "Answers") => "Numbers",
            (QuestionType.Numerical, _) when place.StartsWith("Answers[", StringComparison.Ordinal) => $"Numbers{place[7..]}.Number",
            (QuestionType.FillIn, _) when place.StartsWith("Answers", StringComparison.Ordinal) => "Gaps[0].Answers",
            (_, [.., ']']) when place.StartsWith("Pairs", StringComparison.Ordinal) => $"{place}.Right",
            (_, [.., ']']) when place.StartsWith("Parts", StringComparison.Ordinal) => $"{place}.Stem",
            (_, [.., ']']) => $"{place}.Text",
            _ => place,
        };
    }

    [GeneratedRegex(@"^Parts\[(\d+)\]\.")]
    private static partial Regex InPart();

    [GeneratedRegex(@"^Gaps\[\d+\]\.")]
    private static partial Regex InGap();

    [GeneratedRegex(@"[|｜、,，;；\r\n]+")]
    private static partial Regex BetweenWords();
}
