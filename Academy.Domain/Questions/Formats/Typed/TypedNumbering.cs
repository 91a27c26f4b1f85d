using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Files;

namespace Academy.Domain.Questions.Formats.Typed;

internal enum NumberStyle { Plain, Bracketed, Chinese }

/// <summary>The number that a line begins with: 1. 1、 1． 第1题 问题一： (1) （1） 一、</summary>
internal sealed partial record TypedNumbering(NumberStyle Style, int Number, string Rest)
{
    public static TypedNumbering? Of(string line)
    {
        if (Plain().Match(line) is { Success: true } plain)
            return new(NumberStyle.Plain, NumberOf(plain.Groups["n"].Value), line[plain.Length..].Trim());
        if (Bracketed().Match(line) is { Success: true } bracketed)
            return new(NumberStyle.Bracketed, NumberOf(bracketed.Groups["n"].Value), line[bracketed.Length..].Trim());
        return Chinese().Match(line) is { Success: true } chinese
            ? new(NumberStyle.Chinese, NumberOf(chinese.Groups["n"].Value), line[chinese.Length..].Trim())
            : null;
    }

    public static int NumberOf(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumerals.Read(written);

    [GeneratedRegex(@"^(?:第\s*(?<n>\d{1,5}|[一二三四五六七八九十百]{1,5})\s*题\s*[:：.、．]?|(?:问题|题目|试题)\s*(?<n>\d{1,5}"
        + @"|[一二三四五六七八九十百]{1,5})\s*[:：.、．]|(?<n>\d{1,5})\s*(?:[.．、。:：)）](?!\d)|[.．、](?=\d{4}\s*年)|[、](?=\d)))\s*")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[（(]\s*(?<n>\d{1,3})\s*[)）](?>\s*[.、．]?\s*)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?:(?<n>[一二三四五六七八九十]{1,4})\s*[、.．]|[（(]\s*(?<n>[一二三四五六七八九十]{1,4})\s*[)）])\s*")]
    private static partial Regex Chinese();
}
