using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Academy.Domain.Files;

/// <summary>The rich text that people bring: what may stay of it, and what in it is a reason to refuse it.</summary>
public static class RichText
{
    internal static readonly HashSet<string> Tags =
    [
        "p", "br", "hr", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "blockquote", "q", "pre",
        "code", "a", "abbr",
    ];

    internal static readonly HashSet<string> Attributes = ["href", "title", "colspan", "rowspan", "scope", "start", "lang"];
    internal static readonly HashSet<string> Schemes = ["http", "https", "mailto", "tel"];
    private static readonly string[] ActingStyles = ["@import", "url(", "expression(", "javascript:", "behavior:", "-moz-binding", "\\"];
    private static readonly HashSet<string> Plugins = ["object", "embed", "applet"];
    private static readonly HashSet<string> FormParts = ["form", "input", "button", "select", "textarea"];

    /// <summary>What a lesson's own text may hold; everything else is left out.</summary>
    public static string Sanitize(string html)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags,
            AllowedAttributes = Attributes,
            AllowedSchemes = Schemes,
            UriAttributes = new HashSet<string> { "href" },
        })
        { KeepChildNodes = true };
        // What these hold is no text to keep.
        sanitizer.RemovingTag += (_, e) =>
        {
            if (e.Tag.LocalName is "script" or "style" or "svg" or "template" or "title") e.Tag.InnerHtml = "";
        };
        return FrameTables(sanitizer.Sanitize(html));
    }

    /// <summary>Tables get a frame that scrolls sideways, so that a phone never does.</summary>
    public static string FrameTables(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var table in document.QuerySelectorAll("table").ToList())
        {
            foreach (var head in table.QuerySelectorAll("th")) head.SetAttribute("scope", "col");
            var frame = document.CreateElement("div");
            frame.ClassName = "table-frame";
            table.Replace(frame);
            frame.AppendChild(table);
        }

        return document.Body!.InnerHtml.Trim();
    }

    /// <summary>
    /// The tree of a text, or why it cannot be taken: it runs, loads or sends something, or is
    /// no text that people write.
    /// </summary>
    public static (IHtmlDocument? Document, UploadProblem? Problem) Read(string html)
    {
        if (Nesting.IsTooDeep(html)) return (null, new UploadProblem(UploadRefusal.Unreadable, ""));

        var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.All)
            if (Refusal(element) is { } refusal)
                return (null, new UploadProblem(refusal, $"<{element.LocalName}>"));
        return (document, null);
    }

    private static UploadRefusal? Refusal(IElement element) => element.LocalName switch
    {
        "script" => UploadRefusal.Script,
        "iframe" or "frame" or "frameset" or "portal" => UploadRefusal.Frame,
        "base" => UploadRefusal.Redirect,
        "meta" when element.HasAttribute("http-equiv")
            && element.GetAttribute("http-equiv")!.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase) => UploadRefusal.Redirect,
        "style" when Acts(element.TextContent) => UploadRefusal.Style,
        "link" when element.GetAttribute("rel")?.Contains("import", StringComparison.OrdinalIgnoreCase) == true => UploadRefusal.Script,
        var name when Plugins.Contains(name) => UploadRefusal.Plugin,
        var name when FormParts.Contains(name) => UploadRefusal.Form,
        _ => element.Attributes.Select(Refusal).FirstOrDefault(refusal => refusal is not null),
    };

    private static UploadRefusal? Refusal(IAttr attribute)
    {
        if (attribute.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return UploadRefusal.EventHandler;
        if (attribute.LocalName == "style") return Acts(attribute.Value) ? UploadRefusal.Style : null;
        return IsScript(attribute.Value) ? UploadRefusal.ScriptLink : null;
    }

    /// <summary>Whether an address runs something; browsers read over control characters and spaces in it.</summary>
    public static bool IsScript(string address)
    {
        var plain = string.Concat(address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c))).ToUpperInvariant();
        return plain.StartsWith("JAVASCRIPT:", StringComparison.Ordinal) || plain.StartsWith("VBSCRIPT:", StringComparison.Ordinal)
            || plain.StartsWith("DATA:TEXT", StringComparison.Ordinal) || plain.StartsWith("DATA:APPLICATION", StringComparison.Ordinal)
            || plain.StartsWith("DATA:IMAGE/SVG", StringComparison.Ordinal);
    }

    /// <summary>Styles that load or run something. Plain looks are harmless, and left out.</summary>
    private static bool Acts(string style) =>
        ActingStyles.Any(sign => style.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
