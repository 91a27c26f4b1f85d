using Academy.Domain.Competitions.Drills;
using Academy.Domain.Files.Pdf;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>Draws a printed book for the press: sheets to be cut along gray lines, and the answers on a sheet of their own.</summary>
public sealed class BookDrawing(IStringLocalizer<DrillsTexts> texts, BookWords words, DrillWords drill)
{
    private const float CutGray = 0.65f;
    private const float RuleGray = 0.8f;

    private static readonly float Left = Mm(7);
    private static readonly float Top = Mm(15);
    private static readonly float SlipWidth = Mm(98);
    private static readonly float SlipHeight = Mm(55);

    /// <summary>Left free of each slip, where a book is clipped together.</summary>
    private static readonly float Binding = Mm(15);

    public PdfDocument Of(PrintedBook book, DateTimeOffset now)
    {
        var document = new PdfDocument(texts["Book.Title", book.Number], now);
        for (var sheet = 1; sheet <= PrintedBook.SheetCount; sheet++) DrawSheet(document.AddPage(), book, sheet);
        DrawAnswers(document.AddPage(), book);
        return document;
    }

    private void DrawSheet(PdfPage paper, PrintedBook book, int sheet)
    {
        paper.Text(texts["Book.Line", book.Number, sheet, PrintedBook.SheetCount], Left, Mm(9), 10);
        paper.Text(texts["Book.Cut"], Left, Mm(13), 8);
        foreach (var (place, page) in PrintedBook.PagesOn(sheet).Index())
        {
            var (row, column) = Math.DivRem(place, PrintedBook.Columns);
            DrawSlip(paper, book, page, Left + (column * SlipWidth), Top + (row * SlipHeight));
        }
    }

    private void DrawSlip(PdfPage paper, PrintedBook book, int page, float left, float top)
    {
        var (from, to) = (left + Binding, left + SlipWidth - Mm(5));
        paper.Rectangle(left, top, SlipWidth, SlipHeight, 0.4f, CutGray);
        paper.Text(words.Head, from, top + Mm(4.6f), 8);
        paper.Text(texts["Book.Number", book.Number], from, top + Mm(8.4f), 8);
        paper.Text(texts["Book.Page", page], to, top + Mm(8), 12, PdfAlign.Right);
        for (var row = 1; row <= SlipBook.RowCount; row++)
        {
            var line = top + Mm(10 + (8.6f * (row - 1)));
            paper.Line(from, line, to, line, 0.4f, RuleGray);
            paper.Text(drill.Row(DrillKind.Slips, row), from, line + Mm(6.3f), 12);
            paper.Figures(book[page, row].ToString(), to, line + Mm(6.3f), 16);
        }
    }

    private void DrawAnswers(PdfPage paper, PrintedBook book)
    {
        var (right, column, line) = (PdfPage.Width - Mm(15), Mm(30), Mm(9));
        paper.Text(texts["Answers", book.Number], Mm(15), Mm(22), 18);
        paper.Text(texts["Answers.Text"], Mm(15), Mm(30), 10);
        for (var row = 1; row <= SlipBook.RowCount; row++)
            paper.Text(drill.Row(DrillKind.Slips, row), RightOf(row), Mm(42), 11, PdfAlign.Right);
        foreach (var (index, span) in PrintedBook.Spans.Index())
        {
            var top = Mm(45) + (index * line);
            paper.Line(Mm(15), top, right, top, 0.5f, RuleGray);
            paper.Text(words.Pages(span), Mm(15), top + Mm(6), 10.5f);
            for (var row = 1; row <= SlipBook.RowCount; row++)
                paper.Figures(book.Total(span, row).ToString(), RightOf(row), top + Mm(6), 10.5f);
        }

        float RightOf(int row) => right - ((SlipBook.RowCount - row) * column);
    }

    private static float Mm(float length) => PdfPage.Millimeters(length);
}
