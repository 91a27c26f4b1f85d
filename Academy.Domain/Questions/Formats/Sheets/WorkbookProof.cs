using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>
/// Reads the rows of a workbook as whoever imports it will, to tell which of them say something
/// else than their questions.
/// </summary>
internal static class WorkbookProof
{
    private const int FirstRow = 2;

    public static IEnumerable<DraftQuestion> Misread(
        IReadOnlyList<DraftQuestion> questions, IReadOnlyList<Dictionary<string, object?>> rows)
    {
        if (rows.Count == 0) return [];

        var read =
            SheetReader.Read(new Sheet("", [RowOf(1, rows[0].Keys), .. rows.Select((row, n) => RowOf(n + FirstRow, row.Values))])).Questions
                .ToDictionary(question => question.Line);
        return questions.Where((question, n) => !read.TryGetValue(n + FirstRow, out var again) || Held(question) != Held(again));
    }

    private static SheetRow RowOf(int number, IEnumerable<object?> cells) => new(
        number,
        cells
            .Index()
            .Select(cell => (cell.Index, Text: Convert.ToString(cell.Item, CultureInfo.InvariantCulture) ?? ""))
            .Where(cell => cell.Text.Length > 0)
            .ToDictionary(cell => cell.Index, cell => new SheetCell(cell.Text)));

    /// <summary>As much of a question as a row can hold; what it cannot is said apart.</summary>
    private static string Held(DraftQuestion question)
    {
        var text = question.Text;
        return JsonColumns.TextOf(new
        {
            Type = text.Type == QuestionType.Numerical ? QuestionType.FillIn : text.Type,
            Stem = SheetQuestion.Tidy(WorkbookWriter.StemOf(text)),
            Options = text.Type == QuestionType.TrueFalse ? [] : text.Options.Select(option => SheetQuestion.Tidy(option.Text.Plain)),
            Key = text.Options.Count > 0 ? WorkbookWriter.KeyOf(text) : "",
            Answers = text.Blanks().Select(gap => gap.Answers.Where(answer => answer.Weight > 0).Select(answer => answer.Text)),
            Criteria = text.Criteria.Select(criterion => new { criterion.Text, Points = (double)criterion.Points }),
            Explanation = SheetQuestion.Tidy(text.Explanation.Plain),
            Points = (double?)text.Points,
            question.ToText().Difficulty,
            question.Category,
            Tags = question.Tags
                .Where(tag => !tag.StartsWith("difficulty:", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        });
    }
}
