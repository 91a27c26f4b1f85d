using SkiaSharp;

namespace Academy.Domain.Files.Pdf;

/// <summary>Prints documents in the Chinese font of this machine, of which a file carries only the characters that it shows.</summary>
/// <param name="find">Looks for the font; asked once, when it is first needed.</param>
public sealed class PdfPress(Func<SKTypeface?> find)
{
    private readonly Lazy<SKTypeface?> font = new(find);

    /// <summary>Without one there is nothing to print in, and pages offer what a browser can print.</summary>
    public bool HasFont => font.Value is not null;

    /// <summary>The document as a file; null without a font.</summary>
    public byte[]? Print(PdfDocument document)
    {
        if (font.Value is not { } whole) return null;

        using var typeface = FontSubset.Of(whole, [.. document.Characters, .. PdfPen.Substitutes.EnumerateRunes()]);
        using var ours = new SKFont(typeface);
        using var file = new MemoryStream();
        using (var written = SKDocument.CreatePdf(file, About(document)))
        {
            foreach (var page in document.Pages)
            {
                page.Draw(new PdfPen(written.BeginPage(PdfPage.Width, PdfPage.Height), ours));
                written.EndPage();
            }

            written.Close();
        }

        return file.ToArray();
    }

    private static SKDocumentPdfMetadata About(PdfDocument document) => new(SKDocumentPdfMetadata.DefaultRasterDpi)
    {
        Title = document.Title,
        Creator = "Academy",
        Creation = document.CreatedAt.UtcDateTime,
        Modified = document.CreatedAt.UtcDateTime,
    };
}
