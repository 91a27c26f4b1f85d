using System.Globalization;
using Academy.Domain.Files;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Academy.Domain.Learning;

/// <summary>Reads what an author of the bank has written. Headings are the clauses; sources and cases may be there.</summary>
public static class ManuscriptReader
{
    private const string Opening = "引言";

    public static LessonDraft Read(string title, ManuscriptFormat format, string source, ClauseSlugs slugs)
    {
        var text = ManuscriptText.Of(source);
        var html = format == ManuscriptFormat.Html ? text.Body : ToHtml(text.Body);
        if (Nesting.IsTooDeep(html)) throw new LessonException("The text is nested deeper than any text that people write.");

        var body = new HtmlParser().ParseDocument(html).Body!;
        return LessonReader.Draft(title, new LessonDocument(
            text.Notice, text.Aims, ReadParts(body, title, slugs), text.KeyPoints, [.. text.Sources.Select(ManuscriptText.SourceOf)]));
    }

    private static string ToHtml(string markdown)
    {
        try
        {
            return LessonReader.ToHtml(markdown);
        }
        catch (ArgumentException e)
        {
            throw new LessonException(e.Message);
        }
    }

    private static List<LessonPart> ReadParts(IElement body, string title, ClauseSlugs slugs)
    {
        var blocks = body.Children.ToList();
        if (blocks is [{ LocalName: "h1" }, ..] && blocks.Count(b => b.LocalName == "h1") == 1 && blocks.Count(b => LevelOf(b) > 0) > 1)
            blocks.RemoveAt(0);
        var top = blocks.Select(LevelOf).Where(level => level > 0).DefaultIfEmpty(2).Min();
        var parts = new List<LessonPart>();
        IElement? heading = null;
        var content = new List<IElement>();
        foreach (var block in blocks)
        {
            if (LevelOf(block) != top && !LessonReader.IsCase(block))
            {
                content.Add(block);
                continue;
            }

            Close();
            if (LessonReader.IsCase(block)) parts.Add(LessonReader.ReadCase(block, parts.OfType<CasePart>().Count() + 1));
            else heading = block;
        }

        Close();
        return parts;

        void Close()
        {
            if (heading is not null || content.Count > 0)
                parts.Add(ReadClause(heading, content, parts, blocks.Any(b => LevelOf(b) == top) ? Opening : title, top, slugs));
            heading = null;
            content = [];
        }
    }

    private static ClausePart ReadClause(
        IElement? heading, List<IElement> content, List<LessonPart> parts, string otherwise, int top, ClauseSlugs slugs)
    {
        var title = heading?.TextContent.Trim() is { Length: > 0 } written ? written : otherwise;
        var html = string.Concat(content.Select(block => LevelOf(block) is var level and > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"<h{Math.Min(6, level - top + 2)}>{block.InnerHtml}</h{Math.Min(6, level - top + 2)}>")
            : block.OuterHtml));
        return new ClausePart(
            slugs.For(title, heading?.GetAttribute("id")),
            title,
            parts.OfType<ClausePart>().Count() + 1,
            SourceOf(heading),
            RichText.Sanitize(html));
    }

    private static Source SourceOf(IElement? heading) => heading?.GetAttribute("source") is not { } text
        ? new Source("", Confidence.Stated)
        : new Source(text, heading.GetAttribute("mark") is { } mark ? LessonReader.ConfidenceOf(mark) : Confidence.Stated);

    private static int LevelOf(IElement block) => block.LocalName is ['h', >= '1' and <= '6'] ? block.LocalName[1] - '0' : 0;
}
