using Academy.Domain.Files.Sheets;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>Reads a table of text with a row a question.</summary>
public static class CsvReader
{
    public static QuestionFile Read(string text, SheetMapping? mapping = null, CancellationToken ct = default)
    {
        try
        {
            return SheetReader.Read(SheetOf(text, ct), mapping, ct);
        }
        catch (SheetRefusedException refused)
        {
            return SheetReader.Refused(refused);
        }
    }

    /// <summary>Whether it has heads of questions with any separator.</summary>
    public static bool CanRead(string text) => CsvText.HasHeads(text, sheet => SheetHeads.Find(sheet).AreFound);

    public static Sheet SheetOf(string text, CancellationToken ct = default) => CsvText.Read(
        text, sheet => SheetHeads.Find(sheet) is var heads ? (heads.AreFound, heads.Columns.Count) : default, ct);
}
