using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Cloze;

/// <summary>Writes a text with gaps as Moodle's embedded answers.</summary>
internal sealed partial class ClozeWriter(DraftQuestion question, WritingLosses losses)
{
    private readonly QuestionText text = question.Text;

    // One formatted text among them makes all of them formatted.
    private readonly bool isHtml = QuestionProse.Of(question.Text with { Explanation = Prose.Empty }).Any(prose => prose.Html is not null);

    public Prose Write()
    {
        var written = new HashSet<int>();
        var stem = Place().Replace(Written(text.Stem), place =>
        {
            var number = int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return number >= 1 && number <= text.Gaps.Count && written.Add(number) ? GapOf(text.Gaps[number - 1]) : place.Value;
        });
        var rest = text.Gaps.Where((_, n) => !written.Contains(n + 1)).Select(GapOf).ToList();
        if (rest.Count > 0) stem = $"{stem}{(isHtml ? "<br>" : "\n")}{string.Join(' ', rest)}";
        return isHtml ? new Prose("", stem) : Prose.OfPlain(stem);
    }

    private string GapOf(Gap gap)
    {
        var points = Math.Max(1, decimal.Round(gap.Points));
        losses.AddIf(points != gap.Points, question, WritingLoss.Points);
        var answers = gap.Type == QuestionType.SingleChoice
            ? gap.Options.Select(option => Answer(Written(option.Text), "", option.Weight, option.Feedback))
            : gap.Answers.Select(answer => Answer(Written(answer.Text), ToleranceOf(answer), answer.Weight, answer.Feedback));
        return $"{{{points.ToString(CultureInfo.InvariantCulture)}:{TypeName(gap)}:{string.Join('~', answers)}}}";
    }

    private string TypeName(Gap gap) => gap.Type switch
    {
        QuestionType.SingleChoice => "MULTICHOICE",
        QuestionType.Numerical => "NUMERICAL",
        _ => text.MatchesCase ? "SHORTANSWER_C" : "SHORTANSWER",
    };

    private string Answer(string answer, string tolerance, decimal weight, Prose? feedback)
    {
        var mark = weight switch { 100 => "=", 0 => "", _ => string.Create(CultureInfo.InvariantCulture, $"%{weight}%") };
        return $"{mark}{ClozeMarks.Hide(answer)}{tolerance}{(feedback is null ? "" : $"#{ClozeMarks.Hide(Written(feedback))}")}";
    }

    private string Written(Prose prose)
    {
        if (!isHtml) return prose.Plain;
        return prose.Html ?? string.Join("<br>", prose.Plain.Split('\n').Select(Encode));
    }

    private static string ToleranceOf(TypedAnswer answer) =>
        answer.Tolerance is > 0 and var tolerance ? string.Create(CultureInfo.InvariantCulture, $":{tolerance}") : "";

    private static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\[\[(\d{1,3})\]\]")]
    private static partial Regex Place();
}
