using System.Text.RegularExpressions;
using Academy.Domain.Learning;

namespace Academy.Web.Pages.Learning;

/// <summary>A lesson as a page shows it to its reader, or to its author before there is one.</summary>
/// <param name="Title">Its title.</param>
/// <param name="ReadingTime">How long reading takes.</param>
/// <param name="Document">The text.</param>
/// <param name="Edition">The edition of the course; 0 when there is none yet.</param>
/// <param name="Attachments">The files beside it.</param>
/// <param name="Files">The address below which they are found.</param>
/// <param name="Seen">The furthest clause that the reader has seen.</param>
/// <param name="ReadTime">How long the reader has read.</param>
public sealed partial record LessonView(
    string Title,
    TimeSpan ReadingTime,
    LessonDocument Document,
    int Edition,
    IReadOnlyList<Attachment> Attachments,
    string Files,
    int Seen = 0,
    TimeSpan ReadTime = default)
{
    /// <summary>Whether the title brings its number along, as 第五条 does.</summary>
    public static bool HasOwnNumber(ClausePart clause) => OwnNumber().IsMatch(clause.Title);

    /// <summary>Whether the browser opens it in a window of its own.</summary>
    public static bool IsOpened(Attachment attachment) => attachment.MediaType == "application/pdf";

    public string AddressOf(Attachment attachment) => $"{Files}/{attachment.Id}";

    [GeneratedRegex(@"^第[零〇一二三四五六七八九十百千\d]+[章条节]")]
    private static partial Regex OwnNumber();
}
