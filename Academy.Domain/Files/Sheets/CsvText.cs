namespace Academy.Domain.Files.Sheets;

/// <summary>
/// Reads a table of text with commas, semicolons or tabs between its cells: the separator is
/// the one that gives it heads.
/// </summary>
internal static class CsvText
{
    private const int RowsToTry = 40;
    private const int FitOfHeads = 1000;
    private static readonly char[] Separators = [',', ';', '\t', '；', '，'];

    /// <param name="text">The table.</param>
    /// <param name="heads">Whether the beginning of a table has heads that its reader knows, and how many columns it seems to have.</param>
    /// <param name="ct">Whether there is time to read on.</param>
    public static Sheet Read(string text, Func<Sheet, (bool AreKnown, int Columns)> heads, CancellationToken ct)
    {
        var separator = Separators.MaxBy(separator => Fit(Beginning(text, separator), heads));
        return new Sheet("", [.. new CsvRows(text, separator, ct)]);
    }

    /// <summary>Whether it has heads with any separator.</summary>
    public static bool HasHeads(string text, Func<Sheet, bool> areKnown) =>
        Separators.Any(separator => Beginning(text, separator) is { } sheet && areKnown(sheet));

    /// <summary>What is beyond all bounds is taken for a table only where no other separator gives heads, and refused then.</summary>
    private static int Fit(Sheet? beginning, Func<Sheet, (bool AreKnown, int Columns)> heads)
    {
        if (beginning is null) return SheetBounds.MostColumns + 1;

        var (areKnown, columns) = heads(beginning);
        return areKnown ? FitOfHeads + columns : columns;
    }

    private static Sheet? Beginning(string text, char separator)
    {
        try
        {
            return new Sheet("", [.. new CsvRows(text, separator).Take(RowsToTry)]);
        }
        catch (SheetRefusedException)
        {
            return null;
        }
    }
}
