using System.Globalization;
using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>A line of a typed text with its number in the file, from 1; blank lines count.</summary>
internal sealed partial record TypedLine(int Number, string Text)
{
    public TypedNumbering? Numbered { get; } = TypedNumbering.Of(Text);
    public TypedLabel? Label { get; } = TypedLabel.Of(Text);

    /// <summary>A heading that names a type.</summary>
    public TypedHeading? Heading { get; } = TypedHeading.Of(Text);

    public bool IsBlank => Text.Length == 0;

    /// <summary>What papers print around their questions.</summary>
    public bool IsNoise => Noise().IsMatch(Text);

    public bool BeginsInstructions => Instructions().IsMatch(Text);

    public static IReadOnlyList<TypedLine> Of(string text, CancellationToken ct = default) =>
        [.. text.TrimStart('\uFEFF')
            .ReplaceLineEndings("\n")
            .Split('\n')
            .SelectMany((line, n) => Parts(Tidy(line), ct).Select(part => new TypedLine(n + 1, part)))];

    /// <summary>Several questions on one line, each with its options.</summary>
    private static IEnumerable<string> Parts(string line, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (TypedNumbering.Of(line) is not { Style: NumberStyle.Plain } first) return [line];

        var (parts, start, number, options) = (new List<string>(), 0, first.Number, new FirstOptions(line));
        foreach (Match next in Next().Matches(line))
        {
            if (int.Parse(next.Groups[1].ValueSpan, CultureInfo.InvariantCulture) != number + 1
                || !options.StandIn(start, next.Index)
                || !options.StandIn(next.Index, line.Length))
            {
                continue;
            }

            parts.Add(line[start..next.Index].Trim());
            (start, number) = (next.Groups[1].Index, number + 1);
        }

        return parts.Append(line[start..]);
    }

    private static string Tidy(string line) => line.Replace('\u00A0', ' ').Replace('\u3000', ' ').Trim();

    [GeneratedRegex(@"\s(\d{1,5})\s*[.．、](?!\d)")]
    private static partial Regex Next();

    [GeneratedRegex(
        @"^(?:[（(]?(?:本?试?卷?(?:考试|试卷|试题|全卷|全文)(?:到此)?结束|以下空白|密封线.*|绝密.*|完)[)）]?|第\s*\d+\s*页.{0,12}"
        + @"|[-—]\s*\d+\s*[-—]|\d+\s*/\s*\d+|[-=_*—~#]{3,}|(?:得分|评卷人|阅卷人)[\s|:：得分评卷人阅]*)[。！!]?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex("^[【\\[（(]?(?:注意事项|考生须知|考试须知|答题须知|考试说明|答题说明|考生注意)")]
    private static partial Regex Instructions();
}
