using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>The gaps of a fill-in, ____ or （ ） or 【 】 in its stem, and the keys that go into them.</summary>
internal static partial class GapText
{
    public static bool IsIn(string stem) => Gap().IsMatch(stem);

    public static int Count(string stem) => Gap().Count(stem);

    /// <summary>One key after the other; null when there are not as many as gaps.</summary>
    public static IReadOnlyList<string>? Keys(string key, int gaps)
    {
        if (gaps <= 1)
            return BetweenGaps().Split(key).Count(part => part.Trim().Length > 0) == 1 ? [BetweenGaps().Replace(key, "").Trim()] : null;

        return Splits(key).Select(parts => parts.Select(part => part.Trim()).ToList())
            .FirstOrDefault(parts => parts.Count == gaps && parts.All(part => part.Length > 0));
    }

    public static QuestionText Fill(QuestionText text, string stem, IReadOnlyList<string> keys)
    {
        if (keys is [var only]) return text with { Stem = stem, Answers = Alternatives(only) };

        var n = 0;
        return text with
        {
            Stem = Gap().Replace(stem, _ => $"[[{++n}]]"),
            Gaps = [.. keys.Select(key => new Gap(QuestionType.FillIn, 1, [], Alternatives(key)))],
        };
    }

    private static IEnumerable<string[]> Splits(string key)
    {
        yield return [.. BetweenGaps().Split(key).Where(part => part.Trim().Length > 0)];
        yield return [.. Numbered()
            .Split(key)
            .Where(part => part.Trim().Length > 0)
            .Select(part => part.Trim().TrimEnd(',', '，', '、', '.', '。'))];
        yield return key.Split([',', '，', '、'], StringSplitOptions.TrimEntries);
        yield return key.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<TypedAnswer> Alternatives(string key) =>
        [.. Either()
            .Split(key)
            .Select(answer => answer.Trim())
            .Where(answer => answer.Length > 0)
            .Distinct()
            .Select(answer => new TypedAnswer(answer, 100))];

    [GeneratedRegex(@"[（(]\s*[_＿]+\s*[)）]|【\s*(?:[_＿]+\s*)?】|[_＿]{2,}|(?<![A-Za-z0-9_])[（(]\s*[)）]")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[;；|｜\n]|##")]
    private static partial Regex BetweenGaps();

    [GeneratedRegex(@"[①-⑳]|[（(]\d{1,2}[)）]|(?<=^|\s)\d{1,2}[.、．)）](?!\d)")]
    private static partial Regex Numbered();

    // 或有事项 and units such as km/h are no alternatives.
    [GeneratedRegex(@"(?<!\s)\s+/\s+|/(?<=\p{IsCJKUnifiedIdeographs}[^/]*/)(?=[^/]*\p{IsCJKUnifiedIdeographs})|(?<=.)或者?(?![有然许缺])(?=.)")]
    private static partial Regex Either();
}
