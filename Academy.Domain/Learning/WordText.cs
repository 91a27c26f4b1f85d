using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Academy.Domain.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Academy.Domain.Learning;

/// <summary>Reads a Word document: headings by style or by 第一章 and 第一条, lists, tables, bold, italics and links.</summary>
internal sealed partial class WordText
{
    private const int MostCharactersInPart = 10_000_000;
    private const int DeepestXml = 150;
    private const int LongestHeading = 40;

    private readonly MainDocumentPart main;
    private readonly Dictionary<string, Style> styles;
    private readonly Dictionary<(int List, int Level), int> counts = [];
    private readonly HashSet<LeftOut> leftOut = [];
    private readonly StringBuilder html = new();
    private readonly Stack<string> openLists = new();
    private string? title;

    private WordText(MainDocumentPart main)
    {
        this.main = main;
        styles = main.StyleDefinitionsPart?.Styles?.Elements<Style>().Where(s => s.StyleId?.Value is not null)
            .GroupBy(s => s.StyleId!.Value!).ToDictionary(g => g.Key, g => g.First()) ?? [];
    }

    public static (UploadedText? Text, UploadObjection? Objection) Read(Stream content)
    {
        var (refusal, names) = ZipBounds.Look(content);
        if (refusal is { } bad) return UploadedText.Refuse(bad);
        if (!names.Contains("[Content_Types].xml") || !names.Contains("word/document.xml"))
            return UploadedText.Refuse(UploadRefusal.NotWhatItSays);
        if (ZipBounds.MacrosIn(names) is { } macros)
            return UploadedText.Refuse(UploadRefusal.Macros, macros);
        if (names.FirstOrDefault(n => n.StartsWith("word/activeX", StringComparison.OrdinalIgnoreCase)) is { } plugin)
            return UploadedText.Refuse(UploadRefusal.Plugin, plugin);

        try
        {
            return IsTooDeep(content) ? UploadedText.Refuse(UploadRefusal.Unreadable) : ReadPackage(content);
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or IOException or InvalidDataException or FormatException
            or ArgumentException or InvalidOperationException or KeyNotFoundException or UriFormatException or NotSupportedException)
        {
            return UploadedText.Refuse(UploadRefusal.Unreadable);
        }
    }

    /// <summary>Looks at the nesting before anything that recurses reads it.</summary>
    private static bool IsTooDeep(Stream content)
    {
        content.Position = 0;
        using var zip = new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostCharactersInPart,
            });
            while (xml.Read())
                if (xml.Depth > DeepestXml) return true;
        }

        content.Position = 0;
        return false;
    }

    private static (UploadedText? Text, UploadObjection? Objection) ReadPackage(Stream content)
    {
        using var document = WordprocessingDocument.Open(content, false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
        if (document.MainDocumentPart is not { Document.Body: { } body } main) return UploadedText.Refuse(UploadRefusal.NotWhatItSays);
        if (main.HyperlinkRelationships.FirstOrDefault(l => RichText.IsScript(l.Uri.OriginalString)) is { } link)
            return UploadedText.Refuse(UploadRefusal.ScriptLink, link.Uri.OriginalString);

        var reader = new WordText(main);
        reader.WriteBlocks(body);
        reader.CloseLists(0);
        var (text, objection) = UploadedText.ReadHtml(reader.html.ToString(), reader.leftOut);
        return (text is null ? null : text with { Title = reader.title ?? text.Title }, objection);
    }

    private void WriteBlocks(OpenXmlElement parent)
    {
        foreach (var block in parent.ChildElements)
        {
            if (block is Paragraph paragraph) WriteParagraph(paragraph);
            else if (block is Table table) WriteTable(table);
            else if (block is SdtBlock { SdtContentBlock: { } content }) WriteBlocks(content);
        }
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        var text = Inline(paragraph);
        var plain = PlainOf(paragraph);
        if (plain.Length == 0) return;

        var style = StyleOf(paragraph);
        if (style?.StyleName?.Val?.Value is { } name && (name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name == "标题"))
        {
            CloseLists(0);
            if (title is null) title = plain;
            else html.Append("<p>").Append(text).Append("</p>");
            return;
        }

        if (LevelOf(paragraph, style) is { } level)
        {
            CloseLists(0);
            if (NumberingOf(paragraph, style) is { } numbered) WriteHeading(level, Numeral(numbered) + plain, "");
            else WriteHeading(level, plain, "");
        }
        else if (NumberingOf(paragraph, style) is { } list) WriteNumbered(list, text, plain);
        else WriteTyped(text, plain);
    }

    /// <summary>A paragraph of rules as people type them: 第三章 总则, 第五条 员工应当……</summary>
    private void WriteTyped(string text, string plain)
    {
        CloseLists(0);
        if (Typed().Match(plain) is not { Success: true } match) html.Append("<p>").Append(text).Append("</p>");
        else if (plain.Length <= LongestHeading && !plain.EndsWith('。') && !plain.EndsWith('；'))
            WriteHeading(match.Groups["unit"].Value == "章" ? 1 : 2, plain, "");
        else WriteHeading(match.Groups["unit"].Value == "章" ? 1 : 2, match.Value.Trim(), plain[match.Length..].Trim());
    }

    private void WriteHeading(int level, string heading, string rest)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h{level}>{WebUtility.HtmlEncode(heading)}</h{level}>");
        if (rest.Length > 0) html.Append("<p>").Append(WebUtility.HtmlEncode(rest)).Append("</p>");
    }

    private void WriteNumbered(Level list, string text, string plain)
    {
        var pattern = list.LevelText?.Val?.Value ?? "";
        if (Pattern().Match(pattern) is { Success: true })
        {
            WriteTyped("", $"{Numeral(list)} {plain}");
            return;
        }

        var depth = (list.LevelIndex?.Value ?? 0) + 1;
        var isOrdered = list.NumberingFormat?.Val?.Value is { } format
            && format != NumberFormatValues.Bullet
            && format != NumberFormatValues.None;
        if (isOrdered && (list.NumberingFormat!.Val!.Value != NumberFormatValues.Decimal || pattern.TrimEnd('.', '、') != $"%{depth}"))
            leftOut.Add(LeftOut.Numbering);
        CloseLists(depth);
        var count = CountOf(list);
        while (openLists.Count < depth)
        {
            var tag = isOrdered ? "ol" : "ul";
            html.Append('<').Append(tag)
                .Append(isOrdered && count > 1 && openLists.Count == depth - 1
                    ? string.Create(CultureInfo.InvariantCulture, $" start=\"{count}\"")
                    : "")
                .Append('>');
            openLists.Push(tag);
        }

        html.Append("<li>").Append(text);
    }

    private int CountOf(Level list)
    {
        var key = ((list.Parent as AbstractNum)?.AbstractNumberId?.Value ?? 0, list.LevelIndex?.Value ?? 0);
        foreach (var deeper in counts.Keys.Where(k => k.List == key.Item1 && k.Level > key.Item2).ToList()) counts.Remove(deeper);
        return counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : list.StartNumberingValue?.Val?.Value ?? 1;
    }

    /// <summary>第三条, as the document numbers it; other numbers of headings are left to the order of the clauses.</summary>
    private string Numeral(Level list)
    {
        var pattern = list.LevelText?.Val?.Value ?? "";
        if (Pattern().Match(pattern) is not { Success: true } match)
        {
            if (pattern.Length > 0) leftOut.Add(LeftOut.Numbering);
            return "";
        }

        var number = CountOf(list);
        return $"第{ChineseNumber(number)}{match.Groups["unit"].Value} ";
    }

    /// <summary>Lists end with what follows them; <c>li</c> elements are closed by the reader of the HTML.</summary>
    private void CloseLists(int depth)
    {
        while (openLists.Count > depth) html.Append("</li></").Append(openLists.Pop()).Append('>');
    }

    private void WriteTable(Table table)
    {
        CloseLists(0);
        html.Append("<table>");
        foreach (var (index, row) in table.Elements<TableRow>().Index())
        {
            var tag = index == 0 ? "th" : "td";
            html.Append("<tr>");
            foreach (var cell in row.Elements<TableCell>())
            {
                var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                html.Append('<')
                    .Append(tag)
                    .Append(span is > 1 and < 100 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{span}\"") : "")
                    .Append('>')
                    .AppendJoin("<br>", cell.Descendants<Paragraph>().Select(Inline).Where(t => t.Length > 0))
                    .Append("</")
                    .Append(tag)
                    .Append('>');
            }

            html.Append("</tr>");
        }

        html.Append("</table>");
    }

    private string Inline(OpenXmlElement parent) => string.Concat(parent.ChildElements.Select(child => child switch
    {
        Run run => RunOf(run),
        Hyperlink link => LinkOf(link),
        InsertedRun or SdtRun or SdtContentRun => Inline(child),
        _ => "",
    }));

    private string RunOf(Run run)
    {
        if (run.Descendants<Drawing>().Any() || run.Descendants<Picture>().Any() || run.Descendants<EmbeddedObject>().Any())
            leftOut.Add(LeftOut.Pictures);
        if (run.Descendants<FootnoteReference>().Any() || run.Descendants<EndnoteReference>().Any()) leftOut.Add(LeftOut.Notes);
        var text = string.Concat(run.ChildElements.Select(child => child switch
        {
            Text words => WebUtility.HtmlEncode(words.Text),
            TabChar => " ",
            Break or CarriageReturn => "<br>",
            NoBreakHyphen => "-",
            _ => "",
        }));
        if (text.Length == 0) return "";
        if (IsOn(run.RunProperties?.Italic)) text = $"<em>{text}</em>";
        return IsOn(run.RunProperties?.Bold) ? $"<strong>{text}</strong>" : text;
    }

    private string LinkOf(Hyperlink link)
    {
        var address = main.HyperlinkRelationships.FirstOrDefault(r => r.Id == link.Id?.Value)?.Uri.OriginalString;
        return address is null ? Inline(link) : $"<a href=\"{WebUtility.HtmlEncode(address)}\">{Inline(link)}</a>";
    }

    private static string PlainOf(Paragraph paragraph) => string.Join(' ', string.Concat(
        paragraph.Descendants<Run>().Where(r => !r.Ancestors<DeletedRun>().Any()).SelectMany(r => r.ChildElements)
            .Select(c => c is Text text ? text.Text : c is TabChar or Break ? " " : "")).Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Style? StyleOf(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id ? styles.GetValueOrDefault(id) : null;

    private int? LevelOf(Paragraph paragraph, Style? style)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own and < 6) return own + 1;
        for (var (at, steps) = (style, 0); at is not null
            && steps < 10; at = at.BasedOn?.Val?.Value is { } id ? styles.GetValueOrDefault(id) : null, steps++)
        {
            if (HeadingName().Match(at.StyleName?.Val?.Value ?? "") is { Success: true } match)
                return Math.Min(6, int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture));
            if (at.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 6) return outline + 1;
        }

        return null;
    }

    private Level? NumberingOf(Paragraph paragraph, Style? style)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties ?? style?.StyleParagraphProperties?.NumberingProperties;
        if (numbering?.NumberingId?.Val?.Value is not (> 0 and var id) || main.NumberingDefinitionsPart?.Numbering is not { } definitions)
            return null;

        var list = definitions.Elements<NumberingInstance>().FirstOrDefault(n => n.NumberID?.Value == id)?.AbstractNumId?.Val?.Value;
        var level = Math.Clamp(numbering.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        return definitions.Elements<AbstractNum>()
            .FirstOrDefault(a => a.AbstractNumberId?.Value == list)
            ?.Elements<Level>()
            .FirstOrDefault(l => l.LevelIndex?.Value == level);
    }

    private static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);

    private static string ChineseNumber(int number)
    {
        const string digits = "零一二三四五六七八九";
        return number switch
        {
            < 10 => digits[Math.Max(0, number)].ToString(),
            < 20 => $"十{(number % 10 > 0 ? digits[number % 10] : "")}",
            < 100 => $"{digits[number / 10]}十{(number % 10 > 0 ? digits[number % 10] : "")}",
            < 1000 when number % 100 == 0 => $"{digits[number / 100]}百",
            < 1000 when number % 100 < 10 => $"{digits[number / 100]}百零{digits[number % 10]}",
            < 1000 => $"{digits[number / 100]}百{digits[number / 10 % 10]}十{(number % 10 > 0 ? digits[number % 10] : "")}",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"^第[零〇一二三四五六七八九十百千\d]+(?<unit>[章条])(?:\s+|(?=\S)|$)")]
    private static partial Regex Typed();

    [GeneratedRegex(@"^第%\d(?<unit>[章条])")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?:heading|标题)\s*(?<level>[1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();
}
