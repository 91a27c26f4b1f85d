using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>Where something else was typed than stands there, or nothing, or something for nothing; with what is around it.</summary>
public sealed record Difference(string Before, string Expected, string Typed, string After);

/// <summary>Where what was typed differs from the passage, and which of its characters were missed most.</summary>
public sealed class Differences
{
    private const int Shown = 30;
    private const int Around = 10;
    private const int MostMissed = 10;

    /// <summary>What is longer was left out at once, and says nothing of its characters.</summary>
    private const int LongestMiss = 10;

    /// <summary>Of what is longer than this the beginning is shown.</summary>
    private const int LongestPiece = 24;

    private readonly string passage;

    public Differences(TypedResult result)
    {
        passage = (result.Terms.Text ?? "").Replace("\n", "");
        var places = PlacesOf(result.Alignment.Pairs).ToList();
        Count = places.Count;
        First = [.. places.Take(Shown).Select(place => Told(place.At, place.Pairs))];
        Missed = [.. places
            .Where(place => place.Pairs.Count <= LongestMiss)
            .SelectMany(place => place.Pairs)
            .Where(pair => pair.Expected is not null)
            .CountBy(pair => $"{pair.Expected}")
            .OrderByDescending(missed => missed.Value)
            .Take(MostMissed)];
    }

    public int Count { get; }
    public IReadOnlyList<Difference> First { get; }

    /// <summary>Characters of the passage, and how often they were wrong or missing.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Missed { get; }

    /// <summary>The character that was missed most, when it was more than once.</summary>
    public string? Worst => Missed is [{ Value: > 1 } worst, ..] ? worst.Key : null;

    /// <summary>Pairs that are not right and follow each other, and how much of the passage is before them.</summary>
    private static IEnumerable<(int At, List<Pair> Pairs)> PlacesOf(IReadOnlyList<Pair> pairs)
    {
        var (at, open) = (0, new List<Pair>());
        foreach (var pair in pairs)
        {
            if (!pair.IsRight) open.Add(pair);
            else if (open.Count > 0)
            {
                yield return (at - LengthOf(open), open);
                open = [];
            }

            if (pair.Expected is not null) at++;
        }

        if (open.Count > 0) yield return (at - LengthOf(open), open);
    }

    private static int LengthOf(List<Pair> pairs) => pairs.Count(pair => pair.Expected is not null);

    private Difference Told(int at, List<Pair> pairs)
    {
        var end = at + LengthOf(pairs);
        return new Difference(
            passage[Math.Max(0, at - Around)..at],
            Shortened(passage[at..end]),
            Shortened(string.Concat(pairs.Select(pair => pair.Typed)).Replace(' ', Sign.Space)),
            passage[end..Math.Min(passage.Length, end + Around)]);
    }

    private static string Shortened(string piece) => piece.Length <= LongestPiece ? piece : $"{Cut.Start(piece, LongestPiece)}…";
}
