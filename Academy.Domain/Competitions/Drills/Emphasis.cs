namespace Academy.Domain.Competitions.Drills;

/// <summary>What something that costs somebody more is: a digit, the place of one, a row or kind of line, ten pages, a character.</summary>
public enum SpotKind { Digit, Place, Row, Turn, Character }

/// <summary>Something that lately cost somebody more than the rest did.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="What">The digit or character; the place or row by its number; of turns the number of ten pages: 3 is 21 to 30.</param>
/// <param name="Weight">How much more it draws, from 2 on.</param>
/// <param name="Cost">Misses of a thousand; of a turn the milliseconds to the next key; of a character how often it was missed.</param>
/// <param name="Others">The same of the rest; of a character how often it came.</param>
public sealed record WeakSpot(SpotKind Kind, string What, int Weight, int Cost, int Others);

/// <summary>
/// What comes more often in practice, because it cost the person most. Of several that are drawn as ever, the one is taken in which most
/// of it is: what comes is what may come anyway, only how often is another matter. It follows from the seed as all else does.
/// </summary>
public sealed record Emphasis(IReadOnlyList<WeakSpot> Spots)
{
    /// <summary>Of so many amounts, lines or sums one is taken.</summary>
    public const int Draws = 4;

    /// <summary>Of so many passages.</summary>
    public const int PassageDraws = 12;

    public const int PagesOfTurn = 10;

    private const int Precision = 1_000;

    /// <summary>Of several draws the one that costs most; of equal ones the first.</summary>
    internal static T Costliest<T>(Func<T> draw, Func<T, int> cost)
    {
        var drawn = Enumerable.Range(0, Draws).Select(_ => draw()).ToList();
        return drawn.MaxBy(cost)!;
    }

    internal int CostOf(Amount amount) => CostOf(amount.Keys, withPlaces: true);

    internal int CostOf(KeypadLine line) => CostOf(line.Keys, withPlaces: false) * Weight(SpotKind.Row, 1 + (int)line.Kind);

    internal int CostOf(SlipRow row) =>
        row.Pages.Sum(page => Weight(SpotKind.Turn, TurnOf(page))) * Precision / row.PageCount * Weight(SpotKind.Row, row.Row);

    internal int CostOf(Passage passage) =>
        passage.Text.Sum(character => Weight(SpotKind.Character, $"{character}") - 1) * Precision / passage.Length;

    /// <summary>Which ten pages a page is in.</summary>
    internal static int TurnOf(int page) => 1 + ((page - 1) / PagesOfTurn);

    /// <summary>What a digit weighs on the average, with its place where that matters.</summary>
    private int CostOf(string keys, bool withPlaces)
    {
        var digits = keys.Where(char.IsAsciiDigit).ToList();
        var cost = digits.Index().Sum(digit =>
            Weight(SpotKind.Digit, $"{digit.Item}") + (withPlaces ? Weight(SpotKind.Place, digits.Count - digit.Index) : 0));
        return cost * Precision / digits.Count;
    }

    private int Weight(SpotKind kind, int number) => Weight(kind, $"{number}");

    private int Weight(SpotKind kind, string what)
    {
        foreach (var spot in Spots)
            if (spot.Kind == kind && spot.What == what) return spot.Weight;
        return 1;
    }
}
