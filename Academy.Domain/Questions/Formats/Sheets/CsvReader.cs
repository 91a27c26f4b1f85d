namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>
/// Reads a table of text with commas, semicolons or tabs between its cells: the separator is
/// the one that gives it heads.
/// </summary>
public static class CsvReader
{
    private const int RowsToTry = 40;
    private const int MostRows = 50_000;
    private static readonly char[] Separators = [',', ';', '\t', '；', '，'];

    public static QuestionFile Read(string text, SheetMapping? mapping = null)
    {
        try
        {
            return SheetReader.Read(SheetOf(text), mapping);
        }
        catch (FileRefusedException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>Whether it has heads of questions with any separator.</summary>
    public static bool CanRead(string text) => Separators.Any(separator => HasHeads(separator, text));

    public static Sheet SheetOf(string text)
    {
        var separator = Separators.MaxBy(separator =>
            HeadsBy(separator, text) is { AreFound: true } heads ? 1000 + heads.Columns.Count : HeadsBy(separator, text).Columns.Count);
        var rows = new CsvRows(text, separator).Take(MostRows + 1).ToList();
        return rows.Count > MostRows ? throw new FileRefusedException(ReadingProblem.TooLarge, $"{MostRows}") : new Sheet("", rows);
    }

    /// <summary>What is beyond all bounds by one separator is no table of it.</summary>
    private static bool HasHeads(char separator, string text)
    {
        try
        {
            return HeadsBy(separator, text).AreFound;
        }
        catch (FileRefusedException)
        {
            return false;
        }
    }

    private static SheetHeads HeadsBy(char separator, string text) =>
        SheetHeads.Find(new Sheet("", [.. new CsvRows(text, separator).Take(RowsToTry)]));
}
