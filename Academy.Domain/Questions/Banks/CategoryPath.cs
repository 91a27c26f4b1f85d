using System.Text.RegularExpressions;
using Academy.Domain.Data;

namespace Academy.Domain.Questions.Banks;

/// <summary>
/// A category as files write it, <c>$course$/top/Law/Cash</c>: titles from the top, a slash of a title doubled. A title that no
/// drawer can have is cut: it keeps no question out.
/// </summary>
public static partial class CategoryPath
{
    public static IReadOnlyList<string> Of(string? path) =>
    [
        .. Separator().Split(path ?? "").Select(title => OneLine.Of(title.Replace("//", "/", StringComparison.Ordinal)))
            .Where(title => title.Length > 0 && title != "top" && !Context().IsMatch(title))
            .Select(title => Cut.Start(title, CategoryTerms.LongestTitle)),
    ];

    public static string Write(IEnumerable<string> titles) =>
        string.Join('/', titles.Select(title => title.Replace("/", "//", StringComparison.Ordinal)));

    /// <summary>The path of each category, by its id.</summary>
    public static Dictionary<long, string> All(IReadOnlyCollection<Category> categories)
    {
        var byId = categories.ToDictionary(c => c.Id);
        return byId.ToDictionary(c => c.Key, c => Write(Upward(c.Value).Select(at => at.Title).Reverse()));

        IEnumerable<Category> Upward(Category category) => Ancestry.Upward(category, at => at.ParentId is { } id ? byId[id] : null);
    }

    [GeneratedRegex("(?<!/)/(?!/)")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\$\w+\$$")]
    private static partial Regex Context();
}
