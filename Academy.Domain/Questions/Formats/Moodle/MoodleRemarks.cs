using System.Xml.Linq;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>What Moodle holds for a question and has no place here.</summary>
internal static class MoodleRemarks
{
    private static readonly string[] Settings =
    [
        "penalty", "hint", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback",
        "responsetemplate", "attachments", "attachmentsrequired", "minwordlimit", "maxwordlimit",
    ];

    public static IEnumerable<(ReadingProblem Problem, string Detail)> On(MoodleQuestion question, QuestionText text)
    {
        foreach (var remark in question.Remarks) yield return remark;

        var leftOut = Settings.Where(setting => question.Elements(setting).Any(SaysSomething)).ToList();
        if (leftOut.Count > 0) yield return (ReadingProblem.LeftOut, string.Join(", ", leftOut));

        var units = question
            .Elements("units")
            .Elements("unit")
            .Elements("unit_name")
            .Select(MoodleQuestion.ValueOf)
            .OfType<string>()
            .ToList();
        if (units.Count > 0) yield return (ReadingProblem.UnitsLeftOut, string.Join(", ", units));

        var shown = QuestionProse.FileNames(text).ToHashSet();
        foreach (var file in question.Files.Where(file => !shown.Contains(file.Name))) yield return (ReadingProblem.FileLeftOut, file.Name);
    }

    private static bool SaysSomething(XElement setting) => MoodleQuestion.ValueOf(setting) is { } value && WrittenNumber.Parse(value) != 0;
}
