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

    public SlipBook(long seed)
    {
        this.seed = seed;
        var lot = new SplitMix(seed);
        amounts = [.. Enumerable.Range(0, PageCount * RowCount).Select(_ => Draw(lot))];
    }

    /// <summary>Pages and rows are counted from 1.</summary>
    public Amount this[int page, int row] => amounts[((page - 1) * RowCount) + row - 1];

    /// <summary>Sums to add up one after the other: a row over 20 pages in a row, from a page that is drawn for each.</summary>
    public IEnumerable<SlipRow> Sums()
    {
        var lot = Lots();
        while (true) yield return new SlipRow(1 + lot.Below(PageCount - PagesOfSum + 1), PagesOfSum, 1 + lot.Below(RowCount));
    }

    /// <summary>The one row to add up over the whole book.</summary>
    public SlipRow Whole() => new(1, PageCount, 1 + Lots().Below(RowCount));

    /// <summary>What a row adds up to.</summary>
    public Amount Total(SlipRow row) => new(row.Pages.Sum(page => this[page, row.Row].Fen));

    /// <summary>The tasks are drawn apart from the amounts: more of the one change nothing of the other.</summary>
    private SplitMix Lots() => new(~seed);

    private static Amount Draw(SplitMix lot) => new(long.Parse(lot.Digits(lot.Pick(Lengths)), CultureInfo.InvariantCulture));
}

/// <summary>One row over so many pages in a row.</summary>
public sealed record SlipRow(int FirstPage, int PageCount, int Row)
{
    public IEnumerable<int> Pages => Enumerable.Range(FirstPage, PageCount);
}
