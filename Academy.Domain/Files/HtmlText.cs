using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Academy.Domain.Files;

/// <summary>The plain text of an HTML fragment, one line per paragraph, with images read by their alternative text.</summary>
internal static partial class HtmlText
{
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

    private static IEnumerable<string> Lines(string text) =>
        from line in text.Replace('\u00A0', ' ').Split('\n')
        let tidy = Spaces().Replace(line, " ").Trim()
        where tidy.Length > 0
        select tidy;

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        "</?(address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)(?=[ />])[^<>]*>",
        RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex("<[/a-z!][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex AnyTag();
}
