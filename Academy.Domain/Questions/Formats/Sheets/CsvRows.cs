using System.Collections;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>
/// The filled rows of a table of text, each with the number of its first line. A quoted cell that does not close within
/// what a cell can hold ends with its line and is marked, so that it cannot swallow the rows below.
/// </summary>
internal sealed class CsvRows(string text, char separator) : IEnumerable<SheetRow>
{
    private const int LongestCell = 40_000;
    private const int MostColumns = 300;
    private const int MostUnclosed = 100;

    public IEnumerator<SheetRow> GetEnumerator()
    {
        var (at, line, unclosed) = (0, 1, 0);
        while (at < text.Length)
        {
            var (first, column) = (line, 0);
            var cells = new Dictionary<int, SheetCell>();
            do
            {
                var (cell, end) = Cell(at);
                if (cell.State == SheetCellState.Unclosed && ++unclosed > MostUnclosed)
                    throw new FileRefusedException(ReadingProblem.UnclosedQuote, $"{line}");
                line += text.AsSpan(at, end - at).Count('\n');
                at = end;
                if (cell.Text.Trim().Length > 0)
                    cells[column] = column < MostColumns ? cell : throw new FileRefusedException(ReadingProblem.TooLarge, $"{MostColumns}");
                column++;
            }
            while (at < text.Length && text[at++] == separator);

            if (at > 0 && at <= text.Length && text[at - 1] is '\r' && at < text.Length && text[at] == '\n') at++;
            if (at > 0 && text[at - 1] is '\n' or '\r') line++;
            if (cells.Count > 0) yield return new SheetRow(first, cells);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private (SheetCell Cell, int End) Cell(int start)
    {
        if (start >= text.Length || text[start] != '"') return (new SheetCell(text[start..EndOf(start)]), EndOf(start));
        return Quoted(start) ?? (new SheetCell(text[start..LineEnd(start)], SheetCellState.Unclosed), LineEnd(start));
    }

    private (SheetCell Cell, int End)? Quoted(int start)
    {
        for (var at = start + 1; at < text.Length && at - start <= LongestCell; at++)
        {
            if (text[at] != '"') continue;
            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                at++;
                continue;
            }

            var end = EndOf(at + 1);
            return (new SheetCell($"{text[(start + 1)..at].Replace("\"\"", "\"", StringComparison.Ordinal)}{text[(at + 1)..end]}"), end);
        }

        return null;
    }

    private int EndOf(int start) =>
        text.AsSpan(start).IndexOfAny(separator, '\r', '\n') is var length and >= 0 ? start + length : text.Length;

    private int LineEnd(int start) => text.AsSpan(start).IndexOfAny('\r', '\n') is var length and >= 0 ? start + length : text.Length;
}
