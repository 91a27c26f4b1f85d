using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Academy.Tests.Learning;

/// <summary>Files that people might bring, good and bad.</summary>
internal static class Uploads
{
    public static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));

    public static MemoryStream Executable() => new([.. "MZ"u8, .. new byte[4000]]);

    public static MemoryStream Png(int size) =>
        new([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[size]]);

    /// <summary>A PDF of one page that any viewer can show.</summary>
    public static MemoryStream Pdf()
    {
        const string Page = "BT /F1 24 Tf 48 520 Td (First day at the branch) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
            $"<</Length {Page.Length}>>\nstream\n{Page}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var (text, places) = (new StringBuilder("%PDF-1.4\n"), new StringBuilder());
        foreach (var (index, part) in objects.Index())
        {
            places.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{part}\nendobj\n");
        }

        var start = text.Length;
        var size = objects.Length + 1;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n{places}");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Of(text.ToString());
    }

    /// <summary>A picture that any browser can show: one green point.</summary>
    public static MemoryStream Picture() =>
        new(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    /// <summary>Slides as far as the academy looks into them.</summary>
    public static MemoryStream Slides(params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("ppt/presentation.xml", "<p/>"u8.ToArray()), .. more]);

    public static MemoryStream Zip(params (string Name, byte[] Content)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>A Word document of the given paragraphs and tables.</summary>
    public static MemoryStream Word(params OpenXmlElement[] blocks)
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(blocks));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { StyleId = "1", Type = StyleValues.Paragraph },
                new Style(new StyleName { Val = "heading 2" }) { StyleId = "2", Type = StyleValues.Paragraph });
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    new Level(
                        new StartNumberingValue { Val = 1 },
                        new NumberingFormat { Val = NumberFormatValues.Decimal },
                        new LevelText { Val = "%1." })
                    {
                        LevelIndex = 0,
                    })
                { AbstractNumberId = 1 },
                new AbstractNum(Article(0, "第%1章"), Article(1, "第%2条")) { AbstractNumberId = 2 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 });
            main.AddHyperlinkRelationship(new Uri("https://example.org/rules"), true, "rId99");
        }

        stream.Position = 0;
        return stream;
    }

    public static Paragraph Text(string text, string? style = null) => new(
        new ParagraphProperties(style is null ? null! : new ParagraphStyleId { Val = style }), new Run(new Text(text)));

    public static Paragraph Numbered(string text, int list = 1, int level = 0) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list })),
        new Run(new Text(text)));

    private static Level Article(int level, string pattern) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = NumberFormatValues.ChineseCountingThousand },
        new LevelText { Val = pattern })
    {
        LevelIndex = level,
    };
}
