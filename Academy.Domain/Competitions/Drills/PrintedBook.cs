using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// A book on paper (纸质传票). A slip of a contest is about 190 by 90 mm; ours are 98 by 55, ten to a sheet of A4, so that a book takes
/// ten sheets and not fifty, with figures as tall as on the large ones. The sheets are cut as one pile: what lies at the same place of
/// all of them is ten pages in a row, and the ten piles one upon the other are the book.
/// </summary>
/// <param name="number">Stands on every slip and is the seed: whoever has it can practice on this book.</param>
public sealed class PrintedBook(int number)
{
    public const int Columns = 2;
    public const int Rows = 5;
    public const int LargestNumber = 999_999_999;
    public const int SheetCount = SlipBook.PageCount / (Columns * Rows);

    /// <summary>What the answer sheet has for each row: the sum of every 20 pages, and of all.</summary>
    public static readonly IReadOnlyList<(int FirstPage, int PageCount)> Spans =
    [
        .. Enumerable.Range(0, SlipBook.PageCount / SlipBook.PagesOfSum)
            .Select(span => (1 + (span * SlipBook.PagesOfSum), SlipBook.PagesOfSum)),
        (1, SlipBook.PageCount),
    ];

    private readonly SlipBook book = new(number);

    public int Number => number;

    /// <summary>Pages and rows are counted from 1.</summary>
    public Amount this[int page, int row] => book[page, row];

    /// <summary>Six digits are soon typed, and there are enough for nobody to meet a book again.</summary>
    public static int NewNumber() => RandomNumberGenerator.GetInt32(100_000, 1_000_000);

    /// <summary>The number that somebody has read off a book; null for what no book can have.</summary>
    public static int? NumberOf(string written)
    {
        var digits = written.Normalize(NormalizationForm.FormKC).Trim();
        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number is > 0 and <= LargestNumber ? number : null;
    }

    /// <summary>The pages that lie on a sheet, from left to right and from the top down; sheets are counted from 1.</summary>
    public static IEnumerable<int> PagesOn(int sheet) =>
        Enumerable.Range(0, Columns * Rows).Select(place => (place * SheetCount) + sheet);

    public Amount Total((int FirstPage, int PageCount) span, int row) => book.Total(new SlipRow(span.FirstPage, span.PageCount, row));
}
