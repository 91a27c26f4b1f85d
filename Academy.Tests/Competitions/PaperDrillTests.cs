using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Files.Pdf;
using Academy.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>Practice on printed slips: the book on paper is the book on the screen, and one's own book makes no personal best.</summary>
public sealed partial class PaperDrillTests(SharedAcademy academy, OpenedAcademy opened) : IClassFixture<SharedAcademy>
{
    private const string BookAddress = "/drills/slips/books/20261124";

    private static readonly SlipBook Book = new(Seed);

    private AcademyApp App => academy.App;

    [Fact]
    public async Task The_printed_book_has_the_amounts_and_sums_of_the_book_on_the_screen()
    {
        Assert.SkipUnless(App.Services.GetRequiredService<PdfPress>().HasFont, "There is no font with Chinese here.");
        var person = await App.SignInAsync("E0061");
        await person.GetAsync($"{BookAddress}?format=pdf");
        var start = Stopwatch.GetTimestamp();

        var answer = await person.GetAsync($"{BookAddress}?format=pdf");
        var file = await answer.Content.ReadAsByteArrayAsync();

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"a book: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, {file.Length / 1024} KB");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
        var sheets = pdf.GetPages().Select(page => page.Text).ToList();
        Assert.Equal(PrintedBook.SheetCount + 1, sheets.Count);
        var slips = sheets.SkipLast(1).SelectMany(sheet => Slip().Matches(sheet)).ToDictionary(
            slip => int.Parse(slip.Groups["page"].Value, CultureInfo.InvariantCulture),
            slip => slip.Groups["amount"].Captures.Select(amount => amount.Value));
        Assert.Equal(Enumerable.Range(1, SlipBook.PageCount), slips.Keys.Order());
        Assert.All(slips, slip => Assert.Equal(Rows.Select(row => Book[slip.Key, row].ToString()), slip.Value));
        Assert.Equal(Totals, Amounts().Matches(sheets[^1]).Select(amount => amount.Value));
        Assert.All(sheets, sheet => Assert.Contains("本号 20261124", sheet));
    }

    [Fact]
    public async Task The_print_view_has_the_same()
    {
        var page = await (await App.SignInAsync("T0001")).GetPageAsync(BookAddress);

        var slips = page.QuerySelectorAll(".cut-slip").ToDictionary(
            slip => int.Parse(slip.GetAttribute("data-page")!, CultureInfo.InvariantCulture),
            slip => slip.QuerySelectorAll(".amount").Select(amount => amount.TextContent));
        Assert.Equal(Enumerable.Range(1, SlipBook.PageCount), slips.Keys.Order());
        Assert.All(slips, slip => Assert.Equal(Rows.Select(row => Book[slip.Key, row].ToString()), slip.Value));
        Assert.Equal(Totals, page.QuerySelectorAll(".slip-answers td").Select(cell => cell.TextContent));
        Assert.StartsWith("青岚农商银行", page.QuerySelector(".cut-slip-head")!.TextContent);
    }

    [Fact]
    public async Task Without_a_font_the_print_view_stands_in_and_says_why()
    {
        await using var app = new AcademyApp(opened, adjust: services =>
            services.Replace(ServiceDescriptor.Singleton(new PdfPress(() => null))));

        var page = await (await app.SignInAsync("E0061")).GetPageAsync($"{BookAddress}?format=pdf");

        Assert.Contains("没有中文字体", page.QuerySelector(".message.warn")!.TextContent);
        Assert.Equal(100, page.QuerySelectorAll(".cut-slip").Length);
        Assert.Null(page.QuerySelector(".page-actions"));
    }

    [Theory]
    [InlineData("/drills/slips/books/0")]
    [InlineData("/drills/slips/books/1000000000")]
    [InlineData("/drills/slips/books/x")]
    [InlineData("/drills/slips/books/5?format=docx")]
    public async Task What_is_no_book_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await App.SignInAsync("E0061")).GetAsync(address)).StatusCode);

    [Fact]
    public async Task A_run_on_a_printed_book_asks_for_its_amounts_and_can_hide_them()
    {
        var person = await App.SignInAsync("E0062");

        var answer = await person.PostFormAsync("/drills/slips-sums-600", "/drills/slips-sums-600", ("Book", "２０２６１１２４"));
        var page = await person.GetPageAsync(answer.Headers.Location!.ToString());

        Assert.Contains($"\"{Book[1, 1]}\"", page.QuerySelector("#run")!.GetAttribute("data-work"));
        Assert.Contains("本号 20261124", page.QuerySelector(".from-paper")!.TextContent);
        Assert.True(page.QuerySelector("#from-paper")!.HasAttribute("checked"));
        var other = await person.PostFormAsync("/drills", "/drills/keypad-lines-300", ("Book", "5"));
        Assert.Null((await person.GetPageAsync(other.Headers.Location!.ToString())).QuerySelector("#from-paper"));
    }

    [Theory]
    [InlineData("zh-CN", "12ab", "最多九位的数字")]
    [InlineData("zh-CN", "", "最多九位的数字")]
    [InlineData("en", "1000000000", "up to nine digits")]
    public async Task A_number_that_no_book_has_is_told_at_its_field(string language, string typed, string words)
    {
        var person = await App.SignInAsync("E0063");
        await person.PostFormAsync("/", "/preferences/language", ("language", language));

        var page = await (await person.PostFormAsync("/drills/slips-sums-600", "/drills/slips-sums-600", ("Book", typed))).ReadPageAsync();

        var field = page.QuerySelector("#Book")!;
        Assert.Equal((typed, "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
        Assert.Contains(words, page.QuerySelector("#Book-error")!.TextContent);
    }

    [Fact]
    public async Task A_result_on_ones_own_book_says_that_it_is_no_personal_best()
    {
        var terms = SlipSums with { IsOwnBook = true };
        var run = await App.InStoreAsync(db => db.KeyDrillAsync(App.Clock, "E0064", terms, Hit(KeysOf(terms, 2), 5, seed: 64)));
        var person = await App.SignInAsync("E0064");

        var page = await person.GetPageAsync($"/drills/runs/{run}/result");

        Assert.Equal("2", page.QuerySelector("[data-score]")!.GetAttribute("data-score"));
        Assert.Contains("本号 20261124", page.QuerySelector(".result-text .message")!.TextContent);
        Assert.Null(page.QuerySelector(".score-verdict"));
        Assert.Equal("自选传票", (await person.GetPageAsync("/drills")).QuerySelector("tbody .tag")!.TextContent);
    }

    private static IEnumerable<int> Rows => Enumerable.Range(1, SlipBook.RowCount);

    private static IEnumerable<string> Totals =>
        from span in PrintedBook.Spans
        from row in Rows
        select Book.Total(new SlipRow(span.FirstPage, span.PageCount, row)).ToString();

    [GeneratedRegex(@"第 (?<page>\d+) 页(?:（[一二三四五]）(?<amount>[\d,]+\.\d\d)){5}")]
    private static partial Regex Slip();

    [GeneratedRegex(@"[\d,]+\.\d\d")]
    private static partial Regex Amounts();
}
