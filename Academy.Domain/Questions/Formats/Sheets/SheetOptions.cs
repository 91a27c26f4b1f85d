using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Typed;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>Options that stand together in one cell: lettered, or one a line, or with separators between them.</summary>
internal static partial class SheetOptions
{
    private static readonly string[] Separators = ["\n", "|", "##", "；", ";", "#", "，", ",", "、"];

    public static IReadOnlyList<string> Split(string cell)
    {
        if (TypedOptions.Cut(cell) is { Stem: "", Options.Count: > 1 } lettered) return lettered.Options;

        return Separators.Select(separator => cell.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .FirstOrDefault(parts => parts.Length > 1)?.Select(WithoutLetter).ToList() ?? (cell.Length > 0 ? [cell] : []);
    }

    /// <summary>A cell of its own may repeat its letter: "A. text" under 选项A.</summary>
    public static string WithoutLetter(string text, int index) =>
        Lettered().Match(text) is { Success: true } letter && char.ToUpperInvariant(letter.Groups[1].ValueSpan[0]) - 'A' == index
            ? text[letter.Length..].Trim()
            : text;

    [GeneratedRegex(@"^([A-Za-z])\s*[.．、:：)）]\s*(?=\S)")]
    private static partial Regex Lettered();
}
