using Academy.Domain.Files.Sheets;
using Academy.Domain.Files.Word;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Typed;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Word;

/// <summary>
/// The lines of a document, one a paragraph; tables with heads of questions are kept as sheets,
/// others give a line a row.
/// </summary>
internal sealed class WordLines(CancellationToken ct)
{
    private readonly List<TypedLine> lines = [];
    private readonly List<Sheet> sheets = [];
    private readonly WordPictures pictures = new(ct);
    private int paragraph;

    public QuestionFile Read(WordDocument document)
    {
        foreach (var block in document.Blocks) Take(block);
        if (sheets.Count == 0) return pictures.Show(TypedReader.Read(lines, ct: ct));

        var tables = SheetReader.Read(sheets, ct: ct);
        var typed = TypedReader.Read(lines, ct: ct);
        return pictures.Show(typed.Questions.Count == 0
            ? tables with { Remarks = [.. tables.Remarks, .. typed.Remarks] }
            : Joined(typed, tables));
    }

    /// <summary>The questions of the tables after those of the text.</summary>
    private static QuestionFile Joined(QuestionFile typed, QuestionFile tables)
    {
        var before = typed.Questions.Count + typed.Reported.Count(message => message.Position > 0);
        return new QuestionFile(
            typed.Category ?? tables.Category,
            [.. typed.Questions, .. tables.Questions.Select(Placed)],
            [.. typed.Reported, .. tables.Reported.Select(Moved)])
        { Remarks = [.. typed.Remarks, .. tables.Remarks.Select(Moved)] };

        DraftQuestion Placed(DraftQuestion question) => question with { Position = question.Position + before };

        ReadingMessage Moved(ReadingMessage message) =>
            message.Position > 0
                ? message with { Position = message.Position + before, Draft = message.Draft is { } draft ? Placed(draft) : null }
                : message;
    }

    private void Take(WordBlock block)
    {
        if (block is WordTable table) TakeTable(table);
        else if (block is WordParagraph text) lines.AddRange(LinesOf(TextOf(text), ++paragraph));
    }

    private void TakeTable(WordTable table)
    {
        var first = paragraph + 1;
        var rows = table.Rows.Select((row, n) => new SheetRow(first + n, row.Index().ToDictionary(
            cell => cell.Index,
            cell => new SheetCell(string.Join('\n', cell.Item.Paragraphs.Select(TextOf)).Trim())))).ToList();
        paragraph += rows.Count;
        var sheet = new Sheet(sheets.Count == 0 ? "" : $"{sheets.Count + 1}", rows);
        if (SheetHeads.Find(sheet).AreFound)
        {
            sheets.Add(sheet);
        }
        else
        {
            lines.AddRange(rows.SelectMany(row => row.Cells.Count == 1
                ? LinesOf(row[0], row.Number)
                : [new TypedLine(row.Number, string.Join('\t', row.Cells.Values.Select(cell => cell.Text)).Trim())]));
        }
    }

    private IEnumerable<TypedLine> LinesOf(string text, int number) =>
        TypedLine.Of(text, ct).Select(line => line with { Number = number });

    private string TextOf(WordParagraph text) => $"{text.Number?.Shown}{string.Concat(text.Pieces.Select(TextOf))}";

    private string TextOf(WordPiece piece)
    {
        if (piece.Picture is { } picture) return pictures.Mark(picture);
        return piece.IsGap ? "____" : piece.Text;
    }
}
