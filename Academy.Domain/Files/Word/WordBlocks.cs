using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Academy.Domain.Files.Word;

/// <summary>Takes a document apart as it is shown: what was inserted is there, what was deleted is not.</summary>
internal sealed class WordBlocks(MainDocumentPart main, bool withPictures, CancellationToken ct)
{
    private const long LargestPicture = 10 << 20;
    private const int MostBases = 10;

    private readonly WordNumbers numbers = new(main.NumberingDefinitionsPart?.Numbering);
    private readonly Dictionary<string, WordPicture> pictures = [];
    private readonly Dictionary<string, string> links =
        main.HyperlinkRelationships.ToDictionary(link => link.Id, link => link.Uri.OriginalString);

    private readonly Dictionary<string, Style> styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .GroupBy(style => style.StyleId!.Value!)
        .ToDictionary(same => same.Key, same => same.First());

    public IEnumerable<WordBlock> Of(OpenXmlElement parent) => parent.ChildElements.SelectMany(BlocksOf);

    private IEnumerable<WordBlock> BlocksOf(OpenXmlElement block) => block switch
    {
        Paragraph paragraph => [Of(paragraph, isInCell: false)],
        Table table => [new WordTable([.. table.Elements<TableRow>().Select(CellsOf)])],
        SdtBlock { SdtContentBlock: { } content } => Of(content),
        _ => [],
    };

    private List<WordCell> CellsOf(TableRow row) => [.. row.Elements<TableCell>().Select(cell => new WordCell(
        [.. cell.Descendants<Paragraph>().Select(paragraph => Of(paragraph, isInCell: true))],
        cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1))];

    /// <summary>An empty paragraph is counted in a table, whose rows may be numbered so, and passed over elsewhere.</summary>
    private WordParagraph Of(Paragraph paragraph, bool isInCell)
    {
        ct.ThrowIfCancellationRequested();
        var pieces = new List<WordPiece>();
        Add(paragraph, null, pieces);
        var own = StylesOf(paragraph).ToList();
        return new WordParagraph(
            pieces,
            isInCell || pieces.Exists(piece => piece.IsSeen) ? numbers.Next(paragraph, own) : null,
            own.ConvertAll(style => new WordStyle(
                style.StyleName?.Val?.Value ?? "", style.StyleParagraphProperties?.OutlineLevel?.Val?.Value)),
            paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value);
    }

    private IEnumerable<Style> StylesOf(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var steps = 0; id is not null && steps < MostBases && styles.TryGetValue(id, out var style); steps++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private void Add(OpenXmlElement parent, string? link, List<WordPiece> pieces)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Run run) AddRun(run, link, pieces);
            else if (child is Hyperlink to) Add(to, links.GetValueOrDefault(to.Id?.Value ?? ""), pieces);
            else if (child is InsertedRun or MoveToRun or SdtRun or SdtContentRun or SimpleField) Add(child, link, pieces);
        }
    }

    private void AddRun(Run run, string? link, List<WordPiece> pieces)
    {
        var look = LookOf(run.RunProperties) with { Link = link };
        var text = new StringBuilder();
        foreach (var child in run.ChildElements)
        {
            if (child is Text words) text.Append(words.Text);
            else if (child is TabChar) text.Append('\t');
            else if (child is Break or CarriageReturn) text.Append('\n');
            else if (child is NoBreakHyphen) text.Append('-');
            else if (child is FootnoteReference or EndnoteReference) pieces.Add(look with { HasNote = true });
            else if (IsPicture(child))
            {
                TakeText();
                pieces.Add(look with { Picture = PictureOf(child) });
            }
        }

        TakeText();

        void TakeText()
        {
            if (text.Length > 0) pieces.Add(look with { Text = text.ToString() });
            text.Clear();
        }
    }

    private static WordPiece LookOf(RunProperties? look) => new()
    {
        IsBold = IsOn(look?.Bold),
        IsItalic = IsOn(look?.Italic),
        IsUnderlined = look?.Underline is { } line && line.Val?.Value != UnderlineValues.None,
    };

    private static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);

    private static bool IsPicture(OpenXmlElement child) =>
        child is Drawing or Picture or EmbeddedObject || (child is AlternateContent && child.Descendants<Drawing>().Any());

    private WordPicture PictureOf(OpenXmlElement drawing)
    {
        if (!withPictures) return WordPicture.Unknown;
        if (drawing.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().FirstOrDefault()?.Embed?.Value is not { } id)
            return WordPicture.Unknown;
        if (!main.TryGetPartById(id, out var part) || part is not ImagePart image) return WordPicture.Unknown;

        var name = Path.GetFileName(image.Uri.OriginalString);
        if (!pictures.TryGetValue(name, out var picture)) pictures[name] = picture = Load(name, image);
        return picture;
    }

    private static WordPicture Load(string name, ImagePart image)
    {
        using var content = image.GetStream();
        if (content.Length > LargestPicture) return WordPicture.Unknown;

        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return new WordPicture(name, bytes.ToArray());
    }
}
