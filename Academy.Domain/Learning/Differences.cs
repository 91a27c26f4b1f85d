using AngleSharp.Html.Parser;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Academy.Domain.Learning;

public enum ChangeKind { Same, Deleted, Inserted }

/// <summary>A stretch of text that stayed, went or came.</summary>
public sealed record Change(ChangeKind Kind, string Text);

/// <summary>What became of one clause, or of the parts around the clauses when it has no title.</summary>
public sealed record PartChange(string? Title, ChangeKind Kind, IReadOnlyList<Change> Changes)
{
    public bool IsSame => Changes.All(c => c.Kind == ChangeKind.Same);
}

/// <summary>Compares two texts of a lesson, clause by clause and in them character by character.</summary>
public static class Differences
{
    /// <summary>Longer texts are compared sentence by sentence, which takes no time to speak of.</summary>
    private const int LongestByCharacters = 8000;

    private static readonly char[] EndsOfSentences = ['。', '；', '！', '？', '\n'];

    public static IReadOnlyList<PartChange> Between(LessonDocument before, LessonDocument after)
    {
        var old = before.Parts.ToDictionary(p => p.Slug);
        var now = after.Parts.Select(p => p.Slug).ToHashSet();
        return
        [
            .. Compare(null, Around(before), Around(after)),
            .. after.Parts.SelectMany(part => old.TryGetValue(part.Slug, out var was)
                ? Compare(part.Title, TextOf(was), TextOf(part))
                : [new PartChange(part.Title, ChangeKind.Inserted, [new Change(ChangeKind.Inserted, TextOf(part))])]),
            .. before.Parts.Where(part => !now.Contains(part.Slug))
                .Select(part => new PartChange(part.Title, ChangeKind.Deleted, [new Change(ChangeKind.Deleted, TextOf(part))])),
        ];
    }

    /// <summary>The whole of both texts as stretches that stayed, went or came.</summary>
    public static IReadOnlyList<Change> Between(string before, string after)
    {
        IChunker chunker = before.Length + after.Length > LongestByCharacters
            ? new DelimiterChunker(EndsOfSentences)
            : new CharacterChunker();
        var diff = new Differ().CreateDiffs(before, after, false, false, chunker);
        var changes = new List<Change>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(ChangeKind.Same, diff.PiecesNew, at, block.InsertStartB - at);
            Add(ChangeKind.Deleted, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(ChangeKind.Inserted, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(ChangeKind.Same, diff.PiecesNew, at, diff.PiecesNew.Count - at);
        return changes;

        void Add(ChangeKind kind, IReadOnlyList<string> pieces, int start, int count)
        {
            if (count > 0) changes.Add(new Change(kind, string.Concat(pieces.Skip(start).Take(count))));
        }
    }

    private static IEnumerable<PartChange> Compare(string? title, string before, string after)
    {
        var change = new PartChange(title, ChangeKind.Same, Between(before, after));
        return change.IsSame ? [] : [change];
    }

    private static string Around(LessonDocument document) =>
        string.Join('\n', [document.Notice ?? "", .. document.Aims, .. document.KeyPoints, .. document.Sources.Select(s => s.Text)]).Trim();

    private static string TextOf(LessonPart part) => part switch
    {
        ClausePart clause => $"{clause.Title}\n{WordsOf(clause.Html)}{(clause.Source.Text.Length > 0 ? $"\n{clause.Source.Text}" : "")}",
        CasePart worked => string.Join(
            '\n',
            [worked.Title, .. worked.Situation, worked.Question, .. worked.Options.SelectMany(o => new[] { o.Say, o.Verdict, o.Why })]),
        _ => part.Title,
    };

    /// <summary>One block of the page to a line.</summary>
    private static string WordsOf(string html) =>
        string.Join('\n', new HtmlParser().ParseDocument(html.Replace("</", "\n</", StringComparison.Ordinal)).Body!.TextContent
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
