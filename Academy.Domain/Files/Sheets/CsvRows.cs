using System.Collections;
using System.Globalization;

namespace Academy.Domain.Files.Sheets;

/// <summary>
/// The filled rows of a table of text, each with the number of its first line. A quoted cell that does not close within
/// what a cell can hold ends with its line and is marked, so that it cannot swallow the rows below.
/// </summary>
internal sealed class CsvRows(string text, char separator, CancellationToken ct = default) : IEnumerable<SheetRow>
{
    private const int LongestCell = 40_000;
    private const int MostUnclosed = 100;

    public IEnumerator<SheetRow> GetEnumerator()
    {
        var bounds = new SheetBounds(ct: ct);
        var (at, line, unclosed) = (0, 1, 0);
        while (at < text.Length)
        {
            var (first, column) = (line, 0);
            Dictionary<int, SheetCell>? cells = null;
            do
            {
                var (cell, end) = Cell(at);
                if (cell.State == SheetCellState.Unclosed && ++unclosed > MostUnclosed)
                    throw new SheetRefusedException(SheetRefusal.UnclosedQuotes, line.ToString(CultureInfo.InvariantCulture));
                line += text.AsSpan(at, end - at).Count('\n');
                at = end;
                var isFilled = !string.IsNullOrWhiteSpace(cell.Text);
                bounds.Check(column, isFilled);
                if (isFilled) (cells ??= [])[column] = cell;
                column++;
            }
            while (at < text.Length && text[at++] == separator);

            if (at > 0 && at <= text.Length && text[at - 1] is '\r' && at < text.Length && text[at] == '\n') at++;
            if (at > 0 && text[at - 1] is '\n' or '\r') line++;
            if (cells is not null) yield return bounds.Row(first, cells);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private (SheetCell Cell, int End) Cell(int start)
    {
        if (start >= text.Length || text[start] != '"') return Unquoted(start);
        return Quoted(start) ?? (new SheetCell(text[start..LineEnd(start)], SheetCellState.Unclosed), LineEnd(start));
    }

    private (SheetCell Cell, int End) Unquoted(int start)
    {
        var end = EndOf(start);
        var cell = text[start..end];
        return (new SheetCell(cell, cell.Contains('"') ? SheetCellState.Stray : SheetCellState.Plain), end);
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
            var behind = text[(at + 1)..end];
            return (
                new SheetCell(
                    $"{text[(start + 1)..at].Replace("\"\"", "\"", StringComparison.Ordinal)}{behind}",
                    string.IsNullOrWhiteSpace(behind) ? SheetCellState.Plain : SheetCellState.Stray),
                end);
        }

        return null;
    }

    private int EndOf(int start) =>
        text.AsSpan(start).IndexOfAny(separator, '\r', '\n') is var length and >= 0 ? start + length : text.Length;

    private int LineEnd(int start) => text.AsSpan(start).IndexOfAny('\r', '\n') is var length and >= 0 ? start + length : text.Length;
}
