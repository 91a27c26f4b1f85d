using System.Globalization;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>What is found in a bank, through the door.</summary>
public sealed class BankListTests(StockedBank stock) : IClassFixture<StockedBank>
{
    [Theory]
    [InlineData("", 45)]
    [InlineData("q=GM-007", 1)]
    [InlineData("q=收缴+假币", 45)]
    [InlineData("q=第+12+问", 1)]
    [InlineData("q=没有这样的内容", 0)]
    [InlineData("difficulty=3", 15)]
    [InlineData("type=Essay", 0)]
    [InlineData("state=Draft", 45)]
    [InlineData("state=Approved", 0)]
    [InlineData("tag=四季度&difficulty=1", 7)]
    [InlineData("want=Explanation", 1)]
    [InlineData("want=Clause", 1)]
    [InlineData("want=ClauseCheck", 0)]
    [InlineData("category=0", 45)]
    [InlineData("category=999", 0)]
    public async Task Questions_are_found(string query, int number)
    {
        var page = await stock.Trainer.GetPageAsync($"{stock.Address}?{query}");

        Assert.Equal(Math.Min(20, number), page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(query.Length > 0, page.QuerySelector(".chips") is not null);
        if (number > 0) Assert.Contains($"{number}", page.QuerySelector(".table-foot")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chip_takes_its_filter_out_and_leaves_the_others()
    {
        var page = await stock.Trainer.GetPageAsync($"{stock.Address}?difficulty=3&tag=四季度");

        Assert.Equal(
            [$"{stock.Address}?tag=四季度", $"{stock.Address}?difficulty=3"],
            page.QuerySelectorAll(".chip").Select(chip => Uri.UnescapeDataString(chip.GetAttribute("href")!)));
    }

    [Fact]
    public async Task The_search_leads_to_the_question()
    {
        var page = await stock.Trainer.GetPageAsync("/search?q=第 12 问&in=questions");

        var id = await stock.App.InStoreAsync(db => db.Questions.Where(q => q.Key == "GM-012").Select(q => q.Id).SingleAsync());
        Assert.Equal($"/authoring/questions/{id}", page.QuerySelector(".finds h2 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Similar_questions_stand_beside_each_other()
    {
        var page = await stock.Trainer.GetPageAsync($"{stock.Address}/similar");

        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Equal(2, row.QuerySelectorAll("a").Length));
    }

    [Fact]
    public async Task Of_a_bank_that_is_too_large_the_newest_questions_are_compared()
    {
        var (questions, wordings) = await stock.App.InStoreAsync(async db =>
            await db.WordingsAsync(long.Parse(stock.Address.Split('/')[^1], CultureInfo.InvariantCulture), default, most: 2));

        Assert.Equal(questions.Order(), questions);
        Assert.Equal(["第 44 问", "第 45 问"], wordings.Select(wording => wording[..6]));
    }
}
