using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>A written text with an optional format marker in front; without one it has the format of its question.</summary>
internal static partial class GiftText
{
    private const string Unmarked = "moodle";

    public static string Format(string stem) => Marked(stem) ?? Unmarked;

    public static Prose Read(string written, string questionFormat) =>
        FormattedText.Read(GiftEscapes.Restore(Marker().Replace(written, "")), Marked(written) ?? questionFormat);

    public static Prose? ReadOrNull(string? written, string questionFormat) =>
        written is not null && Read(written, questionFormat) is { IsEmpty: false } text ? text : null;

    private static string? Marked(string written) => Marker().Match(written) is { Success: true } marker ? marker.Groups[1].Value : null;

    [GeneratedRegex(@"^\s*\[(html|markdown|plain|moodle)\]")]
    private static partial Regex Marker();
}
