namespace Academy.Domain.Questions.Formats;

/// <summary>
/// Reads sheets as exam programs export them and trainers fill them in: a row a question, columns by their heads. A sheet
/// whose heads leave a doubt is not read until somebody has said what its columns hold.
/// </summary>
public static class SheetReader
{
    private const int FewestRowsToDoubt = 3;

    /// <summary>All sheets that have heads; the others are named.</summary>
    /// <param name="sheets">The sheets of one file.</param>
    /// <param name="mappings">What somebody decided, by the name of the sheet.</param>
    public static QuestionFile Read(IReadOnlyList<Sheet> sheets, IReadOnlyDictionary<string, SheetMapping>? mappings = null)
    {
        var filled = sheets.Where(sheet => sheet.Rows.Count > 0)
            .Select(sheet => (Sheet: sheet, Heads: mappings?.GetValueOrDefault(sheet.Name) is { } mapping ? SheetHeads.Of(sheet, mapping) : SheetHeads.Find(sheet), IsDecided: mappings?.ContainsKey(sheet.Name) == true)).ToList();
        if (filled.Count == 0) return new QuestionFile(null, [], [new ReadingMessage(0, 0, ReadingProblem.NoQuestions, "")]);
        if (filled.All(sheet => !sheet.Heads.AreFound)) return new QuestionFile(null, [], [filled[0].Heads.Objection!]);

        var reading = new SheetReading();
        foreach (var (sheet, heads, isDecided) in filled)
        {
            if (!heads.AreFound) reading.Remark(0, ReadingProblem.UnreadSheet, sheet.Name);
            else if (heads.Objection is { } objection) reading.Refuse(objection);
            else reading.Take(new SheetLayout(sheet, heads, filled.Count > 1 ? sheet.Name : null), isDecided ? int.MaxValue : FewestRowsToDoubt);
        }

        return reading.File();
    }

    public static QuestionFile Read(Sheet sheet, SheetMapping? mapping = null) =>
        Read([sheet], mapping is null ? null : new Dictionary<string, SheetMapping> { [sheet.Name] = mapping });
}
