using Academy.Domain.Data;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>
/// A sheet with what its columns are taken to hold, as a page shows it: its first rows, and of each filled
/// column what stands there.
/// </summary>
public sealed record SheetView(Sheet Sheet, SheetForm Form, int Index, bool IsOneOfSeveral)
{
    private const int RowsToChooseFrom = 30;
    private const int Samples = 3;
    private const int FewestLetters = 8;
    private const int LongestText = 80;

    /// <summary>What the names of its fields begin with.</summary>
    public string Name => $"Sheets[{Index}]";

    public string Id => $"sheet-{Index}";

    /// <summary>Those that may be the heads.</summary>
    public IEnumerable<SheetRow> FirstRows =>
        Sheet.Rows.Take(RowsToChooseFrom).UnionBy(Sheet.Rows.Where(row => row.Number == Form.HeadRow), row => row.Number);

    /// <summary>The first questions, if the heads are right.</summary>
    public IReadOnlyList<SheetRow> SampleRows { get; } = [.. Sheet.Rows.Where(row => row.Number > Form.HeadRow).Take(Samples)];

    public SheetRow? Heads { get; } = Sheet.Rows.FirstOrDefault(row => row.Number == Form.HeadRow);

    public IReadOnlyList<int> Columns { get; } = [.. Sheet.Rows.SelectMany(row => row.Cells.Keys).Distinct().Order()];

    /// <summary>The options that the sheet may have room for.</summary>
    public int Letters => Math.Clamp(Columns.Count - 2, FewestLetters, QuestionRules.MostOptions);

    public static string Excerpt(string text) =>
        text.Trim().ReplaceLineEndings(" ") is var line && line.Length > LongestText ? $"{Cut.Start(line, LongestText)}…" : line;
}
