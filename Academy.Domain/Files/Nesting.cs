using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Academy.Domain.Files;

/// <summary>
/// Whether HTML is nested deeper than any text that people write. To be asked before a tree is made of what people
/// or files bring: the time that takes grows with the square of the depth, and what reads a tree may recurse.
/// </summary>
public static partial class Nesting
{
    private const int Deepest = 200;

    /// <summary>Counting tags costs next to nothing; what it does not see a parser finds, and stops there.</summary>
    public static bool IsTooDeep(string html) => StaysOpen(html) || (html.AsSpan().Count('<') > Deepest && IsTooDeepParsed(html));

    /// <summary>Counts the elements that are open at once. A closing tag without its opening one closes nothing.</summary>
    private static bool StaysOpen(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        for (var tag = Tag().Match(html); tag.Success && depth <= Deepest; tag = tag.NextMatch())
        {
            if (tag.Groups["empty"].Success) continue;

            var name = tag.Groups["name"].Value;
            var count = open.GetValueOrDefault(name);
            var change = tag.Groups["end"].Length == 0 ? 1 : -Math.Min(count, 1);
            open[name] = count + change;
            depth += change;
        }

        return depth > Deepest;
    }

    private static bool IsTooDeepParsed(string html)
    {
        INode? newest = null;
        var parser = new HtmlParser(
            new HtmlParserOptions { OnCreated = (element, _) => newest = IsTooDeep(newest) ? throw new TooDeepException() : element });
        try
        {
            // Within a body no tag hides what is nested after it.
            using var document = parser.ParseDocument($"<!doctype html><body>{html}");
            return IsTooDeep(newest);
        }
        catch (TooDeepException)
        {
            return true;
        }
    }

    /// <summary>An element gets its place after it was created; the parser asks when it comes to the next one.</summary>
    private static bool IsTooDeep(INode? node)
    {
        var depth = 0;
        for (; node is not null && depth <= Deepest; depth++) node = node.Parent;
        return depth > Deepest;
    }

    // All tags but those of elements that are empty, or that end where the next one begins.
    [GeneratedRegex(
        @"<(?<end>/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dd|dt|tr|td|th"
        + @"|thead|tbody|tfoot|option)\b)(?<name>[a-z][^\s/<>]*)(?:[^<>]*(?<empty>/)>)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    private sealed class TooDeepException : Exception;
}
