using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>
/// What a pattern is slow at, if it is slow at anything: what it looks for, begun again and again and never finished. A text is a
/// beginning, and a piece that is repeated to any length.
/// </summary>
public sealed partial record HostileText(string Beginning, string Repeated)
{
    private const int LongestRow = 3;

    /// <summary>Ends a text so that what was begun is not found after all.</summary>
    private const char End = '\u0001';

    public string Of(int length) =>
        new StringBuilder(Beginning).Insert(Beginning.Length, Repeated, Math.Max(1, length / Repeated.Length)).Append(End).ToString();

    /// <summary>All that are made of the pieces of a pattern: each, each row of neighbors, and each behind each row.</summary>
    public static IReadOnlyCollection<HostileText> For(string pattern)
    {
        var pieces = Pieces(pattern);
        var rows = Enumerable.Range(1, LongestRow).SelectMany(length => Rows(pieces, length)).Distinct().ToList();
        return
        [
            .. rows.Select(row => new HostileText("", row)),
            .. from row in rows from piece in pieces.Distinct() select new HostileText(row, piece),
        ];
    }

    private static IEnumerable<string> Rows(List<string> pieces, int length) =>
        Enumerable.Range(0, Math.Max(0, pieces.Count - length + 1)).Select(at => string.Concat(pieces.Skip(at).Take(length)));

    /// <summary>A word for each word of the pattern, and some characters for each of its classes.</summary>
    private static List<string> Pieces(string pattern) => [.. Atom().Matches(Besides().Replace(pattern, "")).SelectMany(PiecesOf)];

    private static IEnumerable<string> PiecesOf(Match atom)
    {
        if (!atom.Groups["class"].Success) return [Plain(atom.Value)];

        var named = ClassAtom().Matches(atom.Groups["class"].Value).Select(member => Plain(member.Value)).ToList();
        return atom.Groups["not"].Length > 0 ? [.. named.Take(2), "x"] : named.Take(1).Concat(named.TakeLast(1)).Distinct();
    }

    private static string Plain(string written) => Escape().Replace(written, escape => escape.Value[1..] switch
    {
        "s" or "b" or "B" => " ",
        "S" or "w" or "D" => "x",
        "W" => "-",
        "d" or "p{N}" or "p{Nd}" => "1",
        "n" => "\n",
        "r" => "\r",
        "t" => "\t",
        "A" or "z" or "Z" => "",
        "p{P}" => "，",
        ['p', ..] => "题",
        ['P', ..] => "-",
        ['u', .. var code] => $"{(char)Convert.ToInt32(code, 16)}",
        var itself => itself,
    }) is { Length: > 0 } plain ? plain : "x";

    /// <summary>How groups are opened, and how often something may come.</summary>
    [GeneratedRegex(@"(?<!\\)\((?:\?(?:[:>=!]|<[=!]|<\w+>))?|(?<!\\)\{\d+(?:,\d*)?\}")]
    private static partial Regex Besides();

    [GeneratedRegex(@"\[(?<not>\^?)(?<class>(?:\\p\{\w+\}|\\.|[^\]\\])+)\]|(?:\\[pP]\{\w+\}|\\u[0-9A-F]{4}|\\.|[^\\\[\](){}|*+?^$])+")]
    private static partial Regex Atom();

    [GeneratedRegex(@"\\[pP]\{\w+\}|\\u[0-9A-F]{4}|\\.|[^\\]")]
    private static partial Regex ClassAtom();

    [GeneratedRegex(@"\\(?:[pP]\{\w+\}|u[0-9A-F]{4}|.)")]
    private static partial Regex Escape();
}
