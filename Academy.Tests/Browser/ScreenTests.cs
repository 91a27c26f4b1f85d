using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>What stands around every page: menu, language, appearance, and the sheets of the phone.</summary>
public sealed class ScreenTests(Classroom room) : IClassFixture<Classroom>
{
    private const string Lesson = "/courses/professional-ethics/customers";

    [Fact]
    public async Task A_change_of_language_or_appearance_keeps_the_page()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc, "E0042");
        var page = visit.Page;
        var menu = page.Locator(".person-menu summary");

        await visit.GoAsync(Lesson);
        await menu.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await menu.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(Lesson) + "$"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Courses" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_language_is_changed_before_signing_in_and_the_destination_stays()
    {
        await using var visit = await room.EnterAsync(Device.Phone);

        await visit.GoAsync(Lesson);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await visit.Page.GetByLabel("Employee number").FillAsync("E0042");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        await visit.Page.FillInSignInAsync("E0042");

        await Expect(visit.Page).ToHaveURLAsync(new Regex(Regex.Escape(Lesson) + "$"));
    }

    [Fact]
    public async Task Escape_closes_the_menu_and_gives_the_focus_back()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc, "E0042");
        await visit.GoAsync("/");
        var menu = visit.Page.Locator(".person-menu");

        await menu.Locator("summary").PressAsync("Enter");
        await Expect(menu.GetByRole(AriaRole.Link, new() { Name = "修改密码" })).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(menu.GetByRole(AriaRole.Link, new() { Name = "修改密码" })).ToBeHiddenAsync();
        await Expect(menu.Locator("summary")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_contents_open_and_close_and_lead_to_a_clause(bool hasScript)
    {
        await using var visit = await room.EnterAsync(Device.Phone with { HasScript = hasScript }, "E0042");
        var page = visit.Page;
        var contents = page.GetByRole(AriaRole.Navigation, new() { Name = "本课目录" });
        await visit.GoAsync(Lesson);
        await Expect(contents).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "目录", Exact = true }).ClickAsync();
        await contents.GetByRole(AriaRole.Link, new() { Name = "关闭" }).ClickAsync();
        await Expect(contents).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "目录", Exact = true }).ClickAsync();
        await contents.GetByRole(AriaRole.Link, new() { Name = "监管规避" }).ClickAsync();

        await Expect(contents).ToBeHiddenAsync();
        await Expect(page.Locator("#no-evasion").GetByRole(AriaRole.Heading)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_password_can_be_looked_at_while_it_is_typed()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc);
        await visit.GoAsync("/account/login");
        var password = visit.Page.GetByLabel("密码", new() { Exact = true });

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "显示" }).ClickAsync();
        await Expect(password).ToHaveAttributeAsync("type", "text");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "隐藏" }).ClickAsync();
        await Expect(password).ToHaveAttributeAsync("type", "password");
    }
}
