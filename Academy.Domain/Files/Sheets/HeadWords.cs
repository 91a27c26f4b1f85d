using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Domain.Files.Sheets;

/// <summary>Knows columns by their heads: Chinese or English, with whatever spaces, widths and remarks in brackets.</summary>
internal static partial class HeadWords
{
    /// <summary>A longer cell is no head.</summary>
    private const int Longest = 200;

    /// <summary>The columns by all their heads; the heads of each stand in one line, with spaces between.</summary>
    public static Dictionary<string, T> Of<T>(params IEnumerable<(T Column, string Heads)> columns) =>
        columns.SelectMany(c => c.Heads.Split(' ').Select(head => (head, c.Column))).ToDictionary(p => p.head, p => p.Column);

    /// <summary>In half width and lower case, without spaces, marks and remarks.</summary>
    public static string Plain(string head) => head.Length > Longest
        ? ""
        : Besides().Replace(Remark().Replace(head.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), ""), "");

    [GeneratedRegex(@"\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]|\s[-–—]\s.*$", RegexOptions.Singleline)]
    private static partial Regex Remark();

    [GeneratedRegex(@"[^\p{L}\p{N}]|必填|选填|(?<=.)可选")]
    private static partial Regex Besides();
}
