using System.IO.Compression;
using System.Xml;
using Academy.Domain.Files;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>
/// Reads an .xlsx: its size is known to be bounded before any part of it is opened, and nothing
/// outside of it is looked up.
/// </summary>
public static class WorkbookReader
{
    public static QuestionFile Read(byte[] content, IReadOnlyDictionary<string, SheetMapping>? mappings = null)
    {
        try
        {
            var (sheets, hidden) = SheetsOf(content);
            var file = SheetReader.Read(sheets, mappings);
            return file with
            {
                Remarks = [.. file.Remarks, .. hidden.Select(name => new ReadingMessage(0, 0, ReadingProblem.UnreadSheet, name))],
            };
        }
        catch (FileRefusedException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>The sheets that people see, and the names of those that are hidden from them.</summary>
    internal static (IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Hidden) SheetsOf(byte[] content)
    {
        if (ZipBounds.Look(new MemoryStream(content)).Refusal is { } refusal)
            throw new FileRefusedException(refusal == UploadRefusal.Bomb ? ReadingProblem.TooLarge : ReadingProblem.Unreadable);

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return new WorkbookParts(archive).Sheets();
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            throw new FileRefusedException(ReadingProblem.Unreadable);
        }
    }
}
