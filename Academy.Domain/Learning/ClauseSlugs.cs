using System.Globalization;
using System.Text.RegularExpressions;

namespace Academy.Domain.Learning;

/// <summary>
/// Gives the clauses of a lesson their slugs: a title that the text before had keeps its slug, a slug that the author
/// writes stands if it is free, every other clause gets one that no clause of the course has had.
/// </summary>
public sealed partial class ClauseSlugs
{
    private static readonly string[] OfThePage = ["aims", "key-points", "sources", "attachments", "finish", "contents", "main"];

    private readonly string lesson;
    private readonly HashSet<string> elsewhere;
    private readonly HashSet<string> spent;
    private readonly Dictionary<string, Queue<string>> before;
    private readonly HashSet<string> given = [];
    private int number;

    /// <param name="lesson">The lesson's own slug, which new ones begin with.</param>
    /// <param name="inForce">The text in force.</param>
    /// <param name="spent">Slugs that clauses of this lesson had in any edition.</param>
    /// <param name="elsewhere">Slugs of the course's other lessons.</param>
    public ClauseSlugs(string lesson, LessonDocument inForce, IEnumerable<string> spent, IEnumerable<string> elsewhere)
    {
        this.lesson = lesson;
        this.elsewhere = [.. elsewhere, .. OfThePage];
        this.spent = [.. spent];
        before = inForce.Clauses.GroupBy(c => c.Title).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(c => c.Slug)));
    }

    public string For(string title, string? wished)
    {
        if (wished is not null && Slug().IsMatch(wished) && !elsewhere.Contains(wished) && given.Add(wished)) return wished;
        if (before.TryGetValue(title, out var known))
            while (known.TryDequeue(out var slug))
                if (given.Add(slug)) return slug;
        return NextFree();
    }

    private string NextFree()
    {
        while (true)
        {
            var slug = string.Create(CultureInfo.InvariantCulture, $"{lesson}-{++number}");
            if (!spent.Contains(slug) && !elsewhere.Contains(slug) && given.Add(slug)) return slug;
        }
    }

    public static bool IsSlug(string text) => text.Length <= 60 && Slug().IsMatch(text);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
