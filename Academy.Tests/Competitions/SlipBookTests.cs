using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Academy.Domain.Competitions.Drills;
using CsCheck;

namespace Academy.Tests.Competitions;

/// <summary>A book, its tasks and its sums follow from the seed alone, the same for years.</summary>
public sealed class SlipBookTests
{
    private static readonly SlipBook Book = new(Typist.Seed);

    [Fact]
    public void The_generator_gives_the_numbers_that_were_published_for_it()
    {
        var lot = new SplitMix(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => lot.Next()));
    }

    [Theory]
    [InlineData(1, "3,833.79", "363,492.87", "57.90", "72.94", "48.63")]
    [InlineData(2, "5,747,216.34", "9,823.21", "21,024.42", "76.12", "606.26")]
    [InlineData(100, "2,536.91", "5,718.99", "71.55", "65,808.66", "80,601.73")]
    public void A_page_is_the_same_for_years(int page, params string[] amounts) =>
        Assert.Equal(amounts, Enumerable.Range(1, SlipBook.RowCount).Select(row => Book[page, row].ToString()));

    [Fact]
    public void Every_amount_of_a_book_is_the_same_for_years()
    {
        var amounts = from page in Enumerable.Range(1, SlipBook.PageCount)
                      from row in Enumerable.Range(1, SlipBook.RowCount)
                      select Book[page, row].Keys;

        Assert.Equal(
            "4342989d7f33476dd5c4ac53bc7192e0e6c0b9d555c4546c6e9dbd6ae4b5b3a5",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', amounts)))));
    }

    [Fact]
    public void The_tasks_of_a_book_and_their_sums_are_the_same_for_years()
    {
        (SlipRow, string)[] known =
        [
            (new SlipRow(30, 20, 3), "14,985,651.63"), (new SlipRow(38, 20, 1), "542,410.33"), (new SlipRow(60, 20, 5), "7,679,986.56"),
            (new SlipRow(20, 20, 1), "1,588,366.96"),
        ];

        Assert.Equal(known, Book.Sums().Take(4).Select(row => (row, Book.Total(row).ToString())));
        Assert.Equal((new SlipRow(1, 100, 2), "30,126,479.13"), (Book.Whole(), Book.Total(Book.Whole()).ToString()));
    }

    [Fact]
    public void A_sum_is_what_the_amounts_come_to_as_they_are_written() => Gen.Long.Sample(seed =>
    {
        var book = new SlipBook(seed);
        foreach (var row in book.Sums().Take(30).Append(book.Whole()))
        {
            Assert.InRange(row.FirstPage, 1, SlipBook.PageCount - row.PageCount + 1);
            Assert.InRange(row.Row, 1, SlipBook.RowCount);
            var written = row.Pages.Sum(page => decimal.Parse(book[page, row.Row].ToString(), CultureInfo.InvariantCulture));
            Assert.Equal(written.ToString("#,##0.00", CultureInfo.InvariantCulture), book.Total(row).ToString());
        }
    }, iter: 100);

    [Fact]
    public void Amounts_have_four_to_nine_digits_as_often_as_is_declared()
    {
        var digits = Enumerable.Range(0, 40)
            .SelectMany(seed => Enumerable.Range(1, 100).Select(page => new SlipBook(seed)[page, 1].Keys.Length - 1))
            .CountBy(length => length)
            .ToDictionary(length => length.Key, length => length.Value / 40.0);

        Assert.Equal([4, 5, 6, 7, 8, 9], digits.Keys.Order());
        foreach (var (length, share) in new[] { (4, 10), (5, 20), (6, 28), (7, 22), (8, 13), (9, 7) })
            Assert.InRange(digits[length], share - 2.5, share + 2.5);
    }

    [Fact]
    public void What_is_keyed_for_an_amount_is_read_as_that_amount() =>
        Gen.Long[0, 999_999_999_99].Sample(fen => Assert.Equal(new Amount(fen), Amount.Keyed(new Amount(fen).Keys)));

    [Theory]
    [InlineData("", 0)]
    [InlineData(".", 0)]
    [InlineData("7", 700)]
    [InlineData("7.", 700)]
    [InlineData("7.5", 750)]
    [InlineData(".05", 5)]
    [InlineData("007.50", 750)]
    public void An_amount_may_be_keyed_in_short(string typed, long fen) => Assert.Equal(new Amount(fen), Amount.Keyed(typed));
}
