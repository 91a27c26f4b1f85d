using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>How a sheet is laid out: its columns by what they hold, and what only all its rows together tell.</summary>
internal sealed partial class SheetLayout
{
    private readonly Dictionary<SheetPart, List<SheetHead>> parts;

    public SheetLayout(Sheet sheet, SheetHeads heads, string? category)
    {
        Heads = heads;
        Category = category;
        Rows = [.. sheet.Rows.Where(row => row.Number > heads.Row && !IsHead(row))];
        parts = heads.Columns.Where(head => head.Role is not null).GroupBy(head => head.Role!.Value.Part)
            .ToDictionary(part => part.Key, part => part.OrderBy(head => head.Role!.Value.Option).ToList());
        CountsOptions = Of(SheetPart.Option).Any(head => SheetWords.Counts(head.Head)) || KeysCount();
        CountsDifficultyToFive = Of(SheetPart.Difficulty) is [var difficulty, ..]
            && Rows.Any(row => DifficultyWords.IsOfFive(row[difficulty.Column]));
    }

    public SheetHeads Heads { get; }
    public string? Category { get; }
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Whether keys count the options: by their heads 选项1, 选项2, or because every key of every choice is a number.</summary>
    public bool CountsOptions { get; }
    public bool CountsDifficultyToFive { get; }

    public IReadOnlyList<SheetHead> Of(SheetPart part) => parts.GetValueOrDefault(part) ?? [];

    /// <summary>Some files repeat their heads where a new page begins.</summary>
    private bool IsHead(SheetRow row) => Heads.Columns.Count > 1 && Heads.Columns.All(head => row[head.Column].Trim() == head.Head);

    private bool KeysCount()
    {
        if (Of(SheetPart.Key) is not [var key, ..] || Of(SheetPart.Option) is not [var option, ..]) return false;

        var keys = Rows
            .Where(row => row[option.Column].Trim().Length > 0)
            .Select(row => row[key.Column].Normalize(NormalizationForm.FormKC).Trim())
            .Where(text => text.Length > 0)
            .ToList();
        return keys.Count > 0 && keys.TrueForAll(text => Counted().IsMatch(text));
    }

    [GeneratedRegex(@"^[1-9](?:[\s,;、/|]+[1-9])*$")]
    private static partial Regex Counted();
}
