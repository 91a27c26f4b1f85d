using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Passwords are issued by pages that say so.</summary>
public sealed class IssuedPasswordsTests(Classroom room) : IClassFixture<Classroom>
{
    [Fact]
    public async Task Whoever_downloads_the_passwords_is_told_what_happened_and_led_back()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc);
        var page = visit.Page;
        await room.App.InStoreAsync(db => db.Users.Where(e => e.UserName == "E0001")
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, (string?)null)));
        await page.GotoAsync("/account/login");
        await page.FillInSignInAsync("A0001");
        await page.GotoAsync("/admin/people/passwords?branch=100");

        await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "发放并下载表格" }).ClickAsync());

        await Expect(page.Locator("#downloaded")).ToBeFocusedAsync();
        await Expect(page.GetByText("等着发密码")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "回到发放页" }).ClickAsync();
        await Expect(page.GetByText("这里没有人等着发密码")).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }
}
