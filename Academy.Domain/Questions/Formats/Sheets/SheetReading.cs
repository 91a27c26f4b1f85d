using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>What the sheets of one file have given so far.</summary>
internal sealed class SheetReading(CancellationToken ct)
{
    private const int FewestRowsToDoubt = 3;

    private readonly List<DraftQuestion> questions = [];
    private readonly List<ReadingMessage> reported = [];
    private readonly List<ReadingMessage> remarks = [];
    private readonly Dictionary<string, int> stems = [];
    private int position;

    public QuestionFile File() => questions.Count + reported.Count == 0
        ? new QuestionFile(null, [], [new ReadingMessage(0, 0, ReadingProblem.NoQuestions, "")]) { Remarks = remarks }
        : new QuestionFile(questions.FirstOrDefault()?.Category, questions, reported) { Remarks = remarks };

    public void Report(ReadingMessage problem) => reported.Add(problem);

    public void Remark(int line, ReadingProblem problem, string detail, string? head = null) =>
        remarks.Add(new ReadingMessage(0, line, problem, detail, head));

    /// <summary>Takes a sheet row by row, or none of its rows when most of their keys name nothing that is there.</summary>
    /// <param name="layout">The sheet.</param>
    /// <param name="isDecided">
    /// Whether somebody has said what its columns hold: then there is no doubt, and what is not
    /// read is left out on purpose.
    /// </param>
    public void Take(SheetLayout layout, bool isDecided)
    {
        var rows = layout.Rows.Select(row => new SheetQuestion(row, layout)).Where(row => !row.IsBlank).Select(Understand).ToList();
        var strange = rows.Count(row => row.Read.Problem?.Kind == ReadingProblem.AnswerNotAnOption);
        var isDoubtful = !isDecided && rows.Count >= FewestRowsToDoubt && strange * 2 > rows.Count;
        if (isDoubtful)
        {
            reported.Add(new ReadingMessage(
                0,
                layout.Heads.Row,
                ReadingProblem.HeadsDisagree,
                $"{(layout.Category is { } sheet ? $"{sheet}: " : "")}{strange}/{rows.Count}"));
        }

        if (!isDecided) RemarkOnUnread(layout);
        if (layout.CountsOptions) Remark(layout.Heads.Row, ReadingProblem.KeysCounted, "", layout.Of(SheetPart.Key)[0].Name);

        foreach (var (row, (text, problem)) in rows)
        {
            ct.ThrowIfCancellationRequested();
            position++;
            if (row.Problem() is { } cell) Report(row, cell.Kind, cell.Detail, cell.Head);
            else if (problem is not null) Report(row, problem.Kind, problem.Detail, row.HeadOf(problem));
            else if (isDoubtful) Report(row, ReadingProblem.HeadsDisagree, "", "");
            else if (FirstWith(row, text!) is { } first) Report(row, ReadingProblem.DuplicateStem, $"{first}", row.HeadOf(SheetPart.Stem));
            else Take(row, text!);
        }
    }

    private (SheetQuestion Row, (QuestionText? Text, WrittenProblem? Problem) Read) Understand(SheetQuestion row)
    {
        ct.ThrowIfCancellationRequested();
        return (row, row.Problem() is null ? WrittenRules.Read(row.Written) : default);
    }

    private void Take(SheetQuestion row, QuestionText text)
    {
        questions.Add(Draft(row, text));
        if (row.TypeName.Length == 0) RemarkOn(row, ReadingProblem.TypeFollowed, $"{text.Type}");
        if (row.SplitsOptions && text.Options.Count > 0)
        {
            RemarkOn(
                row,
                ReadingProblem.OptionsSplit,
                string.Join(" | ", text.Options.Select(option => option.Text)),
                row.HeadOf(SheetPart.Options));
        }

        if (row.HasFormula) RemarkOn(row, ReadingProblem.FormulaCell, "");
        if (row.Difficulty is null && row.Text(SheetPart.Difficulty) is { Length: > 0 } difficulty)
            RemarkOn(row, ReadingProblem.BadDifficulty, difficulty, row.HeadOf(SheetPart.Difficulty));
        if (row.Written.Type == WrittenType.MultipleChoice && text.Options.Count(option => option.IsRight) == 1)
            RemarkOn(row, ReadingProblem.OneRightAnswer, row.Written.Key, row.HeadOf(SheetPart.Key));
    }

    private void RemarkOnUnread(SheetLayout layout)
    {
        foreach (var head in layout.Heads.Columns.Where(head => head.Role is null or { Part: SheetPart.Unread }))
            Remark(layout.Heads.Row, ReadingProblem.UnreadColumn, head.Name, head.Name);
    }

    /// <summary>The row of the same question further up. Stems as general as 下列说法正确的是 are told apart by their options.</summary>
    private int? FirstWith(SheetQuestion row, QuestionText text)
    {
        var stem = string.Join(
            '\n',
            text.Options.Select(option => option.Text.Plain).Order(StringComparer.Ordinal).Prepend(text.Stem.Plain));
        return stems.TryAdd(stem, row.Row.Number) ? null : stems[stem];
    }

    private void Report(SheetQuestion row, ReadingProblem problem, string detail, string head) =>
        reported.Add(new ReadingMessage(position, row.Row.Number, problem, detail, head.Length > 0 ? head : null)
        {
            Fields = Fields(row, problem),
            Draft = Draft(row, WrittenSketch.Of(row.Written)),
        });

    /// <summary>Without the key where the columns are in doubt: whoever mends it has to say.</summary>
    private static WrittenFields Fields(SheetQuestion row, ReadingProblem problem) =>
        problem == ReadingProblem.HeadsDisagree ? Mending.FieldsOf(row.Written) with { Key = "" } : Mending.FieldsOf(row.Written);

    private DraftQuestion Draft(SheetQuestion row, QuestionText text) =>
        new() { Position = position, Line = row.Row.Number, Category = row.Category, Name = row.Number, Tags = row.Tags, Text = text };

    private void RemarkOn(SheetQuestion row, ReadingProblem problem, string detail, string? head = null) =>
        remarks.Add(new ReadingMessage(position, row.Row.Number, problem, detail, head));
}
