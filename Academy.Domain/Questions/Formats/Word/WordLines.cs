using System.Text;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Typed;
using Academy.Domain.Questions.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Academy.Domain.Questions.Formats.Word;

/// <summary>
/// The lines of a document, one a paragraph; tables with heads of questions are kept as sheets,
/// others give a line a row.
/// </summary>
internal sealed class WordLines(MainDocumentPart main)
{
    private readonly List<TypedLine> lines = [];
    private readonly List<Sheet> sheets = [];
    private readonly WordNumbers numbers = new(main);
    private readonly WordPictures pictures = new(main);
    private int paragraph;

    public QuestionFile Read(Body body)
    {
        TakeBlocks(body);
        if (sheets.Count == 0) return pictures.Show(TypedReader.Read(lines));

        var tables = SheetReader.Read(sheets);
        var typed = TypedReader.Read(lines);
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

    private void TakeBlocks(OpenXmlElement parent)
    {
        foreach (var block in parent.ChildElements)
        {
            if (block is Paragraph text) TakeParagraph(text);
            else if (block is Table table) TakeTable(table);
            else if (block is SdtBlock { SdtContentBlock: { } content }) TakeBlocks(content);
        }
    }

    private void TakeParagraph(Paragraph block)
    {
        paragraph++;
        var text = TextOf(block);
        var number = text.Trim().Length > 0 ? numbers.Before(block) : "";
        lines.AddRange(TypedLine.Of($"{number}{text}").Select(line => line with { Number = paragraph }));
    }

    private void TakeTable(Table table)
    {
        var first = paragraph + 1;
        var rows = table.Elements<TableRow>()
            .Select((row, n) => new SheetRow(first + n, row.Elements<TableCell>().Index()
            .ToDictionary(cell => cell.Index, cell => new SheetCell(
                string.Join('\n', cell.Item.Descendants<Paragraph>().Select(block => $"{numbers.Before(block)}{TextOf(block)}")).Trim()))))
            .ToList();
        paragraph += rows.Count;
        var sheet = new Sheet(sheets.Count == 0 ? "" : $"{sheets.Count + 1}", rows);
        if (SheetHeads.Find(sheet).AreFound)
        {
            sheets.Add(sheet);
        }
        else
        {
            lines.AddRange(rows.SelectMany(row => row.Cells.Count == 1
                ? TypedLine.Of(row[0]).Select(line => line with { Number = row.Number })
                : [new TypedLine(row.Number, string.Join('\t', row.Cells.Values.Select(cell => cell.Text)).Trim())]));
        }
    }

    private string TextOf(OpenXmlElement parent)
    {
        var text = new StringBuilder();
        Append(parent, text);
        return text.ToString();
    }

    private void Append(OpenXmlElement parent, StringBuilder text)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Text words) text.Append(words.Text);
            else if (child is TabChar) text.Append('\t');
            else if (child is Break or CarriageReturn) text.Append('\n');
            else if (child is NoBreakHyphen) text.Append('-');
            else if (child is Drawing or Picture) text.Append(pictures.Mark(child));
            else if (child is Run or Hyperlink or InsertedRun or SdtRun or SdtContentRun) AppendRun(child, text);
        }
    }

    /// <summary>An underlined run of blanks is a gap.</summary>
    private void AppendRun(OpenXmlElement run, StringBuilder text)
    {
        var start = text.Length;
        Append(run, text);
        if (run is Run { RunProperties.Underline: { } underline }
            && underline.Val?.Value != UnderlineValues.None
            && text.Length - start > 1
            && string.IsNullOrWhiteSpace(text.ToString(start, text.Length - start)))
        {
            text.Remove(start, text.Length - start).Append("____");
        }
    }
}
