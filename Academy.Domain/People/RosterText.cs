using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Academy.Domain.People;

/// <summary>Reads a table of text in UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs between the cells.</summary>
internal static class RosterText
{
    private static readonly char[] Delimiters = [',', ';', '\t', '，'];

    // Told by their first bytes; whatever has none is UTF-8 when it is well formed, and else GB18030, which contains GBK.
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(true, throwOnInvalidBytes: true), new UnicodeEncoding(false, true, throwOnInvalidBytes: true),
        new UnicodeEncoding(true, true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static RawSheet Read(byte[] content)
    {
        var text = Decode(content) ?? throw new RosterRefusedException(RosterFault.UnknownEncoding);
        return new RawSheet("", Rows(text));
    }

    private static string? Decode(byte[] content)
    {
        var marked = Marked.FirstOrDefault(e => content.AsSpan().StartsWith(e.GetPreamble()));
        Encoding[] candidates = marked is null ? [Marked[0], Chinese] : [marked];
        return candidates.Select(e => Decode(content, e)).FirstOrDefault(text => text is not null && !text.Any(IsNoText));
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

    private static List<RawRow> Rows(string text)
    {
        var isDamaged = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            IgnoreBlankLines = false,
            HasHeaderRecord = false,
            BadDataFound = _ => isDamaged = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<RawRow>();
        while (parser.Read())
        {
            if (parser.Row > RosterReader.MostRows + 1) throw new RosterRefusedException(RosterFault.TooManyRows);
            if (parser.Count > RosterReader.MostColumns) throw new RosterRefusedException(RosterFault.TooManyColumns);

            rows.Add(new RawRow(parser.Row, Enumerable.Range(0, parser.Count).ToDictionary(i => i, i => parser[i]), [], isDamaged));
            isDamaged = false;
        }

        return rows;
    }

    private static string DelimiterOf(string text)
    {
        var head = text.TrimStart().Split('\n', 2)[0];
        return Delimiters.MaxBy(d => head.Count(c => c == d)).ToString();
    }
}
