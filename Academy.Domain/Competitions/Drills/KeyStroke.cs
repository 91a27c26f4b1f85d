using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// A key, and when it went down: milliseconds since the start of the run, by the clock of the page. Of a text it is a character or a
/// <see cref="Sign"/>, and when it came; those of a phrase that an input method gives come at the same time.
/// </summary>
public readonly record struct KeyStroke(int At, char Key)
{
    public const char Point = '.';

    /// <summary>Takes what is typed, turns to the next page, and hands in behind the last.</summary>
    public const char Enter = 'E';

    /// <summary>Takes back the last key of what is being typed.</summary>
    public const char Erase = 'B';

    /// <summary>Takes what is typed, if anything, and turns to the next page.</summary>
    public const char Forward = 'F';

    /// <summary>Drops what is being typed and turns back.</summary>
    public const char Back = 'R';

    /// <summary>Whether it is one of the ten keys, or of those beside them.</summary>
    public bool IsOfKeypad => char.IsAsciiDigit(Key) || Key is Point or Enter or Erase or Forward or Back;

    /// <summary>Whether it can be taken down: one character that is seen.</summary>
    public bool IsKnown => Key != ' ' && !char.IsControl(Key) && !char.IsSurrogate(Key);

    /// <summary>Whether it adds a character to a text.</summary>
    public bool IsWritten => Key is not (Sign.Erased or Sign.Break or Sign.Refused);
}

/// <summary>What happens to a text besides characters, by the pictures that there are for it.</summary>
public static class Sign
{
    /// <summary>␈: the last character is taken back.</summary>
    public const char Erased = '\u2408';

    /// <summary>␤: a new line.</summary>
    public const char Break = '\u2424';

    /// <summary>␠</summary>
    public const char Space = '\u2420';

    /// <summary>␖: something was pasted or dropped, and not taken.</summary>
    public const char Refused = '\u2416';
}

/// <summary>The keys of a run one after the other, as they are kept: <c>1200:7 1340:5 1610:E</c>.</summary>
public static class KeyStrokes
{
    /// <summary>So many keys make a rhythm that nobody hits twice.</summary>
    private const int KeysOfRhythm = 60;

    public static string Write(IEnumerable<KeyStroke> keys) =>
        string.Join(' ', keys.Select(stroke => string.Create(CultureInfo.InvariantCulture, $"{stroke.At}:{stroke.Key}")));

    public static IReadOnlyList<KeyStroke> Read(string kept) =>
        [.. kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(stroke => new KeyStroke(int.Parse(stroke.AsSpan()[..^2], CultureInfo.InvariantCulture), stroke[^1]))];

    /// <summary>
    /// What the times between the first keys come to, whenever the run was and whichever keys were hit: equal only where a stream was
    /// sent again. Null when there are too few.
    /// </summary>
    public static string? Rhythm(IReadOnlyList<KeyStroke> keys)
    {
        if (keys.Count <= KeysOfRhythm) return null;

        var times = keys.Take(KeysOfRhythm).Zip(keys.Skip(1), (one, next) => next.At - one.At);
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', times))));
    }
}
