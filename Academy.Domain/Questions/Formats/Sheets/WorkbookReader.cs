using Academy.Domain.Files.Sheets;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>Reads an .xlsx with a row a question.</summary>
public static class WorkbookReader
{
    public static QuestionFile Read(
        byte[] content, IReadOnlyDictionary<string, SheetMapping>? mappings = null, CancellationToken ct = default)
    {
        try
        {
            var (sheets, hidden) = WorkbookParts.Read(content, ct);
            var file = SheetReader.Read(sheets, mappings, ct);
            return file with
            {
                Remarks = [.. file.Remarks, .. hidden.Select(name => new ReadingMessage(0, 0, ReadingProblem.UnreadSheet, name))],
            };
        }
        catch (SheetRefusedException refused)
        {
            return SheetReader.Refused(refused);
        }
    }
}
