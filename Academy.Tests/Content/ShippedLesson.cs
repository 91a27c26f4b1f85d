using Academy.Domain.Learning;

namespace Academy.Tests.Content;

/// <summary>A lesson of a course under content/, with where it stands.</summary>
internal sealed record ShippedLesson(string Course, string Place, string Source, LessonDocument Document)
{
    private static readonly Lazy<List<ShippedLesson>> Read = new(() =>
        [.. from path in Directory.EnumerateFiles(Repository.File("content", "courses"), "*.md", SearchOption.AllDirectories).Order()
            let source = File.ReadAllText(path)
            select new ShippedLesson(
                Path.GetFileName(Path.GetDirectoryName(path)!),
                Path.GetRelativePath(Repository.Folder, path),
                source,
                LessonReader.Read(source).Document)]);

    public static IReadOnlyList<ShippedLesson> All => Read.Value;

    public IEnumerable<ShippedClause> Clauses => Document.Clauses.Select(clause => new ShippedClause(this, clause, LineOf(clause.Slug)));

    /// <summary>What an author says of the clause in the comment above it: where it comes from.</summary>
    public string CommentOn(string slug)
    {
        var above = Source[..HeadingOf(slug)].TrimEnd();
        return above.EndsWith("-->", StringComparison.Ordinal) ? above[above.LastIndexOf("<!--", StringComparison.Ordinal)..] : "";
    }

    private int LineOf(string slug) => Source[..HeadingOf(slug)].Count(character => character == '\n') + 1;

    private int HeadingOf(string slug) =>
        Source.LastIndexOf("## ", Source.IndexOf($"{{#{slug} ", StringComparison.Ordinal), StringComparison.Ordinal);
}

internal sealed record ShippedClause(ShippedLesson Lesson, ClausePart Part, int Line)
{
    public string Topic => $"{Lesson.Course}/{Part.Slug}";

    /// <summary>Only what was read in a published copy is asked for.</summary>
    public bool IsGraded => Part.Source.Confidence == Confidence.Verified;

    public override string ToString() => $"{Lesson.Place}:{Line}: {Topic}";
}
