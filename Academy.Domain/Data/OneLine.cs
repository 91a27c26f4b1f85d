using System.Globalization;
using System.Text;

namespace Academy.Domain.Data;

/// <summary>
/// A name or title as people see it: one line without control characters, without what has no width, and without what turns the
/// direction of writing. Two that look alike are alike, and none disguises a line of the trail.
/// </summary>
public static class OneLine
{
    /// <summary>The text without what nobody sees, its words one space apart; empty for nothing.</summary>
    public static string Of(string? typed)
    {
        var seen = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) seen.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)) seen.Append(rune);
        }

        return string.Join(' ', seen.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
