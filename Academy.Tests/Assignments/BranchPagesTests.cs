using System.Net;
using Academy.Domain.Letters;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Academy.Tests.Assignments;

/// <summary>B0001 is head of branch 100 with the outlets 101 to 103, B0002 of branch 200.</summary>
public sealed class BranchPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Subject = "course-professional-ethics";

    [Fact]
    public async Task A_head_sees_the_own_branch_alone()
    {
        var page = await (await academy.App.SignInAsync("B0001")).GetPageAsync("/branch");
        var rows = page.QuerySelectorAll(".matrix tbody th").Select(th => th.TextContent).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.StartsWith("城关支行", row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/branch?at=200")]
    [InlineData("/branch?at=000")]
    [InlineData("/branch?unit=201&subject=course-professional-ethics")]
    [InlineData("/branch/people?unit=200")]
    [InlineData("/branch/coverage.xlsx?at=201")]
    [InlineData("/branch?at=nowhere")]
    public async Task Another_branch_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await academy.App.SignInAsync("B0001")).GetAsync(address)).StatusCode);

    [Fact]
    public async Task An_administrator_goes_down_the_tree_from_the_head_office()
    {
        var client = await academy.App.SignInAsync("A0001");
        var page = await client.GetPageAsync("/branch");
        var down = page.QuerySelectorAll(".matrix tbody th a").Single(a => a.TextContent == "鹤坪支行").GetAttribute("href")!;
        Assert.Contains(
            (await client.GetPageAsync(down)).QuerySelectorAll(".matrix tbody th"),
            th => th.TextContent.Contains("鹤坪支行老街分理处", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cell_names_who_is_missing_and_nobody_else()
    {
        var page = await (await academy.App.SignInAsync("B0001")).GetPageAsync($"/branch?unit=102&own=false&subject={Subject}");
        var missing = await academy.App.MissingAsync("102");

        Assert.Equal(
            missing.Select(e => e.Name).Order(),
            page.QuerySelectorAll("#missing .missing-name b").Select(b => b.TextContent).Order());
    }

    [Fact]
    public async Task Nobody_nudges_in_another_branch()
    {
        var answer = await (await academy.App.SignInAsync("B0002")).PostFormAsync(
            "/branch", "/branch/nudges", ("unit", "102"), ("subject", Subject));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, await academy.App.InStoreAsync(db => db.Letters.CountAsync()));
    }

    [Fact]
    public async Task An_auditor_looks_and_finds_no_button_to_nudge()
    {
        var page = await (await academy.App.SignInAsync("U0001")).GetPageAsync($"/branch?unit=100&subject={Subject}");

        Assert.NotEmpty(page.QuerySelectorAll("#missing .missing-name"));
        Assert.Empty(page.QuerySelectorAll("form[action='/branch/nudges']"));
    }

    [Fact]
    public async Task People_are_found_by_name_number_and_pinyin()
    {
        var client = await academy.App.SignInAsync("B0001");
        foreach (var search in new[] { "许可盈", "e0001", "xu keying" })
        {
            Assert.Contains(
                (await client.GetPageAsync($"/branch/people?q={search}")).QuerySelectorAll("tbody th b"),
                b => b.TextContent == "许可盈");
        }

        Assert.Empty((await client.GetPageAsync("/branch/people?q=李闻钰")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_workbook_has_every_unit_and_everybody_who_is_missing()
    {
        var bytes = await (await academy.App.SignInAsync("B0001")).GetByteArrayAsync("/branch/coverage.xlsx");
        using var stream = new MemoryStream(bytes);
        Assert.Equal(["学习覆盖", "未完成人员"], stream.GetSheetNames());
        var units = stream.Query(useHeaderRow: true, sheetName: "学习覆盖").Cast<IDictionary<string, object?>>().ToList();
        var missing = stream.Query(useHeaderRow: true, sheetName: "未完成人员").Cast<IDictionary<string, object?>>().ToList();

        Assert.Equal(["100", "101", "102", "103"], units.Select(u => u["机构号"]));
        Assert.Equal(
            (await academy.App.MissingAsync("100")).Select(e => e.Number).Order(),
            missing.Where(m => (string?)m["学习任务"] == "从业人员职业操守").Select(m => (string)m["工号"]!).Order());
    }
}
