using Academy.Domain.Files;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace Academy.Domain.Learning;

/// <summary>A text that somebody brought as a file, made safe.</summary>
public sealed record UploadedText(string? Title, ManuscriptFormat Format, string Body, IReadOnlyList<LeftOut> LeftOut)
{
    public const long MostBytes = 20 << 20;
    private const int MostCharacters = 2_000_000;

    private static readonly MarkdownPipeline WithHtml = new MarkdownPipelineBuilder().UsePipeTables().UseGenericAttributes().Build();
    private static readonly HashSet<string> Wrappers =
    [
        "div", "section", "article", "main", "header", "footer", "aside", "center", "figure", "nav", "address",
    ];

    /// <summary>Reads a .docx, .html or .md; the kind is the name's, but the content must bear it out.</summary>
    public static (UploadedText? Text, UploadProblem? Problem) Read(string name, Stream content, CancellationToken ct = default)
    {
        if (content.Length == 0) return Refuse(UploadRefusal.Missing);
        if (content.Length > MostBytes) return Refuse(UploadRefusal.TooLarge);

        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".DOCX" => WordText.Read(content, ct),
            ".HTML" or ".HTM" => ReadText(content, html => ReadHtml(html, [], ct)),
            ".MD" or ".MARKDOWN" => ReadText(content, markdown => ReadMarkdown(markdown, ct)),
            _ => Refuse(UploadRefusal.UnknownKind, Path.GetExtension(name)),
        };
    }

    internal static (UploadedText? Text, UploadProblem? Problem) Refuse(UploadRefusal refusal, string place = "") =>
        (null, new UploadProblem(refusal, place));

    private static (UploadedText? Text, UploadProblem? Problem) ReadText(
        Stream content, Func<string, (UploadedText? Text, UploadProblem? Problem)> read)
    {
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return ReadableText.Of(memory.ToArray()) is { } text ? read(text) : Refuse(UploadRefusal.NotWhatItSays);
    }

    internal static (UploadedText? Text, UploadProblem? Problem) ReadHtml(
        string html, IEnumerable<LeftOut> leftOut, CancellationToken ct)
    {
        if (html.Length > MostCharacters) return Refuse(UploadRefusal.TooLarge);

        var (document, problem) = RichText.Read(html);
        ct.ThrowIfCancellationRequested();
        if (document is null) return (null, problem);

        var hasPictures = document.QuerySelector("img, picture, svg, video, audio, canvas") is not null;
        foreach (var hidden in document
            .QuerySelectorAll("style, title, template, noscript, svg, math, picture, video, audio, canvas")
            .ToList())
        {
            if (hidden.LocalName != "title") hidden.Remove();
        }

        var title = document.Title is { Length: > 0 } given ? given.Trim() : null;
        var blocks = new List<string>();
        Flatten(document.Body!, blocks, ct);
        var body = string.Join('\n', blocks);
        return TextOf(body).Length == 0
            ? Refuse(UploadRefusal.NoText)
            : (
                new UploadedText(
                    title ?? HeadingOf(body),
                    ManuscriptFormat.Html,
                    body,
                    [.. (hasPictures ? leftOut.Append(Files.LeftOut.Pictures) : leftOut).Distinct()]),
                null);
    }

    private static (UploadedText? Text, UploadProblem? Problem) ReadMarkdown(string written, CancellationToken ct)
    {
        if (written.Length > MostCharacters) return Refuse(UploadRefusal.TooLarge);

        var markdown = written.ReplaceLineEndings("\n");
        if (BoundedMarkdown.DenseIn(markdown) is { } dense) return (null, new UploadProblem(UploadRefusal.TooDense, "") { Dense = dense });

        try
        {
            // HTML in Markdown would only be shown as text; that it was meant to run is reason enough.
            if (RichText.Read(BoundedMarkdown.ToHtml(WithTagsOnly(markdown), WithHtml)).Problem is { } problem) return (null, problem);

            ct.ThrowIfCancellationRequested();
            var html = LessonReader.ToHtml(markdown);
            ct.ThrowIfCancellationRequested();
            var pictures = new HtmlParser().ParseDocument(html).QuerySelector("img") is not null;
            return TextOf(html).Length == 0
                ? Refuse(UploadRefusal.NoText)
                : (
                    new UploadedText(
                        HeadingOf(html),
                        ManuscriptFormat.Markdown,
                        markdown,
                        pictures ? [Files.LeftOut.Pictures] : []),
                    null);
        }
        catch (Exception refusal) when (refusal is ArgumentException or DenseMarkdownException)
        {
            return Refuse(UploadRefusal.Unreadable);
        }
    }

    /// <summary>
    /// Without comments and declarations: they run nothing, and the reader of Markdown would look for the end of each that has none
    /// through all of the text.
    /// </summary>
    private static string WithTagsOnly(string markdown) => LessonReader.WithoutComments(markdown)
        .Replace("<!", "&lt;!", StringComparison.Ordinal).Replace("<?", "&lt;?", StringComparison.Ordinal);

    /// <summary>What stands in mere wrappers comes out of them: clauses are found among the blocks of a text.</summary>
    private static void Flatten(IElement parent, List<string> blocks, CancellationToken ct)
    {
        var loose = new List<string>();
        foreach (var node in parent.ChildNodes)
        {
            ct.ThrowIfCancellationRequested();
            if (node is IElement element && IsBlock(element))
            {
                Close();
                if (Wrappers.Contains(element.LocalName)) Flatten(element, blocks, ct);
                else if (Cleaned(element) is { Length: > 0 } block) blocks.Add(block);
            }
            else if (node is IElement or IText)
                loose.Add(node is IElement inline ? inline.OuterHtml : System.Net.WebUtility.HtmlEncode(node.TextContent));
        }

        Close();

        void Close()
        {
            var text = RichText.Sanitize(string.Concat(loose));
            if (TextOf(text).Length > 0) blocks.Add($"<p>{text}</p>");
            loose.Clear();
        }
    }

    private static bool IsBlock(IElement element) => Wrappers.Contains(element.LocalName)
        || element.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "dl" or "table" or "blockquote"
            or "pre" or "hr";

    private static string Cleaned(IElement element) => element.LocalName is ['h', var level] && char.IsDigit(level)
        ? Heading(element.LocalName, TextOf(element.InnerHtml))
        : RichText.Sanitize(element.OuterHtml)
            .Replace("<div class=\"table-frame\">", "", StringComparison.Ordinal)
            .Replace("</table></div>", "</table>", StringComparison.Ordinal);

    private static string Heading(string name, string text) =>
        text.Length == 0 ? "" : $"<{name}>{System.Net.WebUtility.HtmlEncode(text)}</{name}>";

    private static string TextOf(string html) => string.Join(
        ' ',
        new HtmlParser().ParseDocument(html).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? HeadingOf(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelector("h1")?.TextContent.Trim() is { Length: > 0 } heading ? heading : null;
}
