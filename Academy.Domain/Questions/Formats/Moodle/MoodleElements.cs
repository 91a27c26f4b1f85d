using System.Xml;
using System.Xml.Linq;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>The elements that all of Moodle's question types are made of.</summary>
internal static class MoodleElements
{
    public static XElement Text(string text) => new("text", Clean(text));

    public static XElement Named(string name, string text) => new(name, Text(text));

    /// <summary>A text in its format, with those of the files that it shows.</summary>
    public static XElement Prose(string name, Prose prose, IReadOnlyList<DraftFile> files) => new(
        name,
        new XAttribute("format", prose.Html is null ? "plain_text" : FormattedText.HtmlFormat),
        Text(prose.Html is { } html ? FormattedText.ToPluginFiles(html) : prose.Plain),
        from file in files
        where prose.FileNames.Contains(file.Name)
        select File(file));

    private static XElement File(DraftFile file) =>
        new(
            "file",
            new XAttribute("name", Clean(file.Name)),
            new XAttribute("path", "/"),
            new XAttribute("encoding", "base64"),
            Convert.ToBase64String(file.Content.Span));

    /// <summary>Without what XML has no way to write.</summary>
    private static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c))) return text;
        return string.Concat(text.EnumerateRunes()
            .Select(rune => rune.ToString())
            .Where(c => c is not ("\uFFFE" or "\uFFFF") && (c.Length == 2 || XmlConvert.IsXmlChar(c[0]))));
    }
}
