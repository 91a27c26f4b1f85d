using System.Text;

namespace Academy.Domain.Files.Pdf;

/// <summary>
/// Upright sheets of A4 with text and lines on them. What is drawn is kept until a <see cref="PdfPress"/> prints it: only then is it
/// known which characters of the font it takes.
/// </summary>
/// <param name="title">What viewers call it.</param>
/// <param name="createdAt">Said by whoever makes it, so that the same document is always the same bytes.</param>
public sealed class PdfDocument(string title, DateTimeOffset createdAt)
{
    private readonly List<PdfPage> pages = [];

    public string Title => title;
    public DateTimeOffset CreatedAt => createdAt;
    public IReadOnlyList<PdfPage> Pages => pages;

    internal IEnumerable<Rune> Characters => pages.SelectMany(page => page.Characters);

    public PdfPage AddPage()
    {
        pages.Add(new PdfPage());
        return pages[^1];
    }
}
