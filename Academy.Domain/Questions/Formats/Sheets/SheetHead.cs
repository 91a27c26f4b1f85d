using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>A column from 0, its head, and what it is taken to hold; null when its head says nothing that is known.</summary>
public sealed record SheetHead(int Column, string Head, SheetRole? Role)
{
    /// <summary>What people call the column: by its head, or by its letters where it has none.</summary>
    public string Name => Head.Length > 0 ? Head : LettersOf(Column);

    /// <summary>As spreadsheets count: A to Z, then AA.</summary>
    public static string LettersOf(int column) => OptionKeys.LetterAt(column);
}
