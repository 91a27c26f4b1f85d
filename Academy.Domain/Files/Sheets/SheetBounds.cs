using System.Globalization;

namespace Academy.Domain.Files.Sheets;

/// <summary>How much of a sheet is read at the most, whatever file it stands in.</summary>
/// <param name="sheet">Its name.</param>
/// <param name="ct">Whether there is time to read on.</param>
internal sealed class SheetBounds(string sheet = "", CancellationToken ct = default)
{
    public const int MostRows = 50_000;
    public const int MostColumns = 300;
    private const int MostCells = 1_000_000;

    /// <summary>No spreadsheet has more, filled or not.</summary>
    private const int LastColumn = 16_384;

    private int rows;
    private int cells;

    public void Check(int column, bool isFilled)
    {
        ct.ThrowIfCancellationRequested();
        if (column >= (isFilled ? MostColumns : LastColumn)) throw Refusal(SheetRefusal.TooManyColumns, MostColumns);
    }

    public SheetRow Row(int number, IReadOnlyDictionary<int, SheetCell> filled)
    {
        if (++rows > MostRows) throw Refusal(SheetRefusal.TooManyRows, MostRows);
        if ((cells += filled.Count) > MostCells) throw Refusal(SheetRefusal.TooManyCells, MostCells);
        return new SheetRow(number, filled);
    }

    private SheetRefusedException Refusal(SheetRefusal refusal, int most) =>
        new(refusal, most.ToString(CultureInfo.InvariantCulture), sheet);
}
