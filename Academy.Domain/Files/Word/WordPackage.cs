using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Academy.Domain.Files.Word;

/// <summary>A .docx that was looked over before anything opens it.</summary>
internal sealed class WordPackage
{
    private const int MostCharactersInPart = 20_000_000;
    private const int DeepestXml = 150;

    private readonly Stream content;

    private WordPackage(Stream content, IReadOnlySet<string> names)
    {
        this.content = content;
        Names = names;
    }

    public IReadOnlySet<string> Names { get; }

    public static (WordPackage? Package, UploadRefusal Refusal) Look(Stream content)
    {
        var (refusal, names) = ZipBounds.Look(content);
        if (refusal is { } bad) return (null, bad);
        return names.Contains("[Content_Types].xml") && names.Contains("word/document.xml")
            ? (new WordPackage(content, names), default)
            : (null, UploadRefusal.NotWhatItSays);
    }

    /// <summary>Null when it cannot be read.</summary>
    public WordDocument? Read(bool withPictures, CancellationToken ct)
    {
        try
        {
            if (IsTooDeep()) return null;

            using var document =
                WordprocessingDocument.Open(content, false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
            return document.MainDocumentPart is { Document.Body: { } body } main
                ? new WordDocument(
                    [.. new WordBlocks(main, withPictures, ct).Of(body)],
                    [.. main.HyperlinkRelationships.Select(link => link.Uri.OriginalString)])
                : null;
        }
        catch (Exception damage) when (damage is OpenXmlPackageException or XmlException or IOException or InvalidDataException
            or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Looks at the nesting before anything that recurses reads it, and at declarations that nothing may follow.</summary>
    private bool IsTooDeep()
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries
            .Where(ZipBounds.IsXml)
            .Any(part => XmlBounds.TooDeepLine(XmlBounds.Open(part.Open()), DeepestXml) is not null);
    }
}
