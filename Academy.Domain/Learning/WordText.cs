using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Files;
using Academy.Domain.Files.Word;

namespace Academy.Domain.Learning;

/// <summary>A Word document as a lesson: headings by style or by 第一章 and 第一条, lists, tables, bold, italics and links.</summary>
internal sealed partial class WordText
{
    private const int LongestHeading = 40;
    private const int DeepestHeading = 6;

    private readonly HashSet<LeftOut> leftOut = [];
    private readonly StringBuilder html = new();
    private readonly Stack<string> openLists = new();
    private string? title;

    private WordText() { }

    public static (UploadedText? Text, UploadProblem? Problem) Read(Stream content, CancellationToken ct)
    {
        var (package, refusal) = WordPackage.Look(content);
        if (package is null) return UploadedText.Refuse(refusal);
        if (ZipBounds.MacrosIn(package.Names) is { } macros) return UploadedText.Refuse(UploadRefusal.Macros, macros);
        if (package.Names.FirstOrDefault(n => n.StartsWith("word/activeX", StringComparison.OrdinalIgnoreCase)) is { } plugin)
            return UploadedText.Refuse(UploadRefusal.Plugin, plugin);
        if (package.Read(withPictures: false, ct) is not { } document) return UploadedText.Refuse(UploadRefusal.Unreadable);
        if (document.Links.FirstOrDefault(RichText.IsScript) is { } link) return UploadedText.Refuse(UploadRefusal.ScriptLink, link);

        var reader = new WordText();
        foreach (var block in document.Blocks) reader.Write(block);
        reader.CloseLists(0);
        var (text, problem) = UploadedText.ReadHtml(reader.html.ToString(), reader.leftOut, ct);
        return (text is null ? null : text with { Title = reader.title ?? text.Title }, problem);
    }

    private void Write(WordBlock block)
    {
        if (block is WordTable table) WriteTable(table);
        else if (block is WordParagraph paragraph) WriteParagraph(paragraph);
    }

    private void WriteParagraph(WordParagraph paragraph)
    {
        var text = Inline(paragraph);
        var plain = string.Join(' ', string.Concat(paragraph.Pieces.Select(piece => piece.Text)).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length == 0) return;

        if (IsTitle(paragraph))
        {
            CloseLists(0);
            if (title is null) title = plain;
            else html.Append("<p>").Append(text).Append("</p>");
        }
        else if (LevelOf(paragraph) is { } level)
        {
            CloseLists(0);
            WriteHeading(level, $"{HeadingNumber(paragraph.Number)}{plain}", "");
        }
        else if (paragraph.Number is { } number) WriteNumbered(number, text, plain);
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

    private void WriteNumbered(WordNumber number, string text, string plain)
    {
        if (ArticleOf(number) is { } article)
        {
            WriteTyped("", $"{article} {plain}");
            return;
        }

        var depth = number.Level + 1;
        if (number is { IsOrdered: true, IsPlain: false }) leftOut.Add(LeftOut.Numbering);
        CloseLists(depth);
        while (openLists.Count < depth)
        {
            var tag = number.IsOrdered ? "ol" : "ul";
            var isLater = number is { IsOrdered: true, Count: > 1 } && openLists.Count == depth - 1;
            html.Append(CultureInfo.InvariantCulture, $"<{tag}{(isLater ? $" start=\"{number.Count}\"" : "")}>");
            openLists.Push(tag);
        }

        html.Append("<li>").Append(text);
    }

    /// <summary>第三条, as the document numbers it; other numbers of headings are left to the order of the clauses.</summary>
    private string HeadingNumber(WordNumber? number)
    {
        if (number is null) return "";
        if (ArticleOf(number) is { } article) return $"{article} ";
        if (number.Pattern.Length > 0) leftOut.Add(LeftOut.Numbering);
        return "";
    }

    private static string? ArticleOf(WordNumber number) =>
        Pattern().IsMatch(number.Pattern) && Typed().Match(number.Shown) is { Success: true } article ? article.Value.Trim() : null;

    /// <summary>Lists end with what follows them; <c>li</c> elements are closed by the reader of the HTML.</summary>
    private void CloseLists(int depth)
    {
        while (openLists.Count > depth) html.Append("</li></").Append(openLists.Pop()).Append('>');
    }

    private void WriteTable(WordTable table)
    {
        CloseLists(0);
        html.Append("<table>");
        foreach (var (index, row) in table.Rows.Index())
        {
            var tag = index == 0 ? "th" : "td";
            html.Append("<tr>");
            foreach (var cell in row)
            {
                var span = cell.Columns is > 1 and < 100 ? $" colspan=\"{cell.Columns}\"" : "";
                var texts = cell.Paragraphs.Select(text => WebUtility.HtmlEncode(text.Number?.Shown) + Inline(text));
                html.Append(CultureInfo.InvariantCulture, $"<{tag}{span}>")
                    .AppendJoin("<br>", texts.Where(text => text.Length > 0))
                    .Append(CultureInfo.InvariantCulture, $"</{tag}>");
            }

            html.Append("</tr>");
        }

        html.Append("</table>");
    }

    private string Inline(WordParagraph paragraph)
    {
        if (paragraph.Pieces.Any(piece => piece.Picture is not null)) leftOut.Add(LeftOut.Pictures);
        if (paragraph.Pieces.Any(piece => piece.HasNote)) leftOut.Add(LeftOut.Notes);
        var (text, link) = (new StringBuilder(), (string?)null);
        foreach (var piece in paragraph.Pieces.Where(piece => piece.Text.Length > 0))
        {
            if (piece.Link != link) text.Append(link is null ? "" : "</a>").Append(StartOf(piece.Link));
            link = piece.Link;
            text.Append(Inline(piece));
        }

        return text.Append(link is null ? "" : "</a>").ToString();
    }

    private static string StartOf(string? link) => link is null ? "" : $"<a href=\"{WebUtility.HtmlEncode(link)}\">";

    private static string Inline(WordPiece piece)
    {
        var text = WebUtility.HtmlEncode(piece.Text).Replace('\t', ' ').Replace("\n", "<br>", StringComparison.Ordinal);
        if (piece.IsItalic) text = $"<em>{text}</em>";
        return piece.IsBold ? $"<strong>{text}</strong>" : text;
    }

    private static bool IsTitle(WordParagraph paragraph) => paragraph.Styles is [{ Name: var name }, ..]
        && (name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name == "标题");

    private static int? LevelOf(WordParagraph paragraph)
    {
        if (paragraph.Outline is { } own and < DeepestHeading) return own + 1;
        foreach (var style in paragraph.Styles)
        {
            if (HeadingName().Match(style.Name) is { Success: true } match)
                return Math.Min(DeepestHeading, int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture));
            if (style.Outline is { } outline and < DeepestHeading) return outline + 1;
        }

        return null;
    }

    [GeneratedRegex(@"^第[零〇一二三四五六七八九十百千\d]+(?<unit>[章条])(?:\s+|(?=\S)|$)")]
    private static partial Regex Typed();

    [GeneratedRegex(@"^第%\d(?<unit>[章条])")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?:heading|标题)\s*(?<level>[1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();
}
