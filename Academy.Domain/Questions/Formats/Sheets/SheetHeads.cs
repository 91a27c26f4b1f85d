using Academy.Domain.Data;
using Academy.Domain.Files.Sheets;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>The heads of a sheet with what each column is taken to hold, for people to look over and decide otherwise.</summary>
/// <param name="Row">The row that they stand in, from 1; 0 when none was found.</param>
/// <param name="Columns">Those that are filled in the head row.</param>
/// <param name="Problem">Why the sheet cannot be read by them.</param>
public sealed record SheetHeads(int Row, IReadOnlyList<SheetHead> Columns, ReadingMessage? Problem)
{
    private const int RowsToLookAt = 30;
    private const int HeadsToQuote = 12;
    private const int LongestHead = 20;

    public SheetMapping Mapping =>
        new(Row, Columns.Where(head => head.Role is not null).ToDictionary(head => head.Column, head => head.Role!.Value));

    public bool AreFound => Row > 0;

    /// <summary>The first row that names a stem and what belongs to it, however many rows of titles and instructions stand above.</summary>
    public static SheetHeads Find(Sheet sheet)
    {
        var rows = sheet.Rows.Take(RowsToLookAt).Select(HeadsOf).ToList();
        if (rows.FirstOrDefault(row => IsHeadRow(row.Columns)) is { } found) return found with { Problem = ProblemOf(sheet, found) };

        var widest = rows.MaxBy(row =>
            row.Columns.Count(head => head.Role is not null) * HeadsToQuote + Math.Min(row.Columns.Count, HeadsToQuote));
        return new SheetHeads(
            0, widest?.Columns ?? [], new ReadingMessage(0, widest?.Row ?? 0, ReadingProblem.NoSheetHeads, Quote(widest?.Columns ?? [])));
    }

    /// <summary>What the row of a number says as heads; none where there is no such row.</summary>
    public static SheetHeads At(Sheet sheet, int number) =>
        sheet.Rows.FirstOrDefault(row => row.Number == number) is { } row ? HeadsOf(row) : new SheetHeads(number, [], null);

    /// <summary>The same heads with the roles that somebody decided on.</summary>
    public static SheetHeads Of(Sheet sheet, SheetMapping mapping)
    {
        var row = sheet.Rows.FirstOrDefault(row => row.Number == mapping.HeadRow);
        var heads = mapping.Columns.Keys
            .Concat(row?.Cells.Keys ?? [])
            .Distinct()
            .Order()
            .Select(column =>
                new SheetHead(column, row?[column].Trim() ?? "", mapping.Columns.TryGetValue(column, out var role) ? role : null))
            .ToList();
        var given = new SheetHeads(mapping.HeadRow, heads, null);
        return given with { Problem = ProblemOf(sheet, given) };
    }

    private static SheetHeads HeadsOf(SheetRow row) => new(
        row.Number,
        [.. from cell in row.Cells.OrderBy(cell => cell.Key)
            let head = cell.Value.Text.Trim()
            where head.Length > 0
            select new SheetHead(cell.Key, head, SheetWords.RoleOf(head))],
        null);

    private static bool IsHeadRow(IReadOnlyList<SheetHead> heads)
    {
        var parts = heads.Select(head => head.Role?.Part).OfType<SheetPart>().Distinct().ToList();
        return parts.Contains(SheetPart.Stem)
            && (parts.Contains(SheetPart.Key)
                || parts.Contains(SheetPart.Options)
                || heads.Count(head => head.Role?.Part == SheetPart.Option) > 1)
            || (parts.Contains(SheetPart.Key) && parts.Contains(SheetPart.Option) && parts.Count > 2);
    }

    private static ReadingMessage? ProblemOf(Sheet sheet, SheetHeads heads)
    {
        if (heads.Mapping.Repeated is { } twice)
            return Message(ReadingProblem.DuplicateColumn, Quote(heads.Columns.Where(head => head.Role == twice)));
        return heads.Mapping.Missing is { } missing ? Message(ReadingProblem.MissingColumn, missing == SheetPart.Stem ? "题干" : "答案") : null;

        ReadingMessage Message(ReadingProblem problem, string detail) =>
            new(0, heads.Row, problem, sheet.Name.Length > 0 ? $"{sheet.Name}: {detail}" : detail);
    }

    private static string Quote(IEnumerable<SheetHead> heads) =>
        string.Join(
            "、",
            heads.Take(HeadsToQuote).Select(head => head.Name.Length > LongestHead ? $"{Cut.Start(head.Name, LongestHead)}…" : head.Name));
}
