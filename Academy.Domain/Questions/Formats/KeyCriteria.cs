using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>
/// What a marker looks for, from a written answer: its numbered points, each with the points it says
/// it is worth, or all of it.
/// </summary>
internal static partial class KeyCriteria
{
    public static IReadOnlyList<Criterion> Of(string answer)
    {
        var marks = Mark().Matches(answer);
        if (marks.Count < 2) return answer.Trim().Length > 0 ? [Point(answer)] : [];

        var starts = marks.Select(mark => mark.Index).ToList();
        var points = starts
            .Select((start, n) => answer[(start + marks[n].Length)..(n + 1 < starts.Count ? starts[n + 1] : answer.Length)])
            .ToList();
        // What stands before the first point belongs to it.
        points[0] = $"{answer[..starts[0]].Trim()} {points[0]}";
        return [.. points.Where(point => point.Trim().Length > 0).Select(Point)];
    }

    private static Criterion Point(string text)
    {
        var worth = Worth().Match(text);
        return new Criterion(
            (worth.Success ? text.Remove(worth.Index, worth.Length) : text).Trim(),
            worth.Success && decimal.Parse(worth.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var points ? points : 1,
            []);
    }

    [GeneratedRegex(@"^[ \t　]*(?:\d{1,2}[.、．)）](?!\d)|[一二三四五六七八九十]{1,3}[、.．])[ \t]*|[（(]\d{1,2}[)）]|[①-⑳]", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[（(]\s*(\d{1,3}(?:\.\d)?)\s*分\s*[)）]")]
    private static partial Regex Worth();
}
