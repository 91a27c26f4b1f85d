using System.IO.Compression;
using System.Xml;
using Academy.Domain.Files;
using DocumentFormat.OpenXml.Packaging;

namespace Academy.Domain.Questions.Formats.Word;

/// <summary>
/// Reads a .docx as a typed text: with the numbers that Word shows, its tables as sheets or as lines,
/// the pictures of its stems.
/// </summary>
public static class WordReader
{
    private const int MostCharactersInPart = 20_000_000;
    private const int DeepestXml = 150;

    public static QuestionFile Read(byte[] content)
    {
        var (refusal, names) = ZipBounds.Look(new MemoryStream(content));
        if (refusal is { } bad)
            return QuestionFile.Refused(bad == UploadRefusal.Bomb ? ReadingProblem.TooLarge : ReadingProblem.Unreadable);
        if (!names.Contains("word/document.xml")) return QuestionFile.Refused(ReadingProblem.Unreadable);

        try
        {
            if (IsTooDeep(content)) return QuestionFile.Refused(ReadingProblem.Unreadable);

            using var document = WordprocessingDocument.Open(
                new MemoryStream(content),
                false,
                new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
            return document.MainDocumentPart is { Document.Body: { } body } main
                ? new WordLines(main).Read(body)
                : QuestionFile.Refused(ReadingProblem.Unreadable);
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or IOException or InvalidDataException or FormatException
            or ArgumentException or InvalidOperationException or KeyNotFoundException or UriFormatException or NotSupportedException)
        {
            return QuestionFile.Refused(ReadingProblem.Unreadable);
        }
    }

    /// <summary>Looks at the nesting before anything that recurses reads it, and at declarations that nothing may follow.</summary>
    private static bool IsTooDeep(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostCharactersInPart,
                CloseInput = true,
            });
            while (xml.Read())
                if (xml.Depth > DeepestXml) return true;
        }

        return false;
    }
}
