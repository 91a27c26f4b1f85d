using System.Globalization;
using System.Text;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>One row of a sheet, by what its columns hold.</summary>
internal sealed class SheetQuestion(SheetRow row, SheetLayout layout)
{
    public const decimal MostPoints = 1000;

    public SheetRow Row => row;
    public string Stem => Text(SheetPart.Stem);
    public string TypeName => Text(SheetPart.Type);
    public string? Category => Joined(SheetPart.Category, " / ") is { Length: > 0 } category ? category : layout.Category;
    public string? Number => Joined(SheetPart.Number, " ") is { Length: > 0 } number ? number : null;
    public bool SplitsOptions => layout.Of(SheetPart.Option).Count == 0 && Text(SheetPart.Options).Length > 0;
    public bool HasFormula => Cells.Any(cell => cell.Cell.State == SheetCellState.Formula);

    /// <summary>Nothing but a number that was filled in beforehand.</summary>
    public bool IsBlank => layout.Heads.Columns
        .All(head => head.Role is null or { Part: SheetPart.Number or SheetPart.Unread } || row[head.Column].Trim().Length == 0);

    public WrittenQuestion Written => new()
    {
        Type = WrittenTypes.Of(TypeName),
        Stem = Stem,
        Options = Options,
        Key = Text(SheetPart.Key),
        CountsOptions = layout.CountsOptions,
        Explanation = Joined(SheetPart.Explanation, "\n"),
        Points = Points,
    };

    public decimal? Points =>
        decimal.TryParse(
            Text(SheetPart.Points).Normalize(NormalizationForm.FormKC).TrimEnd('分', ' '),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var points) && points is > 0 and <= MostPoints ? points : null;

    public int? Difficulty => DifficultyWords.Of(Text(SheetPart.Difficulty), layout.CountsDifficultyToFive);

    /// <summary>What the cells themselves have against being read, before anybody asks what they mean.</summary>
    public CellProblem? Problem()
    {
        if (Cells.FirstOrDefault(cell => cell.Cell.State == SheetCellState.Error) is { Cell: not null } error)
            return new(ReadingProblem.ErrorCell, error.Cell.Text, error.Head.Name);
        if (Cells.FirstOrDefault(cell => cell.Cell.State == SheetCellState.Unclosed) is { Cell: not null } open)
            return new(ReadingProblem.UnclosedQuote, "", open.Head.Name);
        if (Cells.FirstOrDefault(cell => cell.Cell is { State: SheetCellState.Formula, Text: "" }) is { Cell: not null } unknown)
            return new(ReadingProblem.FormulaCell, "", unknown.Head.Name);
        if (TypeName.Length > 0 && WrittenTypes.Of(TypeName) is null)
            return new(ReadingProblem.UnknownType, TypeName, HeadOf(SheetPart.Type));
        return Text(SheetPart.Points).Length > 0 && Points is null
            ? new(ReadingProblem.BadPoints, Text(SheetPart.Points), HeadOf(SheetPart.Points))
            : null;
    }

    public IReadOnlyList<string> Tags =>
    [
        .. Difficulty is { } difficulty ? [$"difficulty:{difficulty}"] : Array.Empty<string>(),
        .. from part in new[] { SheetPart.Topic, SheetPart.Tag, SheetPart.Source }
           from head in layout.Of(part)
           from tag in row[head.Column].Split(
               ['、', '，', ',', ';', '；', '|', '\n'],
               StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           select tag,
    ];

    public string Text(SheetPart part) => layout.Of(part) is [var head, ..] ? Tidy(row[head.Column]) : "";

    public string HeadOf(SheetPart part) => layout.Of(part) is [var head, ..] ? head.Name : "";

    public string HeadOf(WrittenProblem problem) => problem.Part switch
    {
        WrittenPart.Stem => HeadOf(SheetPart.Stem),
        WrittenPart.Type => HeadOf(SheetPart.Type),
        WrittenPart.Key => HeadOf(SheetPart.Key),
        WrittenPart.Options => layout.Of(SheetPart.Option).FirstOrDefault(head => head.Role!.Value.Option == problem.Option)?.Name
            ?? HeadOf(SheetPart.Options),
        _ => "",
    };

    private IEnumerable<(SheetHead Head, SheetCell Cell)> Cells =>
        from head in layout.Heads.Columns
        where head.Role is { Part: not SheetPart.Unread } && row.Cells.ContainsKey(head.Column)
        select (head, row.Cells[head.Column]);

    private IReadOnlyList<string> Options
    {
        get
        {
            if (SplitsOptions) return SheetOptions.Split(Text(SheetPart.Options));

            var options = new List<string>();
            foreach (var head in layout.Of(SheetPart.Option))
            {
                while (options.Count <= head.Role!.Value.Option) options.Add("");
                options[head.Role.Value.Option] = OptionLetter.Without(Tidy(row[head.Column]), head.Role.Value.Option);
            }

            return options[..(options.FindLastIndex(option => option.Length > 0) + 1)];
        }
    }

    private string Joined(SheetPart part, string between) =>
        string.Join(between, layout.Of(part).Select(head => Tidy(row[head.Column])).Where(text => text.Length > 0));

    internal static string Tidy(string text) => text.ReplaceLineEndings("\n").Replace('\u00A0', ' ').Trim();
}

internal sealed record CellProblem(ReadingProblem Kind, string Detail, string Head);
