using System.Numerics;

namespace Academy.Domain.Questions.Imports;

/// <summary>
/// Different texts as sets of their pairs of neighboring characters, the smallest set first. Beside each set stands its
/// mark: a few bits of which every pair turns one. Two sets differ in at least as many pairs as their marks differ in
/// bits, so that nearly all sets are told apart by a few words of their marks, however much all of them have in common.
/// </summary>
internal sealed class TextShelf
{
    private const int Word = 64;

    /// <summary>
    /// So wide that pairs seldom fall on the same bit: a template's few pairs never, since they
    /// are numbered as they come.
    /// </summary>
    private const int BitsForPair = 4;

    /// <summary>More than a product of doubles is off, less than a pair.</summary>
    private const double Rounding = 1e-9;

    private readonly Dictionary<string, int> firsts = [];
    private readonly Dictionary<int, int> numbers = [];
    private readonly List<(int First, int Again)> repeats = [];
    private readonly (int Place, int[] Pairs)[] texts;
    private readonly int[] sizes;
    private readonly int width;
    private readonly ulong[] marks;

    public TextShelf(IReadOnlyList<string> list)
    {
        foreach (var (place, text) in list.Select(Resemblance.Normalize).Index().Where(text => text.Item.Length > 0))
            if (!firsts.TryAdd(text, place)) repeats.Add((firsts[text], place));
        texts = [.. firsts.Select(text => (text.Value, Pairs: PairsOf(text.Key))).OrderBy(text => text.Pairs.Length)];
        sizes = [.. texts.Select(text => text.Pairs.Length)];
        width = 1 + ((int)sizes.DefaultIfEmpty().Average() * BitsForPair / Word);
        marks = new ulong[texts.Length * width];
        for (var at = 0; at < texts.Length; at++) Mark(texts[at].Pairs, marks.AsSpan(at * width, width));
    }

    /// <summary>How many different texts there are.</summary>
    public int Count => texts.Length;

    /// <summary>Texts that equal an earlier one, each with the first of its kind; they have no place of their own.</summary>
    public IReadOnlyList<(int First, int Again)> Repeats => repeats;

    public int PlaceOf(int at) => texts[at].Place;

    public int[] PairsOf(int at) => texts[at].Pairs;

    /// <summary>The place of a normalized text in the list.</summary>
    public int? Find(string text) => firsts.TryGetValue(text, out var place) ? place : null;

    /// <summary>The different pairs of a normalized text, the rarest last; a text of one character is its own pair.</summary>
    public int[] PairsOf(string text)
    {
        var pairs = new int[text.Length < 2 ? text.Length : text.Length - 1];
        for (var at = 0; at < pairs.Length; at++)
        {
            var pair = text.Length == 1 ? text[0] : (text[at] << 16) | text[at + 1];
            if (!numbers.TryGetValue(pair, out pairs[at])) numbers[pair] = pairs[at] = numbers.Count;
        }

        Array.Sort(pairs);
        return [.. pairs.Where((pair, at) => at == 0 || pair != pairs[at - 1])];
    }

    /// <summary>
    /// Compares a set with those before the end that may be alike enough; whoever takes one says
    /// how alike the next must be.
    /// </summary>
    public void Compare(int[] pairs, int end, double likeness, Func<int, double, double> take)
    {
        var mark = new ulong[width];
        Mark(pairs, mark);
        var share = ShareApart(likeness);
        for (var at = FirstOf(likeness * pairs.Length); at < end && likeness * sizes[at] <= pairs.Length + Rounding; at++)
        {
            var both = pairs.Length + sizes[at];
            var most = (int)((both * share) + Rounding);
            if (Apart(mark, at, most) > most || Apart(pairs, texts[at].Pairs, most) is not { } apart) continue;

            var shared = (both - apart) / 2;
            share = ShareApart(take(texts[at].Place, shared / (double)(both - shared)));
        }
    }

    /// <summary>
    /// In how many of both their pairs two texts of a likeness differ: (1 - l) of the union, of which
    /// both together have (1 + l).
    /// </summary>
    private static double ShareApart(double likeness) => (1 - likeness) / (1 + likeness);

    /// <summary>In how many bits a mark differs from that of a text, or any number above the most.</summary>
    private int Apart(ulong[] mark, int at, int most)
    {
        var apart = 0;
        for (var word = 0; word < width && apart <= most; word++) apart += BitOperations.PopCount(mark[word] ^ marks[(at * width) + word]);
        return apart;
    }

    /// <summary>In how many pairs two sets differ; null as soon as these are too many.</summary>
    private static int? Apart(int[] one, int[] other, int most)
    {
        var (i, j, apart) = (one.Length - 1, other.Length - 1, 0);
        while (i >= 0 && j >= 0 && apart <= most)
        {
            if (one[i] == other[j]) (i, j) = (i - 1, j - 1);
            else if (one[i] > other[j]) (i, apart) = (i - 1, apart + 1);
            else (j, apart) = (j - 1, apart + 1);
        }

        apart += i + j + 2;
        return apart <= most ? apart : null;
    }

    private void Mark(int[] pairs, Span<ulong> mark)
    {
        foreach (var pair in pairs) mark[pair / Word % width] ^= 1UL << (pair % Word);
    }

    /// <summary>Where the sets of at least so many pairs begin.</summary>
    private int FirstOf(double pairs)
    {
        var (from, to) = (0, sizes.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sizes[middle] < pairs - Rounding) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}
