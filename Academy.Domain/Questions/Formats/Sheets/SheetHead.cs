namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>A column from 0, its head, and what it is taken to hold; null when its head says nothing that is known.</summary>
public sealed record SheetHead(int Column, string Head, SheetRole? Role)
{
    private const int Letters = 26;

    /// <summary>What people call the column: by its head, or by its letters where it has none.</summary>
    public string Name => Head.Length > 0 ? Head : LettersOf(Column);

    /// <summary>As spreadsheets count: A to Z, then AA.</summary>
    public static string LettersOf(int column) =>
        column < Letters ? $"{(char)('A' + column)}" : $"{LettersOf((column / Letters) - 1)}{(char)('A' + (column % Letters))}";
}
