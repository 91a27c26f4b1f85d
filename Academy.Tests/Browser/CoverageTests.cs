using System.Text.RegularExpressions;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>The head of branch 100 sees who is missing, nudges them, and they hear of it.</summary>
public sealed class CoverageTests(Classroom room) : IClassFixture<Classroom>
{
    private const string Outlet = "城关支行南门分理处";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_is_missing_in_a_cell_is_nudged_and_finds_it_in_the_inbox(bool onPhone)
    {
        await using var visit = await room.EnterAsync(onPhone ? Device.Phone : Device.CounterPc, "B0001");
        var page = visit.Page;
        await visit.GoAsync("/branch");
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new($"^{Outlet}") })
            .Locator($".cell[href*=course-{(onPhone ? "counterfeit-currency" : "professional-ethics")}]").ClickAsync();

        var missing = page.GetByRole(AriaRole.Region, new() { NameRegex = new("^还缺 [0-9]+ 人$") });
        await Expect(missing).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
        var names = await missing.Locator(".missing-name b").AllInnerTextsAsync();
        Assert.NotEmpty(names);
        await missing.GetByRole(AriaRole.Button, new() { Name = $"提醒这 {names.Count} 人" }).ClickAsync();
        await Expect(page.GetByText($"已提醒 {names.Count} 人").First).ToBeVisibleAsync();
        await Expect(missing).ToContainTextAsync("今天已提醒");
        Assert.Empty(visit.Faults);

        await HearOfItAsync(
            await room.App.InStoreAsync(db => db.Employees.Where(e => e.Name == names[0]).Select(e => e.UserName!).SingleAsync()));
    }

    [Fact]
    public async Task An_administrator_goes_down_from_the_bank_to_the_people_of_an_outlet()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc, "A0001");
        var page = visit.Page;
        await visit.GoAsync("/branch");

        await page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new("^城关支行") }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("城关支行学习覆盖");
        await page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new($"^{Outlet}") }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"{Outlet}学习覆盖");
        await page.GetByRole(AriaRole.Link, new() { Name = "青岚农商银行总行" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("青岚农商银行总行学习覆盖");
    }

    private async Task HearOfItAsync(string number)
    {
        await using var visit = await room.EnterAsync(Device.Phone, number);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { NameRegex = new("[1-9]") }).ClickAsync();
        var letter = page.Locator(".letters").GetByRole(AriaRole.Button).First;
        await Expect(letter).ToContainTextAsync("韩");
        await letter.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/courses/[a-z-]+$"));
    }
}
