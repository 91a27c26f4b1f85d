using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>
/// A partial is found where pages look for it: by its name from the folder of the page upward and among what all share, by a file's
/// name beside the view that names it, by a path anywhere.
/// </summary>
public sealed partial class PartialRules
{
    private const string Root = "Academy.Web/Pages";

    private static readonly Dictionary<string, string> Views =
        SourceFile.Views.Where(view => view.IsIn(Root)).ToDictionary(view => view.Path, view => view.Text);

    private static readonly List<string> Pages =
        [.. Views.Where(view => view.Value.StartsWith("@page", StringComparison.Ordinal)).Select(view => view.Key)];

    [Fact]
    public void Every_partial_that_a_page_comes_to_is_there() => Assert.Empty(
        from page in Pages
        from view in Reached(page)
        from name in NamesIn(view)
        where Find(name, page, view) is null
        select $"{page} comes to {view}, which names {name}");

    [Fact]
    public void Every_partial_is_used() => Assert.Empty(Views.Keys
        .Where(view => view.Contains("/_", StringComparison.Ordinal)
            && !view.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal)
            && !view.EndsWith("/_ViewStart.cshtml", StringComparison.Ordinal)
            && !view.EndsWith("/_Layout.cshtml", StringComparison.Ordinal))
        .Except(Pages.Append($"{Root}/Shared/_Layout.cshtml").SelectMany(Reached)));

    /// <summary>The view itself and all that it shows, directly or through others.</summary>
    private static HashSet<string> Reached(string page)
    {
        var (reached, open) = (new HashSet<string> { page }, new Stack<string>([page]));
        while (open.TryPop(out var view))
        {
            foreach (var found in NamesIn(view).Select(name => Find(name, page, view)).OfType<string>().Where(reached.Add))
                open.Push(found);
        }

        return reached;
    }

    private static IEnumerable<string> NamesIn(string view) => Partial().Matches(Views[view]).Select(match => match.Groups["name"].Value);

    private static string? Find(string name, string page, string view)
    {
        if (name.StartsWith('/')) return Known($"Academy.Web{name}");
        return name.EndsWith(".cshtml", StringComparison.Ordinal)
            ? Known($"{FolderOf(view)}/{name}")
            : Upward(page)
                .Append($"{Root}/Shared")
                .Select(folder => Known($"{folder}/{name}.cshtml"))
                .FirstOrDefault(path => path is not null);
    }

    private static IEnumerable<string> Upward(string page)
    {
        for (var folder = FolderOf(page); folder.StartsWith(Root, StringComparison.Ordinal); folder = FolderOf(folder)) yield return folder;
    }

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private static string? Known(string path) => Views.ContainsKey(path) ? path : null;

    [GeneratedRegex(@"(?:<partial[^>]*?\bname=|PartialAsync\()""(?<name>[^""@]+)""")]
    private static partial Regex Partial();
}
