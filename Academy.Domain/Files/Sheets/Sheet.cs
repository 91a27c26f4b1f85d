namespace Academy.Domain.Files.Sheets;

/// <summary>A table as it stands in a file; its name is empty where the file is one table.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A row with its number in the file, from 1, and its filled cells by column, from 0.</summary>
public sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetCell> Cells)
{
    public string this[int column] => Cells.TryGetValue(column, out var cell) ? cell.Text : "";
}

/// <summary>A filled cell. A formula is shown with the value that it had when the file was saved.</summary>
public sealed record SheetCell(string Text, SheetCellState State = SheetCellState.Plain);

/// <summary>What is to be known of a cell; in a table of text, a quote that does not close or that stands where none belongs.</summary>
public enum SheetCellState { Plain, Formula, Error, Unclosed, Stray }
