using System.Net;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using AngleSharp.Html.Parser;

namespace Academy.Domain.Files;

/// <summary>The plain text of an HTML fragment, one line per paragraph, with images read by their alternative text.</summary>
internal static partial class HtmlText
{
    /// <summary>Deeper than any text that people write; what reads a tree would take its time over it.</summary>
    private const int DeepestNesting = 200;

    public static string Plain(string html)
    {
        var source = Block().Replace(Spaces().Replace(html, " "), "\n$0\n");
        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{source}");
        foreach (var unseen in document.QuerySelectorAll("script,style")) unseen.TextContent = "";
        foreach (var image in document.QuerySelectorAll("img")) image.TextContent = image.GetAttribute("alt") ?? "";
        return string.Join('\n', Lines(document.Body!.TextContent));
    }

    /// <summary>The same for a fragment that is too deep to be made a tree of.</summary>
    public static string Flat(string html) =>
        string.Join('\n', Lines(WebUtility.HtmlDecode(AnyTag().Replace(Block().Replace(Spaces().Replace(html, " "), "\n"), ""))));

    /// <summary>Counts the elements that are open at once. A closing tag without its opening one closes nothing.</summary>
    public static bool IsTooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        for (var tag = Nesting().Match(html); tag.Success && depth <= DeepestNesting; tag = tag.NextMatch())
        {
            var name = tag.Groups["name"].Value;
            var count = open.GetValueOrDefault(name);
            var change = tag.Groups["end"].Length == 0 ? 1 : count > 0 ? -1 : 0;
            open[name] = count + change;
            depth += change;
        }

        return depth > DeepestNesting;
    }

    private static IEnumerable<string> Lines(string text) =>
        from line in text.Replace('\u00A0', ' ').Split('\n')
        let tidy = Spaces().Replace(line, " ").Trim()
        where tidy.Length > 0
        select tidy;

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex("</?(address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)(?=[ />])[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex("<[/a-z!][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex AnyTag();

    // All tags but those of elements that are empty, or that end where the next one begins.
    [GeneratedRegex(@"<(?<end>/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dd|dt|tr|td|th|thead|tbody|tfoot|option)\b)(?<name>[a-z][^\s/<>]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Nesting();
}
