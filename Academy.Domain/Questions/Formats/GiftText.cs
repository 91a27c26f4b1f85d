using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats;

/// <summary>A written text with an optional format marker in front; without one it has the format of its question.</summary>
internal static partial class GiftText
{
    private const string Html = "html";
    private const string Unmarked = "moodle";

    public static string Format(string stem) => Marked(stem) ?? Unmarked;

    public static string Read(string written, string questionFormat)
    {
        var text = GiftEscapes.Restore(Marker().Replace(written, ""));
        return ((Marked(written) ?? questionFormat) == Html ? HtmlText.Plain(text) : text).Trim();
    }

    public static string? ReadOrNull(string? written, string questionFormat) =>
        written is not null && Read(written, questionFormat) is { Length: > 0 } text ? text : null;

    private static string? Marked(string written) => Marker().Match(written) is { Success: true } marker ? marker.Groups[1].Value : null;

    [GeneratedRegex(@"^\s*\[(html|markdown|plain|moodle)\]")]
    private static partial Regex Marker();
}
