using System.Net;
using System.Text.RegularExpressions;
using Academy.Domain.Files.Word;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Word;

/// <summary>
/// Carries the pictures of a document through the reading of its text: each leaves a mark, and comes
/// back where the mark ends up.
/// </summary>
internal sealed partial class WordPictures(CancellationToken ct)
{
    private readonly Dictionary<string, DraftFile> files = [];

    public string Mark(WordPicture picture)
    {
        if (picture.Name.Length == 0) return "";

        files.TryAdd(picture.Name, new DraftFile(picture.Name, picture.Content));
        return $"\uFDD0{picture.Name}\uFDD1";
    }

    public QuestionFile Show(QuestionFile file) =>
        files.Count == 0 ? file : file with { Questions = [.. file.Questions.Select(Show)], Reported = [.. file.Reported.Select(Show)] };

    /// <summary>Plain fields have no place for a picture.</summary>
    private ReadingMessage Show(ReadingMessage message) =>
        message.Draft is { } draft && Show(draft) is { Files.Count: > 0 } shown ? message with { Draft = shown, Fields = null } : message;

    private DraftQuestion Show(DraftQuestion question)
    {
        ct.ThrowIfCancellationRequested();
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

    [GeneratedRegex("\uFDD0([^\uFDD0\uFDD1]*)\uFDD1")]
    private static partial Regex Marked();
}
