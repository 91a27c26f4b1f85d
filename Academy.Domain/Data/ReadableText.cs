using System.Text;

namespace Academy.Domain.Data;

/// <summary>The text of a file that somebody uploads: UTF-8, UTF-16 with its mark, or GB18030, which contains GBK and GB2312.</summary>
public static class ReadableText
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Null when it is no text in any of these encodings.</summary>
    public static string? Of(byte[] content)
    {
        var marked = Marked.FirstOrDefault(encoding => content.AsSpan().StartsWith(encoding.GetPreamble()));
        Encoding[] candidates = marked is null ? [Marked[0], Chinese] : [marked];
        return candidates.Select(encoding => Decode(content, encoding)).FirstOrDefault(text => text is not null && !text.Any(IsNoText));
    }

    private static string? Decode(byte[] content, Encoding encoding)
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

    private static bool IsNoText(char c) => (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || c is '\uFFFD' or '\uFFFE' or '\uFFFF';
}
