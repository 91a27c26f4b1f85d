using System.Buffers;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>
/// Finds lettered options behind a stem, one a line or several on a line: A. Ａ． A、 A) (A) （A） or, on lines of
/// their own, A and a space.
/// </summary>
internal sealed partial record TypedOptions(string Stem, IReadOnlyList<string> Options)
{
    private const int MostMissing = 2;
    private const int MarksToLookAt = 400;

    /// <summary>The letters of which one stands behind A where there are options.</summary>
    private static readonly SearchValues<char> Followers = SearchValues.Create("BCDＢＣＤ");

    /// <summary>Whether they stand in running text or look like code, so that they may be no options at all.</summary>
    public bool AreDoubtful { get; private init; }

    /// <summary>A letter that comes twice; null when each comes once.</summary>
    public string? Repeated { get; private init; }

    public static TypedOptions Cut(string text)
    {
        if (text.AsSpan().IndexOfAny(Followers) < 0) return new TypedOptions(text.Trim(), []);

        var marks = Mark().Matches(text).Take(MarksToLookAt).Select(match => new OptionMark(match, text)).ToList();
        foreach (var start in marks.Where(mark => mark.Letter == 0 && mark.MayBegin).OrderBy(mark => !mark.IsOnLineStart))
        {
            if (Sequence(marks, start) is { Count: > 1 } sequence) return Of(text, marks, sequence);
        }

        return new TypedOptions(text.Trim(), []);
    }

    private static List<OptionMark> Sequence(List<OptionMark> marks, OptionMark start)
    {
        var sequence = new List<OptionMark> { start };
        foreach (var mark in marks.Where(mark => mark.Start > start.Start && mark.Style == start.Style))
        {
            var missing = mark.Letter - sequence[^1].Letter - 1;
            if (missing == 0 && (mark.IsOnLineStart || !marks.Exists(later =>
                later.Start > mark.Start && later.IsOnLineStart && later.Letter == mark.Letter && later.Style == mark.Style)))
            {
                sequence.Add(mark);
            }
            else if (missing is > 0 and <= MostMissing
                && mark.IsOnLineStart
                && !marks.Exists(later => later.Start > mark.Start && later.IsOnLineStart && later.Letter == sequence[^1].Letter + 1))
            {
                sequence.Add(mark);
            }
        }

        return sequence;
    }

    private static TypedOptions Of(string text, List<OptionMark> marks, List<OptionMark> sequence)
    {
        var options = new List<string>();
        foreach (var (n, mark) in sequence.Index())
        {
            while (options.Count < mark.Letter) options.Add("");
            options.Add(text[mark.End..(n + 1 < sequence.Count ? sequence[n + 1].Start : text.Length)].Trim().TrimEnd('；', ';').Trim());
        }

        var own = marks.Where(mark =>
            mark.Start > sequence[0].Start && mark.IsOnLineStart && mark.Style == sequence[0].Style && !sequence.Contains(mark));
        return new TypedOptions(text[..sequence[0].Start].Trim(), options)
        {
            AreDoubtful = !text[sequence[0].Start..sequence[^1].Start].Contains('\n')
                || options.TrueForAll(option => Code().IsMatch(option)),
            Repeated = own.FirstOrDefault() is { } twice ? OptionKeys.LetterAt(twice.Letter) : null,
        };
    }

    [GeneratedRegex(@"(?<![A-Za-zＡ-Ｚ.(（])(?<letter>[A-ZＡ-Ｚ])\s*(?<mark>[.．、:：)）])[^\S\n]*"
        + @"|[（(]\s*(?<letter>[A-ZＡ-Ｚ])\s*(?<mark>[)）])[^\S\n]*[.．、]?[^\S\n]*|(?<=^|\n)[^\S\n]*(?<letter>[A-ZＡ-Ｚ])(?<mark>[^\S\n]+)(?=\S)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[a-z_]\w*\s*\(.*\)\W{0,9}$")]
    private static partial Regex Code();

    private enum MarkStyle { Plain, Bracketed, Spaced }

    private sealed class OptionMark(Match match, string text)
    {
        public int Letter { get; } = match.Groups["letter"].ValueSpan[0] is var letter and >= 'Ａ'
            ? letter - 'Ａ'
            : match.Groups["letter"].ValueSpan[0] - 'A';
        public int Start => match.Index;
        public int End => match.Index + match.Length;
        public bool IsOnLineStart { get; } = match.Index == 0
            || text.AsSpan(0, match.Index).TrimEnd(" \t\u3000\u00A0") is [] or [.., '\n']
            || match.Groups["mark"].ValueSpan.IsWhiteSpace();
        public MarkStyle Style { get; } = StyleOf(match);

        /// <summary>After a word only a dot begins options: 维生素A、B和C are none.</summary>
        public bool MayBegin => IsOnLineStart
            || (Style == MarkStyle.Plain
                && (!char.IsLetterOrDigit(text[match.Index - 1]) || match.Groups["mark"].ValueSpan[0] is '.' or '．'));

        private static MarkStyle StyleOf(Match match)
        {
            if (match.Groups["mark"].ValueSpan.IsWhiteSpace()) return MarkStyle.Spaced;
            return match.ValueSpan[0] is '(' or '（' ? MarkStyle.Bracketed : MarkStyle.Plain;
        }
    }
}
