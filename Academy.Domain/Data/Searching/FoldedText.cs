using System.Text;

namespace Academy.Domain.Data.Searching;

/// <summary>A stretch of Han characters or of other letters and digits, without any gap.</summary>
internal readonly record struct Run(string Text, bool IsHan);

/// <summary>
/// A text as it is searched: full-width characters and capitals made plain, and for each character the place in the
/// text that it came from.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>What the index takes for one: the ranges that its own tables know, with 々 and 〇.</summary>
    internal const string HanClass = @"\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF";

    private readonly List<(int Start, int End)> origins = [];

    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            if (IsFolded(rune)) folded.Append((char)rune.Value);
            else folded.Append(Fold(rune));
            while (origins.Count < folded.Length) origins.Add((at, at + length));
            at += length;
        }

        Text = folded.ToString();
    }

    public string Text { get; }

    /// <summary>From where to where the text as it was holds what stands here.</summary>
    public (int Start, int End) OriginOf(int index, int length) => (origins[index].Start, origins[index + length - 1].End);

    /// <summary>The runs of each stretch that nothing but letters and digits is in.</summary>
    public IEnumerable<IReadOnlyList<Run>> Stretches()
    {
        var stretch = new List<Run>();
        for (var at = 0; at <= Text.Length;)
        {
            var end = at;
            while (end < Text.Length && KindOf(Text[end]) is { } kind && kind == KindOf(Text[at])) end++;
            if (end > at) stretch.Add(new Run(Text[at..end], IsHan(Text[at])));
            else if (stretch.Count > 0)
            {
                yield return stretch;
                stretch = [];
            }

            at = Math.Max(end, at + (end > at ? 0 : 1));
        }
    }

    /// <summary>Whether it is Chinese or part of a word of letters; null for what stands between words.</summary>
    private static bool? KindOf(char character)
    {
        if (IsHan(character)) return true;
        return char.IsLetterOrDigit(character) ? false : null;
    }

    private static bool IsHan(char character) => character
        is '\u3005' or '\u3007' or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>What stays as it is, and makes up most texts.</summary>
    private static bool IsFolded(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (< 0x80 and not (>= 'A' and <= 'Z'));

    private static string Fold(Rune rune) =>
        rune.IsAscii ? Rune.ToLowerInvariant(rune).ToString() : rune.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
