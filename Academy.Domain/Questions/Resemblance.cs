using Academy.Domain.Data;

namespace Academy.Domain.Questions;

/// <summary>Two texts that say nearly the same, by their places in the lists they came from.</summary>
/// <param name="First">The earlier text; in a comparison of two lists, the one of the first list.</param>
/// <param name="Second">The later text; in a comparison of two lists, the one of the second list.</param>
/// <param name="Likeness">The share of their pairs of neighboring characters that both have; 1 for texts that differ only in width, case, punctuation and spaces.</param>
public sealed record Twins(int First, int Second, double Likeness);

/// <summary>
/// Finds texts that say nearly the same. Every pair that is at least as alike as asked for is found; a text that equals
/// an earlier one is found with that alone.
/// </summary>
public static class Resemblance
{
    public const double UsualLikeness = 0.75;

    /// <summary>A list that has more of them is one template filled in again and again.</summary>
    public const int MostTwins = 20_000;

    /// <summary>What two texts are compared by: their letters and digits, wide ones and capitals made plain.</summary>
    public static string Normalize(string text) => string.Concat(new FoldedText(text).Stretches().SelectMany(stretch => stretch).Select(run => run.Text));

    /// <summary>Twins within a list, the most alike first.</summary>
    public static IReadOnlyList<Twins> Among(IReadOnlyList<string> texts, double likeness = UsualLikeness) => Find([], texts, likeness);

    /// <summary>Twins of incoming texts among those that exist, the most alike first; none of two that exist or two that come.</summary>
    public static IReadOnlyList<Twins> Against(IReadOnlyList<string> existing, IReadOnlyList<string> incoming, double likeness = UsualLikeness) =>
        Find(existing, incoming, likeness, isAcross: true);

    private static Twins[] Find(IReadOnlyList<string> before, IReadOnlyList<string> texts, double likeness, bool isAcross = false)
    {
        var shingles = new Shingles([.. before.Concat(texts).Select(Normalize)]);
        var index = new TwinIndex(shingles, likeness);
        var found = new List<Twins>();
        for (var at = 0; at < before.Count + texts.Count && found.Count < MostTwins; at++)
        {
            if (at >= before.Count) found.AddRange(index.TwinsOf(at).Select(twin => new Twins(twin.Place, isAcross ? at - before.Count : at, twin.Likeness)));
            if (!isAcross || at < before.Count) index.Add(at);
        }

        return [.. found.OrderByDescending(twins => twins.Likeness).ThenBy(twins => twins.First).ThenBy(twins => twins.Second).Take(MostTwins)];
    }
}

/// <summary>Each text as the set of its pairs of neighboring characters, numbered so that rare pairs come first.</summary>
internal sealed class Shingles
{
    private readonly int[][] sets;

    public Shingles(IReadOnlyList<string> texts)
    {
        Texts = texts;
        var raw = texts.Select(Pairs).ToArray();
        var counts = new Dictionary<int, int>();
        foreach (var pair in raw.SelectMany(pairs => pairs)) counts[pair] = counts.GetValueOrDefault(pair) + 1;
        var ranks = counts.OrderBy(count => count.Value).ThenBy(count => count.Key).Index().ToDictionary(count => count.Item.Key, count => count.Index);
        sets = [.. raw.Select(pairs => pairs.Select(pair => ranks[pair]).Order().ToArray())];
    }

    public IReadOnlyList<string> Texts { get; }

    public int[] Of(int text) => sets[text];

    /// <summary>A text of one character is its own pair.</summary>
    private static HashSet<int> Pairs(string text) => text.Length == 1
        ? [text[0]]
        : [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(at => (text[at] << 16) | text[at + 1])];
}

/// <summary>
/// The texts seen so far, found by their rarest pairs. Two sets that share so many pairs must share one of the first
/// few in the common order, and by the places where they share them one sees how many more they can have in common:
/// most others are given up before they are compared.
/// </summary>
internal sealed class TwinIndex(Shingles shingles, double likeness)
{
    /// <summary>More than a product of doubles is off, less than a pair.</summary>
    private const double Rounding = 1e-9;

    private const int GivenUp = int.MinValue;

    private readonly Dictionary<string, int> firsts = [];
    private readonly Dictionary<int, List<(int Text, int At)>> byPair = [];
    private readonly int[] shared = new int[shingles.Texts.Count];
    private readonly List<int> touched = [];

    public void Add(int text)
    {
        if (shingles.Texts[text].Length == 0 || !firsts.TryAdd(shingles.Texts[text], text)) return;

        var set = shingles.Of(text);
        for (var at = 0; at < PrefixOf(set); at++)
        {
            if (!byPair.TryGetValue(set[at], out var holders)) byPair[set[at]] = holders = [];
            holders.Add((text, at));
        }
    }

    /// <summary>An equal text stands for those that it resembles.</summary>
    public IEnumerable<(int Place, double Likeness)> TwinsOf(int text)
    {
        if (firsts.TryGetValue(shingles.Texts[text], out var first)) return [(first, 1)];

        var set = shingles.Of(text);
        for (var at = 0; at < PrefixOf(set); at++)
        {
            if (byPair.TryGetValue(set[at], out var holders)) Count(set.Length, at, holders);
        }

        var twins = touched.Where(other => shared[other] > 0).Select(other => (other, Likeness: LikenessOf(set, shingles.Of(other)))).Where(twin => twin.Likeness >= likeness).ToList();
        foreach (var other in touched) shared[other] = 0;
        touched.Clear();
        return twins;
    }

    private void Count(int length, int at, List<(int Text, int At)> holders)
    {
        foreach (var (other, place) in holders)
        {
            if (shared[other] == GivenUp) continue;
            if (shared[other] == 0) touched.Add(other);

            var otherLength = shingles.Of(other).Length;
            var possible = shared[other] + Math.Min(length - at, otherLength - place);
            shared[other] = possible < MustShare(length + otherLength, likeness / (1 + likeness)) ? GivenUp : shared[other] + 1;
        }
    }

    private int PrefixOf(int[] set) => set.Length == 0 ? 0 : set.Length - MustShare(set.Length, likeness) + 1;

    private static int MustShare(int length, double part) => Math.Max(1, (int)Math.Ceiling((part * length) - Rounding));

    private static double LikenessOf(int[] one, int[] other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }

        return shared / (double)(one.Length + other.Length - shared);
    }
}
