using System.Text.RegularExpressions;
using Academy.Domain.Files;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Academy.Domain.Questions.Texts;

/// <summary>What a formatted question may hold: the rich text of lessons, and pictures and sounds that are stored with it.</summary>
public static partial class ProseHtml
{
    /// <summary>Where a stored file is served.</summary>
    public const string FilePath = "/questions/files/";

    private static readonly HashSet<string> Tags = [.. RichText.Tags, "img", "audio"];
    private static readonly HashSet<string> Attributes = [.. RichText.Attributes, "src", "alt", "width", "height", "controls"];
    private static readonly HashSet<string> Unformatted = ["p", "br"];

    public static string Sanitize(string html)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags,
            AllowedAttributes = Attributes,
            AllowedSchemes = new HashSet<string>(RichText.Schemes) { "file" },
            UriAttributes = new HashSet<string> { "href", "src" },
        })
        { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, e) => Prepare(e.Tag);
        sanitizer.PostProcessNode += (_, e) => { if (e.Node is IElement element) Tidy(element); };
        return RichText.FrameTables(sanitizer.Sanitize(html));
    }

    /// <summary>Whether safe HTML holds more than paragraphs.</summary>
    public static bool IsFormatted(string safe) =>
        new HtmlParser().ParseDocument(safe).Body!.QuerySelectorAll("*").Any(element => !Unformatted.Contains(element.LocalName));

    /// <summary>Whether safe HTML holds a picture or a sound.</summary>
    public static bool HasMedia(string safe) => new HtmlParser().ParseDocument(safe).Body!.QuerySelector("img, audio") is not null;

    /// <summary>Before a tag is taken away: what it holds is no text, or it names the sound of the element around it.</summary>
    private static void Prepare(IElement element)
    {
        if (element.LocalName is "script" or "style" or "svg" or "template" or "title") element.InnerHtml = "";
        else if (element is { LocalName: "source", ParentElement: { LocalName: "audio" } audio } && !audio.HasAttribute("src"))
            audio.SetAttribute("src", element.GetAttribute("src") ?? "");
    }

    /// <summary>A picture from elsewhere leaves what it reads as.</summary>
    private static void Tidy(IElement element)
    {
        if (element.LocalName is "img" or "audio" && !OwnFile().IsMatch(element.GetAttribute("src") ?? ""))
            element.Replace(element.Owner!.CreateTextNode(element.GetAttribute("alt") ?? ""));
        else if (element.LocalName == "audio") element.SetAttribute("controls", "");
        else if (element.LocalName == "a" && element.GetAttribute("href")?.StartsWith("file:", StringComparison.OrdinalIgnoreCase) == true)
            element.RemoveAttribute("href");
    }

    [GeneratedRegex("^(/questions/files/[0-9a-f]{64}|file:.+)$")]
    private static partial Regex OwnFile();
}
