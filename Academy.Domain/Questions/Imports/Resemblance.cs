using Academy.Domain.Data.Searching;

namespace Academy.Domain.Questions.Imports;

/// <summary>Two texts that say nearly the same, by their places in the lists they came from.</summary>
/// <param name="First">The earlier text; in a comparison of two lists, the one of the first list.</param>
/// <param name="Second">The later text; in a comparison of two lists, the one of the second list.</param>
/// <param name="Likeness">
/// The share of their pairs of neighboring characters that both have; 1 for texts that differ only in width,
/// case, punctuation and spaces.
/// </param>
public sealed record Twins(int First, int Second, double Likeness);

/// <summary>
/// Finds texts that say nearly the same: what comparing each with each would find. A text that equals an earlier one
/// is found with that alone.
/// </summary>
public static class Resemblance
{
    public const double UsualLikeness = 0.75;

    /// <summary>A list that has more of them is one template filled in again and again; of its twins the most alike are found.</summary>
    public const int MostTwins = 20_000;

    /// <summary>Less than any two shares differ by, and more than a product of doubles is off.</summary>
    private const double Closer = 1e-8;

    /// <summary>What two texts are compared by: their letters and digits, wide ones and capitals made plain.</summary>
    public static string Normalize(string text) =>
        string.Concat(new FoldedText(text).Stretches().SelectMany(stretch => stretch).Select(run => run.Text));

    /// <summary>Twins within a list, the most alike first.</summary>
    public static IReadOnlyList<Twins> Among(IReadOnlyList<string> texts, double likeness = UsualLikeness)
    {
        var (shelf, found) = (new TextShelf(texts), new PriorityQueue<Twins, double>());
        foreach (var (first, again) in shelf.Repeats) found.Enqueue(new Twins(first, again, 1), 1);
        for (var at = 0; at < shelf.Count; at++)
        {
            var second = shelf.PlaceOf(at);
            shelf.Compare(shelf.PairsOf(at), at, LeastOf(found, likeness), (first, share) =>
            {
                found.Enqueue(new Twins(Math.Min(first, second), Math.Max(first, second), share), share);
                if (found.Count > MostTwins) found.Dequeue();
                return LeastOf(found, likeness);
            });
        }

        return [.. found.UnorderedItems
            .Select(item => item.Element)
            .OrderByDescending(twins => twins.Likeness)
            .ThenBy(twins => twins.First)
            .ThenBy(twins => twins.Second)
            .Take(MostTwins)];
    }

    /// <summary>Each of the incoming texts that has twins among those that exist, with the most alike of them.</summary>
    public static IReadOnlyList<Twins> Against(
        IReadOnlyList<string> existing, IReadOnlyList<string> incoming, double likeness = UsualLikeness)
    {
        var shelf = new TextShelf(existing);
        return [.. incoming.Select((text, place) => TwinOf(Normalize(text), place)).OfType<Twins>()];

        Twins? TwinOf(string text, int place)
        {
            if (shelf.Find(text) is { } equal) return new Twins(equal, place, 1);

            Twins? closest = null;
            shelf.Compare(shelf.PairsOf(text), shelf.Count, likeness, (first, share) =>
            {
                closest = new Twins(first, place, share);
                return share + Closer;
            });
            return closest;
        }
    }

    /// <summary>How alike further twins must be to be worth finding.</summary>
    private static double LeastOf(PriorityQueue<Twins, double> found, double likeness) =>
        found.Count < MostTwins ? likeness : Math.Max(likeness, found.Peek().Likeness + Closer);
}
