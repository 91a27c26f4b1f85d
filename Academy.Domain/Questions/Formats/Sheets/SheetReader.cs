using Academy.Domain.Files.Sheets;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>
/// Reads sheets as exam programs export them and trainers fill them in: a row a question, columns by their heads. A sheet
/// whose heads leave a doubt is not read until somebody has said what its columns hold.
/// </summary>
public static class SheetReader
{
    /// <summary>All sheets that have heads; the others are named.</summary>
    /// <param name="sheets">The sheets of one file.</param>
    /// <param name="mappings">What somebody decided, by the name of the sheet.</param>
    /// <param name="ct">Whether there is time to read on.</param>
    public static QuestionFile Read(
        IReadOnlyList<Sheet> sheets, IReadOnlyDictionary<string, SheetMapping>? mappings = null, CancellationToken ct = default)
    {
        var filled = sheets
            .Where(sheet => sheet.Rows.Count > 0)
            .Select(sheet => Plan(sheet, mappings?.GetValueOrDefault(sheet.Name)))
            .ToList();
        if (!filled.Exists(sheet => sheet.IsRead))
        {
            return new QuestionFile(
                null,
                [],
                [filled.Find(sheet => !sheet.IsDecided).Heads?.Problem ?? new ReadingMessage(0, 0, ReadingProblem.NoQuestions, "")]);
        }

        var reading = new SheetReading(ct);
        foreach (var (sheet, heads, isDecided, isRead) in filled)
        {
            if (!isRead) reading.Remark(0, ReadingProblem.UnreadSheet, sheet.Name);
            else if (heads.Problem is { } problem) reading.Report(problem);
            else reading.Take(new SheetLayout(sheet, heads, filled.Count > 1 ? sheet.Name : null), isDecided);
        }

        return reading.File();
    }

    public static QuestionFile Read(Sheet sheet, SheetMapping? mapping = null, CancellationToken ct = default) =>
        Read([sheet], mapping is null ? null : new Dictionary<string, SheetMapping> { [sheet.Name] = mapping }, ct);

    internal static QuestionFile Refused(SheetRefusedException refused) => QuestionFile.Refused(
        refused.Refusal switch
        {
            SheetRefusal.Unreadable => ReadingProblem.Unreadable,
            SheetRefusal.UnclosedQuotes => ReadingProblem.UnclosedQuote,
            _ => ReadingProblem.TooLarge,
        },
        refused.Detail);

    private static (Sheet Sheet, SheetHeads Heads, bool IsDecided, bool IsRead) Plan(Sheet sheet, SheetMapping? mapping)
    {
        if (mapping is not null) return (sheet, SheetHeads.Of(sheet, mapping), true, !mapping.IsNone);

        var heads = SheetHeads.Find(sheet);
        return (sheet, heads, false, heads.AreFound);
    }
}
