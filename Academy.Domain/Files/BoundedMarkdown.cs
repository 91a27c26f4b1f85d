using Markdig;

namespace Academy.Domain.Files;

/// <summary>What of a text in Markdown there is too much of.</summary>
public enum MarkdownExcess { Brackets, Pipes, Marks, Rows, Depth }

/// <summary>What a text in Markdown has too much of, and the line where that begins.</summary>
public sealed record DenseMarkdown(MarkdownExcess Excess, int Line);

/// <summary>Markdown that would be too slow to read.</summary>
public sealed class DenseMarkdownException(DenseMarkdown dense)
    : Exception($"From line {dense.Line} on there is too much of one thing: {dense.Excess}.")
{
    public DenseMarkdown Dense => dense;
}

/// <summary>
/// The one way to the reader of Markdown, which cannot be stopped once it reads, and needs time with the square of some marks: those
/// are counted before. The bounds are far above what any lesson or question has, and far below what takes a second.
/// </summary>
public static class BoundedMarkdown
{
    /// <summary>Marks of one kind between two empty lines, over which the reader looks again and again, and in all.</summary>
    private const int MostBrackets = 500, MostPipes = 5_000, MostMarks = 2_000, MostRows = 1_000;
    private const int MostBracketsInAll = 4_000, MostPipesInAll = 10_000, MostMarksInAll = 20_000, MostRowsInAll = 20_000;
    private const int MostPipesOfLine = 200;

    /// <summary>What begins a line in blocks within each other.</summary>
    private const int Deepest = 40;

    /// <exception cref="DenseMarkdownException">It would take too long.</exception>
    /// <exception cref="ArgumentException">It is nested too deeply.</exception>
    public static string ToHtml(string markdown, MarkdownPipeline? pipeline = null) =>
        DenseIn(markdown) is { } dense ? throw new DenseMarkdownException(dense) : Markdown.ToHtml(markdown, pipeline);

    /// <summary>What the reader would be slow at; null where there is nothing.</summary>
    public static DenseMarkdown? DenseIn(string markdown)
    {
        var (number, begin, here, all) = (0, 1, new Count(), new Count());
        // Lines end for the reader at these alone, and not at whatever else ends one.
        var text = markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').AsSpan();
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            number++;
            if (IsBlank(line)) (here, begin) = (new Count(), number + 1);
            if (DepthOf(line) > Deepest) return new DenseMarkdown(MarkdownExcess.Depth, number);

            var found = Count.Of(line);
            if (found.Pipes > MostPipesOfLine) return new DenseMarkdown(MarkdownExcess.Pipes, number);
            if ((here += found).Excess(MostBrackets, MostPipes, MostMarks, MostRows) is { } excess)
                return new DenseMarkdown(excess, begin);
            if ((all += found).Excess(MostBracketsInAll, MostPipesInAll, MostMarksInAll, MostRowsInAll) is { } tooMany)
                return new DenseMarkdown(tooMany, number);
        }

        return null;
    }

    /// <summary>Other blanks are text to the reader.</summary>
    private static bool IsBlank(ReadOnlySpan<char> line) => line.Trim(" \t").IsEmpty;

    /// <summary>How many quotations and lists begin where the line does.</summary>
    private static int DepthOf(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var at = 0; at < line.Length && " \t>-*+0123456789.)".Contains(line[at]); at++)
        {
            var isBullet = (line[at] is '-' or '+' or '*' or '.' or ')') && (at + 1 == line.Length || line[at + 1] is ' ' or '\t');
            if (line[at] == '>' || isBullet) depth++;
        }

        return depth;
    }

    private readonly record struct Count(int Brackets, int Pipes, int Marks, int Rows)
    {
        public static Count Of(ReadOnlySpan<char> line)
        {
            var (brackets, marks) = (0, 0);
            for (var at = 0; at < line.Length; at++)
            {
                if (line[at] == '[') brackets++;
                // A row of the same mark is one: people draw lines with them.
                else if ("*_`~<{".Contains(line[at]) && (at == 0 || line[at - 1] != line[at])) marks++;
            }

            return new Count(brackets, line.Count('|'), marks, IsBlank(line) ? 0 : 1);
        }

        public static Count operator +(Count one, Count other) =>
            new(one.Brackets + other.Brackets, one.Pipes + other.Pipes, one.Marks + other.Marks, one.Rows + other.Rows);

        public MarkdownExcess? Excess(int brackets, int pipes, int marks, int rows) => this switch
        {
            _ when Brackets > brackets => MarkdownExcess.Brackets,
            _ when Pipes > pipes => MarkdownExcess.Pipes,
            _ when Marks > marks => MarkdownExcess.Marks,
            _ when Rows > rows => MarkdownExcess.Rows,
            _ => null,
        };
    }
}
