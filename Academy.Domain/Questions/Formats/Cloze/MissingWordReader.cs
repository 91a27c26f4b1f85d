using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Cloze;

/// <summary>
/// Reads Moodle's missing word format: texts with one gap in braces, whose right answers begin with an equals sign and
/// whose others may begin with their percentage. Blank lines part the questions.
/// </summary>
public static partial class MissingWordReader
{
    private const string Blank = "_____";

    /// <summary>Whether a text has a percentage as only this format writes it.</summary>
    public static bool IsIn(string text) => BarePercentage().IsMatch(text);

    public static QuestionFile Read(string text, CancellationToken ct = default)
    {
        var sorter = new QuestionSorter();
        foreach (var (line, written) in Paragraphs(text))
        {
            ct.ThrowIfCancellationRequested();
            if (Braces().Match(written) is not { Success: true } braces)
            {
                sorter.Report(line, new(ReadingProblem.MissingBrace, written), Mending.FieldsOf(written));
                continue;
            }

            var question = TextOf(
                $"{written[..braces.Index]}{Blank}{written[(braces.Index + braces.Length)..]}",
                Answers(braces.Groups[1].Value));
            sorter.Sort(new DraftQuestion { Position = sorter.Position, Line = line, Text = question }, DraftRules.Problem(question));
        }

        return sorter.ToFile();
    }

    private static QuestionText TextOf(string stem, List<ClozeAnswer> answers) => answers.Count == 1
        ? new() { Type = QuestionType.FillIn, Stem = stem, Answers = [new TypedAnswer(answers[0].Text, 100, null, answers[0].Feedback)] }
        : new()
        {
            Type = QuestionType.SingleChoice,
            Stem = stem,
            Options = [.. answers.Select((answer, n) =>
                new Option(OptionKeys.At(n), answer.Text, answer.Weight ?? 0) { Feedback = answer.Feedback })],
        };

    private static List<ClozeAnswer> Answers(string braced) =>
    [
        .. from answer in braced.Replace("=", "~=", StringComparison.Ordinal).Split('~')
           where answer.Trim().Length > 0
           select AnswerOf(answer.Trim()),
    ];

    private static ClozeAnswer AnswerOf(string written)
    {
        var mark = Mark().Match(written);
        var parts = written[mark.Length..].Split('#', 2);
        // An underscore keeps a number in front of an answer from being read as its weight.
        return new(
            parts[0].Trim().TrimStart('_'),
            mark.Value == "=" ? 100 : WrittenNumber.Parse(mark.Groups[1].Value) ?? 0,
            parts.ElementAtOrDefault(1)?.Trim() is { Length: > 0 } feedback ? feedback : null);
    }

    private static IEnumerable<(int Line, string Text)> Paragraphs(string text)
    {
        var lines = new List<string>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Append("").Index())
        {
            if (!string.IsNullOrWhiteSpace(line)) lines.Add(line.Trim());
            else if (lines.Count > 0)
            {
                yield return (index + 1 - lines.Count, string.Join(' ', lines));
                lines.Clear();
            }
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();

    [GeneratedRegex("^(?:=|([0-9]{1,3})%)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\{[^{}%]*~\s*[0-9]{1,3}%[^{}%]*\}")]
    private static partial Regex BarePercentage();
}
