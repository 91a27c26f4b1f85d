using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Domain.Files;

/// <summary>
/// The text of a file that somebody uploads: UTF-8, UTF-16 with its mark, GB18030, which contains GBK and GB2312, or
/// Windows-1252 where the bytes read as Western European words and not as Chinese.
/// </summary>
public static partial class ReadableText
{
    private const int LongestDeclaration = 200;

    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Chinese = Strict("GB18030")!;
    private static readonly Encoding Western = Strict("windows-1252")!;

    /// <summary>Null when it is no text in any of these encodings.</summary>
    public static string? Of(byte[] content)
    {
        if (MarkOf(content) is { } marked) return Decode(content, marked);
        return Decode(content, Marked[0]) ?? (IsWestern(content) ? Decode(content, Western) : Decode(content, Chinese));
    }

    /// <summary>
    /// XML, in the encoding that its mark or its declaration names and else in UTF-8; null when it
    /// is in another than it says.
    /// </summary>
    public static string? OfXml(byte[] content)
    {
        var encoding = MarkOf(content) ?? DeclaredIn(content);
        return encoding is null ? null : Text(content, encoding);
    }

    private static Encoding? DeclaredIn(byte[] xml)
    {
        var beginning = Encoding.Latin1.GetString(xml.AsSpan()[..Math.Min(xml.Length, LongestDeclaration)]);
        return Declaration().Match(beginning) is { Success: true } declared ? Named(declared.Groups[1].Value) : Marked[0];
    }

    /// <summary>Whether a file in none of the marked encodings and not in UTF-8 either is in Windows-1252.</summary>
    public static bool IsWestern(byte[] content) =>
        MarkOf(content) is null
        && Text(content, Marked[0]) is null
        && WesternWords.Are(content)
        && !(Text(content, Chinese) is not null && WesternWords.AreRatherChinese(content));

    private static Encoding? MarkOf(byte[] content) =>
        Marked.FirstOrDefault(encoding => content.AsSpan().StartsWith(encoding.GetPreamble()));

    private static string? Decode(byte[] content, Encoding encoding) =>
        Text(content, encoding) is { } text && !text.Any(IsNoText) ? text : null;

    private static string? Text(byte[] content, Encoding encoding)
    {
        try
        {
            return encoding.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// The encoding that a declaration means: what calls itself UTF-16 and is legible without is not, and
    /// GB18030 contains its older kin.
    /// </summary>
    private static Encoding? Named(string name) => name.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" or "UTF-16" or "US-ASCII" or "ASCII" => Marked[0],
        "GB2312" or "GBK" or "GB18030" or "CP936" => Chinese,
        "ISO-8859-1" or "LATIN1" => Western,
        _ => Strict(name),
    };

    private static Encoding? Strict(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsNoText(char c) => (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || c is '\uFFFD' or '\uFFFE' or '\uFFFF';

    [GeneratedRegex("""^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declaration();
}
