using System.Text.RegularExpressions;
using Academy.Domain.Files;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>Texts in the formats that Moodle names. What it calls @@PLUGINFILE@@ is a file that came with the question.</summary>
internal static partial class FormattedText
{
    public const string HtmlFormat = "html";
    public const string MarkdownFormat = "markdown";

    /// <summary>Plain text in which tags count all the same.</summary>
    public const string AutoFormat = "moodle_auto_format";

    /// <param name="text">As it is written.</param>
    /// <param name="format">What the source calls its format; plain when it is none that formats.</param>
    /// <param name="fileName">What a file is called here, by its name in the source.</param>
    public static Prose Read(string text, string format, Func<string, string>? fileName = null) => format switch
    {
        HtmlFormat => Html(text, fileName),
        AutoFormat when HasTags(text) => Html(text.Trim().ReplaceLineEndings("<br>"), fileName),
        MarkdownFormat => MarkdownHtml(text) is { } html ? Html(html, fileName) : Prose.OfPlain(text.Trim()),
        _ => Prose.OfPlain(text.Trim()),
    };

    public static bool HasTags(string text) => Tag().IsMatch(text);

    /// <summary>Safe HTML with its files named as Moodle does.</summary>
    public static string ToPluginFiles(string html) => OwnFile().Replace(html, "src=\"@@PLUGINFILE@@/");

    private static Prose Html(string html, Func<string, string>? fileName) => Prose.OfHtml(PluginFile().Replace(html, file =>
    {
        var name = Uri.UnescapeDataString(file.Groups["name"].Value);
        return $"file:{Uri.EscapeDataString(fileName?.Invoke(name) ?? name)}";
    }));

    /// <summary>Null where it is nested so deeply, or so dense, that it is not read.</summary>
    private static string? MarkdownHtml(string text)
    {
        try
        {
            return BoundedMarkdown.ToHtml(text);
        }
        catch (Exception refusal) when (refusal is ArgumentException or DenseMarkdownException)
        {
            return null;
        }
    }

    [GeneratedRegex("</?(?:p|br|div|span|b|i|u|strong|em|sub|sup|img|table|ul|ol|li|a|h[1-6])(?:[ /][^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("src=\"file:")]
    private static partial Regex OwnFile();

    [GeneratedRegex("""@@PLUGINFILE@@/(?<name>[^"'<>?\s]+)(?:\?[^"'<>\s]*)?""")]
    private static partial Regex PluginFile();
}
