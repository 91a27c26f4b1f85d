using System.Globalization;
using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>
/// A list of answers at the end of a text, of a section, or in a file of its own: "1-5 ABCDA", "1.A 2.B", "1. 【答案】…", a
/// table, or written answers.
/// </summary>
internal sealed partial class TypedKeys(string title)
{
    private readonly List<TypedKey> keys = [];
    private readonly List<ReadingMessage> unread = [];
    private TypedHeading? scope;
    private List<int> numbers = [];

    public void Begin(TypedHeading heading) => scope = heading;

    /// <summary>Whether a line lists keys and nothing else.</summary>
    public static bool AreOn(string line) => Span().IsMatch(line) || Row().IsMatch(line) || NumbersOf(line).Count > 1
        || (TypedNumbering.Of(line) is { } one
            && (TypedKey.IsPlainKey(one.Rest)
                || TypedLabel.Of(one.Rest) is { Field: TypedField.Answer }
                || TypedKey.Read(0, one.Rest, 0, null) is { IsPlain: true }));

    public void Take(TypedLine line)
    {
        if (Span().IsMatch(line.Text)) TakeSpans(line);
        else if (Row().Match(line.Text) is { Success: true })
            keys.AddRange(Single().Matches(line.Text).Select(key => new TypedKey(
                int.Parse(key.Groups[1].ValueSpan, CultureInfo.InvariantCulture), key.Groups[2].Value, "", line.Number, scope)));
        else if (NumbersOf(line.Text) is { Count: > 1 } row) numbers = row;
        else if (numbers.Count > 0
            && Cells(line.Text) is var cells
            && cells.Count == numbers.Count
            && cells.TrueForAll(TypedKey.IsPlainKey))
            TakeCells(cells, line);
        else if (line.Numbered is { } numbered
            && (numbered.Style != NumberStyle.Bracketed || keys.Count == 0 || keys[^1].Number + 1 == numbered.Number))
            keys.Add(TypedKey.Read(numbered.Number, numbered.Rest, line.Number, scope));
        else if (keys.Count > 0) keys[^1] = keys[^1].With(line.Text);
        else Leave(line.Number, line.Text);
    }

    /// <summary>Gives each question its key. What could belong to several belongs to none.</summary>
    public IEnumerable<ReadingMessage> Apply(IReadOnlyList<TypedQuestion> questions)
    {
        var all = questions.ToLookup(question => question.Number);
        foreach (var list in keys.GroupBy(key => key.Scope))
            Apply(list, list.Key is { } heading && SectionOf(heading, questions) is { Count: > 0 } section ? section : all);

        return unread;
    }

    private static ILookup<int?, TypedQuestion> SectionOf(TypedHeading heading, IReadOnlyList<TypedQuestion> questions) =>
        questions.Where(question => question.Heading?.IsLike(heading) == true).ToLookup(question => question.Number);

    private void Apply(IEnumerable<TypedKey> list, ILookup<int?, TypedQuestion> questions)
    {
        foreach (var listed in list.GroupBy(key => key.Number))
        {
            var asked = questions[listed.Key].ToList();
            if (asked.Count != listed.Count() && asked.Count != 1)
            {
                foreach (var key in listed) Leave(key.Line, $"{key.Number}. {key.Key}");
                continue;
            }

            foreach (var (n, key) in listed.Index())
                asked[Math.Min(n, asked.Count - 1)].List(key, title.Contains("解析", StringComparison.Ordinal));
        }
    }

    private void TakeSpans(TypedLine line)
    {
        foreach (Match span in Span().Matches(line.Text))
        {
            var (first, last) = (
                int.Parse(span.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(span.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
            var listed = KeysOf(span.Groups[3].Value, last - first + 1);
            if (listed is null) Leave(line.Number, span.Value.Trim());
            else keys.AddRange(listed.Select((key, n) => new TypedKey(first + n, key, "", line.Number, scope)));
        }
    }

    private static List<string>? KeysOf(string text, int count)
    {
        var words = text.Split([' ', '\t', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count == count) return words;

        var letters = string.Concat(words);
        return letters.Length == count ? [.. letters.Select(letter => letter.ToString())] : null;
    }

    private void TakeCells(List<string> cells, TypedLine line)
    {
        keys.AddRange(numbers.Zip(cells, (number, key) => new TypedKey(number, key, "", line.Number, scope)));
        numbers = [];
    }

    private void Leave(int line, string text) => unread.Add(new ReadingMessage(0, line, ReadingProblem.UnreadLines, text));

    /// <summary>The head of a table of answers: 题号 1 2 3.</summary>
    private static List<int> NumbersOf(string line) =>
        Cells(line) is { Count: > 1 } cells && cells.TrueForAll(cell => cell.Length <= 4 && cell.All(char.IsAsciiDigit))
            ? [.. cells.Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))]
            : [];

    private static List<string> Cells(string line)
    {
        var cells = line.Split(['\t', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (cells.Count > 0 && cells[0] is "题号" or "序号" or "答案" or "题目") cells.RemoveAt(0);
        return cells;
    }

    [GeneratedRegex(@"(?<![\dA-Z])(\d{1,5})(?>\s*题?\s*)[-~～—–－至到]{1,2}\s*(\d{1,5})(?>\s*题?\s*)[:：.、．]?\s*"
        + @"([A-ZＡ-Ｚ√×✓✔✗✘对错](?:[A-ZＡ-Ｚ√×✓✔✗✘对错\s,，、;；]*[A-ZＡ-Ｚ√×✓✔✗✘对错])?)(?=[\s。.;；]*(?:$|\d))")]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?:[（(]?\d{1,5}[)）]?[\s.．、:：]*(?:[A-ZＡ-Ｚ](?:[,，、]?[A-ZＡ-Ｚ])*|[√×✓✔✗✘✕]|正确|错误"
        + @"|对|错)(?![A-Za-z\p{IsCJKUnifiedIdeographs}])[,，;；。\s]*)+$")]
    private static partial Regex Row();

    [GeneratedRegex(@"(\d{1,5})[)）]?[\s.．、:：]*([A-ZＡ-Ｚ](?:[,，、]?[A-ZＡ-Ｚ])*|[√×✓✔✗✘✕]|正确|错误|对|错)")]
    private static partial Regex Single();
}
