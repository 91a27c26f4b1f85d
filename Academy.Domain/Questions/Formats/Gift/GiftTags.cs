using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>Moodle's convention for what GIFT has no place for: [id:…] and [tag:…] in the comments above a question.</summary>
internal static partial class GiftTags
{
    public static string? Id(IEnumerable<string> comments) => Values(IdMark(), comments).FirstOrDefault();

    public static IReadOnlyList<string> Tags(IEnumerable<string> comments) => [.. Values(TagMark(), comments)];

    private static IEnumerable<string> Values(Regex mark, IEnumerable<string> comments) =>
        from comment in comments
        from match in mark.Matches(GiftEscapes.Restore(comment))
        let value = match.Groups[1].Value.Replace(@"\]", "]", StringComparison.Ordinal).Trim()
        where value.Length > 0
        select value;

    [GeneratedRegex(@"\[id:((?:\\\]|[^\[\]])+)\]")]
    private static partial Regex IdMark();

    [GeneratedRegex(@"\[tag:((?:\\\]|[^\[\]])+)\]")]
    private static partial Regex TagMark();
}
