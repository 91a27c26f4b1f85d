using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>
/// Reads the key of a choice: "ABD", "A,B", "ａ、ｄ", "A-D", "全选", "B. its text", the text itself or, where
/// options are counted, "1,3".
/// </summary>
internal static partial class ChoiceKey
{
    private const string Opening = " \t\r\n([【「'\"";
    private const string Closing = " \t\r\n)]】」'\".。;；,，、";

    /// <summary>The right options from 0, some perhaps beyond those that are there; null when it is no key at all.</summary>
    public static IReadOnlyList<int>? Read(string key, IReadOnlyList<string> options, bool countsOptions)
    {
        if (OptionsOf(key, options) is { } named) return named;

        var plain = Plain(key);
        if (All().IsMatch(plain)) return [.. Enumerable.Range(0, options.Count)];
        if (Span().Match(plain) is { Success: true } span && Letter(span.Groups[1]) < Letter(span.Groups[2]))
            return [.. Enumerable.Range(Letter(span.Groups[1]), Letter(span.Groups[2]) - Letter(span.Groups[1]) + 1)];
        if (countsOptions && Numbers().IsMatch(plain))
            return Once([.. Number().Matches(plain).Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture) - 1)]);
        if (IsLetters(plain)) return Once([.. plain.Where(char.IsAsciiLetterUpper).Select(letter => letter - 'A')]);
        return LetterAndText().Match(plain) is { Success: true } both
            && Letter(both.Groups[1]) is var index
            && index < options.Count
            && Same(both.Groups[2].Value, options[index])
            ? [index] : null;
    }

    /// <summary>Whether it is letters and what stands between them, and nothing else.</summary>
    public static bool IsLetters(string key) =>
        Letters().IsMatch(Plain(key));

    /// <summary>Without what stands around it: 「选项 A」。</summary>
    private static string Plain(string key)
    {
        var text = key.Normalize(NormalizationForm.FormKC).ToUpperInvariant().AsSpan().TrimStart(Opening).TrimEnd(Closing);
        return (Option().IsMatch(text) ? text.TrimStart("选项").TrimStart() : text).ToString();
    }

    private static List<int>? OptionsOf(string key, IReadOnlyList<string> options)
    {
        var named = new List<int>();
        foreach (var text in options.Any(option => Same(option, key))
            ? [key]
            : key.Split(['\n', ';', '；', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (named.Count == options.Count) return null;
            if (options.Index().Where(option => Same(option.Item, text)).Select(option => option.Index).ToList() is not [var index, ..])
                return null;
            named.Add(index);
        }

        return named.Count > 0 ? Once(named) : null;
    }

    private static List<int>? Once(List<int> options) => options.Distinct().Count() == options.Count ? options : null;

    private static bool Same(string one, string other) => one.Length > 0
        && string.Equals(Tidy(one), Tidy(other), StringComparison.OrdinalIgnoreCase);

    private static string Tidy(string text) => text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('.', '。', ';');

    private static int Letter(Group letter) => letter.ValueSpan[0] - 'A';

    [GeneratedRegex(@"^选项?\s*[A-Z]")]
    private static partial Regex Option();

    [GeneratedRegex("^(?:以上|全部|上述)?(?:全选|都选|皆选|全部选择)$|^全部$|^ALL$")]
    private static partial Regex All();

    [GeneratedRegex(@"^([A-Z])\s*(?:-|~|—|–|至|到)\s*([A-Z])$")]
    private static partial Regex Span();

    [GeneratedRegex(@"^[A-Z](?:[\s,;、/|&+.和及与]*[A-Z])*$")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^[1-9]\d?(?:[\s,;、/|]+[1-9]\d?)*$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^([A-Z])\s*[.、:)\s]\s*(.+)$", RegexOptions.Singleline)]
    private static partial Regex LetterAndText();
}
