using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Written;

internal static partial class OptionLetter
{
    /// <summary>An option in a place of its own may repeat its letter: "A. text" under 选项A.</summary>
    public static string Without(string text, int index) =>
        Lettered().Match(text) is { Success: true } letter && char.ToUpperInvariant(letter.Groups[1].ValueSpan[0]) - 'A' == index
            ? text[letter.Length..].Trim()
            : text;

    [GeneratedRegex(@"^([A-Za-z])\s*[.．、:：)）]\s*(?=\S)")]
    private static partial Regex Lettered();
}
