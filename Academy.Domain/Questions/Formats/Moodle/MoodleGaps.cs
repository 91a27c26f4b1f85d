using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Academy.Domain.Questions.Formats.Cloze;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>Moodle's questions with gaps in their text: answers embedded in it, or words to choose from behind it.</summary>
internal static partial class MoodleGaps
{
    public static QuestionText Embedded(MoodleQuestion question)
    {
        var cloze = ClozeText.Read(question.Source);
        if (cloze.Problem is { } problem) question.Report(problem.Kind, problem.Detail);
        if (cloze.MixesCase) question.Remark(ReadingProblem.MixedCase);
        return cloze.ToText() with { Points = question.Points, Explanation = question.Text("generalfeedback") };
    }

    /// <summary>Where the text says [[n]] the n-th word is right, among those of its group.</summary>
    public static QuestionText Chosen(MoodleQuestion question, string element)
    {
        var source = question.Source;
        var words = question.Elements(element).Select(word => (Text: MoodleQuestion.ValueOf(word) ?? "", Group: GroupOf(word))).ToList();
        var gaps = new List<Gap>();
        var stem = Place().Replace(source.Written, place =>
        {
            if (!int.TryParse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number)
                || number < 1
                || number > words.Count)
            {
                question.Report(ReadingProblem.UnknownGap, place.Value);
            }
            else
            {
                gaps.Add(GapOf(words, words[number - 1]));
            }

            return $"[[{gaps.Count}]]";
        });

        return MoodleTypes.Of(question, QuestionType.Cloze, (source with { Written = stem }).Read()) with { Gaps = gaps };
    }

    private static Gap GapOf(IReadOnlyList<(string Text, string Group)> words, (string Text, string Group) right)
    {
        var texts = words.Where(word => word.Group == right.Group).Select(word => word.Text).Distinct();
        return new Gap(
            QuestionType.SingleChoice,
            1,
            [.. texts.Select((text, n) => new Option(OptionKeys.At(n), text, text == right.Text ? 100 : 0))],
            []);
    }

    private static string GroupOf(XElement word) => word.Element("group") is { } group ? MoodleQuestion.ValueOf(group) ?? "1" : "1";

    [GeneratedRegex(@"\[\[(\d{1,3})\]\]")]
    private static partial Regex Place();
}
