using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A word of two characters leads to the lesson or clause that has it.</summary>
public sealed class SearchTests(Classroom room) : IClassFixture<Classroom>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_word_of_two_characters_is_found_marked_and_leads_to_its_lesson(bool onPhone)
    {
        await using var visit = await room.EnterAsync(onPhone ? Device.Phone : Device.CounterPc, "E0042");
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "搜索" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("收缴");
        await page.Keyboard.PressAsync("Enter");

        var find = page.GetByRole(AriaRole.Region, new() { Name = "找到的内容" }).GetByRole(AriaRole.Listitem).First;
        var mark = find.Locator("mark").First;
        await Expect(mark).ToHaveTextAsync("收缴");
        await Expect(mark).Not.ToHaveCSSAsync("background-color", "rgba(0, 0, 0, 0)");
        await find.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/courses/[a-z-]+/[a-z0-9-]+(#[a-z0-9-]+)?$"));
        await Expect(page.Locator(".lesson-body")).ToContainTextAsync("收缴");
        Assert.Empty(visit.Faults);
    }
}
