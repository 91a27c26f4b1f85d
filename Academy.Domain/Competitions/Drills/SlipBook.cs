using System.Globalization;

namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// A book of practice slips (传票): 100 pages with five rows of amounts each. The seed is all there is to it: whoever has it has the
/// book, its tasks and every sum.
/// </summary>
public sealed class SlipBook
{
    public const int PageCount = 100;
    public const int RowCount = 5;

    /// <summary>How many digits an amount has at the most, the two decimals included.</summary>
    public const int MostDigits = 9;

    /// <summary>How many pages one sum goes over.</summary>
    public const int PagesOfSum = 20;

    /// <summary>How many of a hundred amounts have so many digits.</summary>
    private static readonly (int Digits, int Weight)[] Lengths = [(4, 10), (5, 20), (6, 28), (7, 22), (8, 13), (MostDigits, 7)];

    private readonly Amount[] amounts;
    private readonly long seed;
    private readonly Emphasis? emphasis;

    /// <param name="seed">What it follows from.</param>
    /// <param name="emphasis">What comes more often, in practice alone; null for a book as it is printed and competed with.</param>
    public SlipBook(long seed, Emphasis? emphasis = null)
    {
        (this.seed, this.emphasis) = (seed, emphasis);
        var lot = new SplitMix(seed);
        amounts = [.. Enumerable.Range(0, PageCount * RowCount).Select(_ => Draw(lot))];
    }

    /// <summary>Pages and rows are counted from 1.</summary>
    public Amount this[int page, int row] => amounts[((page - 1) * RowCount) + row - 1];

    /// <summary>Sums to add up one after the other: a row over 20 pages in a row, from a page that is drawn for each.</summary>
    public IEnumerable<SlipRow> Sums()
    {
        var lot = Lots();
        while (true) yield return Choose(() => new SlipRow(1 + lot.Below(PageCount - PagesOfSum + 1), PagesOfSum, 1 + lot.Below(RowCount)));
    }

    /// <summary>The one row to add up over the whole book.</summary>
    public SlipRow Whole()
    {
        var lot = Lots();
        return Choose(() => new SlipRow(1, PageCount, 1 + lot.Below(RowCount)));
    }

    /// <summary>What a row adds up to.</summary>
    public Amount Total(SlipRow row) => new(row.Pages.Sum(page => this[page, row.Row].Fen));

    /// <summary>The tasks are drawn apart from the amounts: more of the one change nothing of the other.</summary>
    private SplitMix Lots() => new(~seed);

    private SlipRow Choose(Func<SlipRow> draw) => emphasis is null ? draw() : Emphasis.Costliest(draw, emphasis.CostOf);

    private Amount Draw(SplitMix lot) => emphasis is null ? DrawAny(lot) : Emphasis.Costliest(() => DrawAny(lot), emphasis.CostOf);

    private static Amount DrawAny(SplitMix lot) => new(long.Parse(lot.Digits(lot.Pick(Lengths)), CultureInfo.InvariantCulture));
}

/// <summary>One row over so many pages in a row.</summary>
public sealed record SlipRow(int FirstPage, int PageCount, int Row)
{
    public IEnumerable<int> Pages => Enumerable.Range(FirstPage, PageCount);
}
