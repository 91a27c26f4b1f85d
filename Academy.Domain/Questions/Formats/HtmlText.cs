using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Academy.Domain.Questions.Formats;

/// <summary>The plain text of an HTML fragment, one line per paragraph.</summary>
internal static partial class HtmlText
{
    private const string Blocks = "address,blockquote,br,dd,div,dl,dt,h1,h2,h3,h4,h5,h6,hr,li,ol,p,pre,table,td,th,tr,ul";

    public static string Plain(string html)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{Spaces().Replace(html, " ")}");
        foreach (var unseen in document.QuerySelectorAll("script,style")) unseen.Remove();
        foreach (var image in document.QuerySelectorAll("img[alt]")) image.Replace(document.CreateTextNode(image.GetAttribute("alt")!));
        foreach (var block in document.QuerySelectorAll(Blocks))
        {
            block.Before(document.CreateTextNode("\n"));
            block.After(document.CreateTextNode("\n"));
        }

        return string.Join('\n', Lines(document.Body!.TextContent));
    }

    private static IEnumerable<string> Lines(string text) =>
        from line in text.Replace('\u00A0', ' ').Split('\n')
        let tidy = Spaces().Replace(line, " ").Trim()
        where tidy.Length > 0
        select tidy;

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Spaces();
}
