using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Academy.Domain.Learning;

/// <summary>Writes a lesson back as the Markdown that reads as the same lesson.</summary>
internal static class MarkdownWriter
{
    private const string Escaped = @"\`*_{}[]<>|#";

    public static string Write(LessonDocument document) => string.Join("\n\n", document.Parts.Select(WritePart));

    public static string MarkOf(Confidence confidence) => confidence switch
    {
        Confidence.Verified => "V",
        Confidence.TitleOnly => "T",
        Confidence.Secondary => "S",
        _ => "GK",
    };

    private static string WritePart(LessonPart part) => part switch
    {
        ClausePart clause => $"## {Escape(clause.Title)} {{#{clause.Slug}{SourceOf(clause.Source)}}}\n\n{TextOf(clause)}".TrimEnd(),
        CasePart worked => $"```case\n{WriteCase(worked)}\n```",
        _ => throw new NotSupportedException(part.GetType().Name),
    };

    private static string TextOf(ClausePart clause) => Blocks(new HtmlParser().ParseDocument(clause.Html).Body!);

    private static string SourceOf(Source source) => source switch
    {
        { Text: "" } => "",
        { Confidence: Confidence.Stated } => $" source=\"{source.Text}\"",
        _ => $" source=\"{source.Text}\" mark=\"{MarkOf(source.Confidence)}\"",
    };

    private static string WriteCase(CasePart worked)
    {
        var yaml = new StringBuilder().Append("id: ").AppendLine(worked.Slug)
            .Append("title: ").AppendLine(Quote(worked.Title)).AppendLine("situation: |");
        foreach (var paragraph in worked.Situation) yaml.Append("  ").AppendLine(paragraph).AppendLine();
        yaml.Append("question: ").AppendLine(Quote(worked.Question)).AppendLine("options:");
        foreach (var option in worked.Options)
        {
            yaml.Append("  - say: ").AppendLine(Quote(option.Say));
            if (option.IsRight) yaml.AppendLine("    right: true");
            yaml.Append("    verdict: ").AppendLine(Quote(option.Verdict)).Append("    why: ").AppendLine(Quote(option.Why));
        }

        return yaml.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Blocks(IElement parent) => string.Join("\n\n", parent.Children.Select(Block).Where(b => b.Length > 0));

    private static string Block(IElement element) => element.LocalName switch
    {
        "ul" => List(element, _ => "- "),
        "ol" => List(
            element,
            index => string.Create(
                CultureInfo.InvariantCulture,
                $"{(int.TryParse(element.GetAttribute("start"), out var start) ? start : 1) + index}. ")),
        "blockquote" => Indent(Blocks(element), "> ", "> "),
        "div" when element.ClassList.Contains("table-frame") => Table(element.QuerySelector("table")!),
        "table" => Table(element),
        "h3" or "h4" or "h5" or "h6" => $"{new string('#', element.LocalName[1] - '0')} {Inline(element)}",
        "pre" => $"```\n{element.TextContent.TrimEnd('\n')}\n```",
        "hr" => "---",
        _ => Inline(element),
    };

    private static string List(IElement list, Func<int, string> mark)
    {
        var items = list.Children.Select((item, index) => Indent(Item(item), mark(index), new string(' ', mark(index).Length)));
        return string.Join(list.Children.Any(item => item.Children.Any(c => c.LocalName == "p")) ? "\n\n" : "\n", items);
    }

    /// <summary>Text of the item, then the lists inside it.</summary>
    private static string Item(IElement item)
    {
        if (item.Children.Any(c => c.LocalName == "p")) return Blocks(item);

        var text = string.Concat(item.ChildNodes.Where(n => n is not IElement { LocalName: "ul" or "ol" }).Select(Inline)).Trim();
        return string.Join('\n', [text, .. item.Children.Where(c => c.LocalName is "ul" or "ol").Select(Block)]);
    }

    private static string Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(row => $"| {string.Join(" | ", row.Children.Select(Inline))} |").ToList();
        var columns = table.QuerySelector("tr")?.Children.Length ?? 0;
        rows.Insert(Math.Min(1, rows.Count), $"|{string.Concat(Enumerable.Repeat("---|", columns))}");
        return string.Join('\n', rows);
    }

    private static string Inline(INode node) => node switch
    {
        IText text => Escape(text.Data.Replace("\n", " ", StringComparison.Ordinal)),
        IElement { LocalName: "strong" or "b" } strong => $"**{Children(strong)}**",
        IElement { LocalName: "em" or "i" } em => $"*{Children(em)}*",
        IElement { LocalName: "code" } code => $"`{code.TextContent}`",
        IElement { LocalName: "br" } => "\\\n",
        IElement { LocalName: "a" } link => $"[{Children(link)}]({link.GetAttribute("href")})",
        IElement other => Children(other),
        _ => "",
    };

    private static string Children(INode node) => string.Concat(node.ChildNodes.Select(Inline));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (Escaped.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Indent(string text, string first, string others) =>
        string.Join('\n', text.Split('\n').Select((line, index) => index == 0 ? first + line : Indented(line, others)));

    /// <summary>An empty line has no blanks before it, but in a quotation its mark.</summary>
    private static string Indented(string line, string indent) => line.Length > 0 || indent.StartsWith('>') ? indent + line : line;
}
