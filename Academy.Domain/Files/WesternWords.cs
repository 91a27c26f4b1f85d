namespace Academy.Domain.Files;

/// <summary>Tells bytes that read as Western European words in Windows-1252 from those of Chinese.</summary>
internal static class WesternWords
{
    private const int LongestRun = 3;
    private const int MostInTen = 4;

    // Quotation marks, dashes, the ellipsis, the signs of money, trade and degrees.
    private static readonly HashSet<byte> Signs =
    [
        0x80, 0x82, 0x84, 0x85, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
        0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB7, 0xBA, 0xAA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF, 0xD7,
    ];

    /// <summary>Accented letters and signs only, few of them, and hardly one beside the other.</summary>
    public static bool Are(ReadOnlySpan<byte> content)
    {
        var run = 0;
        var accents = 0;
        var letters = 0;
        foreach (var b in content)
        {
            run = b < 0x80 ? 0 : run + 1;
            if (run > LongestRun || (b >= 0x80 && b < 0xC0 && !Signs.Contains(b))) return false;
            if (b >= 0x80) accents++;
            else if (char.IsAsciiLetter((char)b)) letters++;
        }

        return accents * 10 <= (accents + letters) * MostInTen;
    }

    /// <summary>Whether most pairs are among the characters and punctuation that nearly all Chinese text is made of.</summary>
    public static bool AreRatherChinese(ReadOnlySpan<byte> content)
    {
        var common = 0;
        var pairs = 0;
        for (var at = 0; at < content.Length - 1; at++)
        {
            if (content[at] < 0x81) continue;
            pairs++;
            if (content[at + 1] >= 0xA1 && content[at] is >= 0xA1 and <= 0xA3 or >= 0xB0 and <= 0xD7) common++;
            at++;
        }

        return common * 2 > pairs;
    }
}
