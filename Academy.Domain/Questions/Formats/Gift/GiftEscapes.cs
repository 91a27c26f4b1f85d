using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>
/// Hides escaped characters behind noncharacters, so that every ~ = # { } : that is left is GIFT's
/// own, and brings them back.
/// </summary>
internal static partial class GiftEscapes
{
    private const string Escapable = @"\~=#{}:n";
    private const char FirstMask = '\uFDD0';

    public static string Hide(string text) =>
        Escape().Replace(Mask().Replace(text, "\uFFFD"), escape => ((char)(FirstMask + Escapable.IndexOf(escape.ValueSpan[1]))).ToString());

    public static string Restore(string text) => Mask().Replace(text, mask => Escaped(mask.ValueSpan[0]));

    /// <summary>The same text for a file, on one line.</summary>
    public static string Write(string text) =>
        Special().Replace(text.ReplaceLineEndings("\n"), @"\$0").Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Escaped(char mask) => Escapable[mask - FirstMask] is var escaped and not 'n' ? escaped.ToString() : "\n";

    [GeneratedRegex(@"\\[\\~=#{}:n]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\\~=#{}:]")]
    private static partial Regex Special();

    [GeneratedRegex("[\uFDD0-\uFDD7]")]
    private static partial Regex Mask();
}
