namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>Cuts a file into blocks. A blank line ends a question, except inside braces that close further down.</summary>
internal sealed class GiftScanner(string text)
{
    private static readonly char[] Braces = ['{', '}'];

    private readonly string[] lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
    private int next;
    private char lastBrace;
    private int closing;

    public IEnumerable<GiftBlock> Blocks()
    {
        while (CommentsAbove() is { } comments)
            yield return IsCategory(lines[next]) ? Category() : Question(comments);
    }

    private List<string>? CommentsAbove()
    {
        var comments = new List<string>();
        for (; next < lines.Length; next++)
        {
            if (IsComment(lines[next])) comments.Add(lines[next]);
            else if (IsBlank(lines[next])) comments.Clear();
            else return comments;
        }

        return null;
    }

    private GiftBlock Category() => new(next + 1, [], lines[next++].Trim());

    private GiftBlock Question(List<string> comments)
    {
        var first = next;
        var body = new List<string>();
        lastBrace = default;
        do
        {
            if (!IsComment(lines[next])) body.Add(Passed(lines[next]));
            next++;
        }
        while (next < lines.Length && !EndsBefore(lines[next]));

        return new(first + 1, comments, string.Join('\n', body).Trim());
    }

    private string Passed(string line)
    {
        if (line.LastIndexOfAny(Braces) is var at and >= 0) lastBrace = line[at];
        return line;
    }

    private bool EndsBefore(string line)
    {
        if (IsBlank(line)) return !StaysOpen();
        return BeginsAnew(line) || (lastBrace == '}' && IsComment(line));
    }

    private bool StaysOpen()
    {
        if (lastBrace != '{') return false;
        if (closing < next) closing = ClosingLine() ?? 0;
        return closing > next;
    }

    private int? ClosingLine()
    {
        for (var line = next; line < lines.Length; line++)
        {
            if (!IsComment(lines[line]) && lines[line].IndexOfAny(Braces) is var at and >= 0)
                return lines[line][at] == '}' ? line : null;
        }

        return null;
    }

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);
    private static bool IsComment(string line) => Starts(line, "//");
    private static bool IsCategory(string line) => Starts(line, GiftBlock.CategoryMark);
    private static bool BeginsAnew(string line) => IsCategory(line) || Starts(line, "::");
    private static bool Starts(string line, string mark) => line.AsSpan().TrimStart().StartsWith(mark, StringComparison.Ordinal);
}
