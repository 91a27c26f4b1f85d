using System.Globalization;
using Academy.Domain.Files;
using CsvHelper;
using CsvHelper.Configuration;

namespace Academy.Domain.People.Rosters;

/// <summary>Reads a table of text in UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs between the cells.</summary>
internal static class RosterText
{
    private static readonly char[] Delimiters = [',', ';', '\t', '，'];

    public static RawSheet Read(byte[] content) =>
        new("", Rows(ReadableText.Of(content) ?? throw new RosterRefusedException(RosterFault.UnknownEncoding)));

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
