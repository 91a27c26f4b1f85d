using Academy.Domain.People;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Search;

public sealed class SearchPageTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    [Fact]
    public async Task A_lesson_is_found_with_its_clause_and_what_was_searched_for_is_marked()
    {
        var page = await (await academy.App.SignInAsync("E0042")).GetPageAsync("/search?q=投诉");

        var find = page.QuerySelector(".finds li")!;
        Assert.StartsWith("/courses/", find.QuerySelector("h2 a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("投诉", find.QuerySelectorAll("mark").Select(mark => mark.TextContent));
    }

    [Theory]
    [InlineData("E0042", "")]
    [InlineData("J0001", "")]
    [InlineData("U0001", "")]
    [InlineData("T0001", "课程 试题")]
    [InlineData("B0001", "课程 人员")]
    [InlineData("A0001", "课程 试题 人员")]
    public async Task Each_role_has_its_own_places(string number, string places)
    {
        var page = await (await academy.App.SignInAsync(number)).GetPageAsync("/search?q=客户");

        Assert.Equal(places, string.Join(' ', page.QuerySelectorAll("main .segmented a").Select(a => a.FirstChild!.TextContent.Trim())));
    }

    [Theory]
    [InlineData("questions")]
    [InlineData("people")]
    [InlineData("nowhere")]
    public async Task Asking_for_a_place_that_is_not_open_gives_lessons(string place)
    {
        var page = await (await academy.App.SignInAsync("E0042")).GetPageAsync($"/search?q=收缴&in={place}");

        Assert.NotEmpty(page.QuerySelectorAll(".finds h2 a"));
        Assert.All(
            page.QuerySelectorAll(".finds h2 a"),
            a => Assert.StartsWith("/courses/", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_branch_head_finds_those_of_the_branch_and_below_it_and_nobody_else()
    {
        var expected = await academy.App.InStoreAsync(async db =>
        {
            var path = await db.Employees.Numbered("B0001").Select(e => e.Branch.Path).SingleAsync();
            return await db.Employees.Within(path).Where(e => e.UserName!.StartsWith("E00")).CountAsync();
        });
        Assert.InRange(expected, 1, 98);

        var page = await (await academy.App.SignInAsync("B0001")).GetPageAsync("/search?q=e00&in=people");

        Assert.Equal($"{expected}", page.QuerySelector("main .segmented [aria-current] .number")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".finds h2 a"));
    }

    [Theory]
    [InlineData("许可盈")]
    [InlineData("可盈")]
    [InlineData("E0001")]
    [InlineData("ｅ0001")]
    [InlineData("xuke")]
    [InlineData("Xu KEYING")]
    public async Task Somebody_is_found_by_name_number_and_pinyin(string typed)
    {
        var person = await academy.App.InStoreAsync(db => db.Employees.Numbered("E0001").SingleAsync());
        Assert.Equal(("许可盈", "xu keying"), (person.Name, person.PinyinKey));

        var page = await (await academy.App.SignInAsync("A0001")).GetPageAsync($"/search?q={Uri.EscapeDataString(typed)}&in=people");

        Assert.Contains("/admin/people/E0001", page.QuerySelectorAll(".finds h2 a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task What_is_typed_stays_text_on_the_page()
    {
        var page = await (await academy.App.SignInAsync("A0001")).GetPageAsync(
            $"/search?q={Uri.EscapeDataString("<script>alert(1)</script>\"")}");

        Assert.Equal("<script>alert(1)</script>\"", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("page=-4")]
    [InlineData("page=99999")]
    [InlineData("page=two")]
    public async Task A_page_that_does_not_exist_is_the_nearest_one(string paging)
    {
        var page = await (await academy.App.SignInAsync("A0001")).GetPageAsync($"/search?q=客&{paging}");

        Assert.NotEmpty(page.QuerySelectorAll(".finds li"));
    }

    [Fact]
    public async Task Long_lists_have_pages()
    {
        var client = await academy.App.SignInAsync("A0001");

        var first = await client.GetPageAsync("/search?q=客&in=lessons");
        var second = await client.GetPageAsync("/search?q=客&in=lessons&page=2");

        Assert.Equal(20, first.QuerySelectorAll(".finds li").Length);
        Assert.Empty(Titles(first).Intersect(Titles(second)));
    }

    [Theory]
    [InlineData("/search", "想找哪一条")]
    [InlineData("/search?q=%20", "想找哪一条")]
    [InlineData("/search?q=没有这样的内容", "没有找到")]
    public async Task An_empty_page_says_how_to_go_on(string address, string title)
    {
        var page = await (await academy.App.SignInAsync("E0042")).GetPageAsync(address);

        Assert.Equal(title, page.QuerySelector(".empty h2")!.TextContent);
    }

    private static IEnumerable<string?> Titles(IParentNode page) =>
        page.QuerySelectorAll(".finds h2 a").Select(a => a.GetAttribute("href"));
}
