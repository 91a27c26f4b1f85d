using Academy.Domain.Competitions.Drills;

namespace Academy.Tests.Competitions;

/// <summary>How a book of slips lies on paper, and by which number it is known.</summary>
public sealed class PrintedBookTests
{
    [Fact]
    public void What_lies_at_one_place_of_all_sheets_is_ten_pages_in_a_row()
    {
        var sheets = Enumerable.Range(1, PrintedBook.SheetCount).Select(sheet => PrintedBook.PagesOn(sheet).ToList()).ToList();

        var piles = Enumerable.Range(0, PrintedBook.Columns * PrintedBook.Rows).SelectMany(place => sheets.Select(sheet => sheet[place]));

        Assert.Equal(Enumerable.Range(1, SlipBook.PageCount), piles);
    }

    [Fact]
    public void The_answers_are_the_sums_of_every_20_pages_and_of_all()
    {
        var (printed, book) = (new PrintedBook((int)Typist.Seed), new SlipBook(Typist.Seed));

        Assert.Equal([(1, 20), (21, 20), (41, 20), (61, 20), (81, 20), (1, 100)], PrintedBook.Spans);
        Assert.All(PrintedBook.Spans, span => Assert.All(
            Enumerable.Range(1, SlipBook.RowCount),
            row => Assert.Equal(
                Enumerable.Range(span.FirstPage, span.PageCount).Sum(page => book[page, row].Fen), printed.Total(span, row).Fen)));
        Assert.Equal("30,126,479.13", printed.Total((1, 100), 2).ToString());
    }

    [Theory]
    [InlineData("482913", 482913)]
    [InlineData(" ４８２９１３ ", 482913)]
    [InlineData("000001", 1)]
    [InlineData("999999999", 999_999_999)]
    public void A_number_is_read_as_it_is_typed(string written, int number) => Assert.Equal(number, PrintedBook.NumberOf(written));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("48a")]
    [InlineData("4,829")]
    [InlineData("48 29")]
    [InlineData("四八")]
    [InlineData("1000000000")]
    [InlineData("99999999999999999999")]
    public void What_no_book_has_for_a_number_is_none(string written) => Assert.Null(PrintedBook.NumberOf(written));

    [Fact]
    public void A_new_book_has_a_number_of_six_digits() =>
        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(PrintedBook.NewNumber(), 100_000, 999_999));
}
