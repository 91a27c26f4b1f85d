using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Cloze;

/// <summary>The characters that part the answers of a gap; behind a backslash they are text.</summary>
internal static partial class ClozeMarks
{
    /// <summary>Where the mark stands next, and not as text; -1 when it does not.</summary>
    public static int Find(string text, char mark, int start = 0)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == mark && !IsOfEntity(text, at)) return at;
        }

        return -1;
    }

    public static IEnumerable<string> Split(string text, char mark)
    {
        var start = 0;
        for (var end = Find(text, mark); end >= 0; end = Find(text, mark, start))
        {
            yield return text[start..end];
            start = end + 1;
        }

        yield return text[start..];
    }

    public static string Restore(string text) => Escape().Replace(text, "$1");

    public static string Hide(string text) => Special().Replace(text, @"\$0");

    /// <summary>Such as the number sign of &amp;#39;.</summary>
    private static bool IsOfEntity(string text, int at) => text[at] == '#' && at > 0 && text[at - 1] == '&';

    [GeneratedRegex(@"\\([\\}{~#/""=%])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\\}~#]|^[=%]")]
    private static partial Regex Special();
}
