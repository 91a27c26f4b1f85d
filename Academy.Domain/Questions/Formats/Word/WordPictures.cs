using System.Net;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Academy.Domain.Questions.Formats.Word;

/// <summary>
/// Carries the pictures of a document through the reading of its text: each leaves a mark, and comes
/// back where the mark ends up.
/// </summary>
internal sealed partial class WordPictures(MainDocumentPart main)
{
    private const long LargestPicture = 10 << 20;

    private readonly Dictionary<string, DraftFile> files = [];

    public string Mark(OpenXmlElement drawing)
    {
        if (drawing.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().FirstOrDefault()?.Embed?.Value is not { } id) return "";
        if (!main.TryGetPartById(id, out var part) || part is not ImagePart image) return "";

        var name = Path.GetFileName(image.Uri.OriginalString);
        if (!files.ContainsKey(name))
        {
            using var content = image.GetStream();
            if (content.Length > LargestPicture) return "";

            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            files[name] = new DraftFile(name, bytes.ToArray());
        }

        return $"\uFDD0{name}\uFDD1";
    }

    public QuestionFile Show(QuestionFile file) =>
        files.Count == 0 ? file : file with { Questions = [.. file.Questions.Select(Show)], Reported = [.. file.Reported.Select(Show)] };

    /// <summary>Plain fields have no place for a picture.</summary>
    private ReadingMessage Show(ReadingMessage message) =>
        message.Draft is { } draft && Show(draft) is { Files.Count: > 0 } shown ? message with { Draft = shown, Fields = null } : message;

    private DraftQuestion Show(DraftQuestion question)
    {
        var text = Show(question.Text);
        string[] names =
        [
            .. text.Stem.FileNames,
            .. text.Explanation.FileNames,
            .. text.Options.SelectMany(option => option.Text.FileNames),
        ];
        return question with { Text = text, Files = [.. names.Distinct().Where(files.ContainsKey).Select(name => files[name])] };
    }

    private static QuestionText Show(QuestionText text) => text with
    {
        Stem = Show(text.Stem),
        Explanation = Show(text.Explanation),
        Options = [.. text.Options.Select(option => option with { Text = Show(option.Text) })],
        Parts = [.. text.Parts.Select(Show)],
    };

    private static Prose Show(Prose prose)
    {
        if (!prose.Plain.Contains('\uFDD0', StringComparison.Ordinal)) return prose;

        var html = Marked().Replace(WebUtility.HtmlEncode(prose.Plain), Picture).Replace("\n", "<br>", StringComparison.Ordinal);
        return Prose.OfHtml($"<p>{html}</p>");
    }

    private static string Picture(Match mark) => $"<img src=\"file:{Uri.EscapeDataString(mark.Groups[1].Value)}\" alt=\"\">";

    [GeneratedRegex("\uFDD0([^\uFDD1]*)\uFDD1")]
    private static partial Regex Marked();
}
