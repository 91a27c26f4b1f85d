using System.Globalization;
using System.Text;

namespace Academy.Domain.Data;

/// <summary>
/// A name or title as people see it: one line without control characters, without what has no width or shows nothing, and without
/// what turns the direction of writing. None is empty to the eye, and none disguises a line of the trail.
/// </summary>
public static class OneLine
{
    /// <summary>
    /// What counts as a letter, a mark or a sign and shows nothing (Default_Ignorable_Code_Point of Unicode beyond the formats, and the
    /// empty braille pattern): joiners, fillers of Hangul, vowels of Khmer that are not shown, and selectors of variants. Those of
    /// ideographs stay (U+E0100 and on): names are written with them.
    /// </summary>
    private static readonly (int First, int Last)[] Blank =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
    ];

    /// <summary>The text without what nobody sees, its words one space apart; empty for nothing.</summary>
    public static string Of(string? typed)
    {
        var seen = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) seen.Append(' ');
            else if (IsShown(rune)) seen.Append(rune);
        }

        return string.Join(' ', seen.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
        && !Blank.Any(blank => rune.Value >= blank.First && rune.Value <= blank.Last);
}
