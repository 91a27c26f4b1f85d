using System.Net;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>The sheet of a judge on a tablet, and the timer with its calls.</summary>
public sealed class JudgingTests(Classroom room) : IClassFixture<Classroom>
{
    [Fact]
    public async Task A_line_that_is_lost_for_a_minute_loses_nothing_and_the_sheet_is_handed_in_after()
    {
        var contestant = await WaitingAsync("E0031");
        await using var visit = await room.EnterAsync(Device.Phone, "J0001");
        var page = visit.Page;
        await page.Clock.InstallAsync();
        await visit.GoAsync($"/judging/contestants/{contestant}");
        await StepAsync(page, "bundles", 3);
        await Expect(State(page)).ToContainTextAsync("已保存");

        await visit.Window.SetOfflineAsync(true);
        await StepAsync(page, "bundles", 6);
        await page.FillAsync("#item-remainder", "45");
        await StepAsync(page, "untidy", 1);
        await Expect(page.Locator("#score")).ToHaveTextAsync("935 张");
        await Expect(State(page)).ToContainTextAsync("网络断了，先存在本机");
        await page.ClickAsync("#hand-in");
        await page.Clock.RunForAsync(60_000);
        await Expect(State(page)).ToContainTextAsync("网络断了，先存在本机");
        await visit.Window.SetOfflineAsync(false);

        await Expect(State(page)).ToContainTextAsync("已保存");
        Assert.Equal((9, 45, 1), await FiguresAsync(contestant));
        await page.ClickAsync("#hand-in");
        await page.WaitForURLAsync(address => !address.EndsWith($"/{contestant}", StringComparison.Ordinal));
        Assert.True(await room.App.InStoreAsync(db =>
            db.ScoreSheets.HandedIn().AnyAsync(s => s.ContestantId == contestant && s.Revision > 1)));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task What_has_not_been_sent_is_there_again_when_the_page_is_opened_anew()
    {
        var contestant = await WaitingAsync("E0048");
        await using var visit = await EnterAsync(contestant);
        var page = visit.Page;
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await visit.Window.RouteAsync("**/api/judging/**", route => route.AbortAsync());
        await StepAsync(page, "bundles", 8);
        await Expect(State(page)).ToContainTextAsync("先存在本机");
        await page.ReloadAsync();

        await Expect(page.Locator("#item-bundles")).ToHaveValueAsync("8");
        await visit.Window.UnrouteAllAsync();
        await Expect(State(page)).ToContainTextAsync("已保存");
        Assert.Equal((8, 0, 0), await FiguresAsync(contestant));
    }

    [Fact]
    public async Task A_change_elsewhere_is_told_and_the_judge_says_which_stays()
    {
        var contestant = await WaitingAsync("E0055");
        await using var visit = await EnterAsync(contestant);
        var page = visit.Page;
        await ElsewhereAsync(contestant, 7, 5);

        await StepAsync(page, "bundles", 2);
        await Expect(page.Locator("#conflict")).ToBeVisibleAsync();
        await page.ClickAsync("#take-stored");
        await Expect(page.Locator("#item-bundles")).ToHaveValueAsync("7");
        await Expect(page.Locator("#conflict")).ToBeHiddenAsync();

        await ElsewhereAsync(contestant, 9, 9);
        await StepAsync(page, "bundles", 1);
        await Expect(page.Locator("#conflict")).ToBeVisibleAsync();
        await page.ClickAsync("#keep-mine");
        await Expect(State(page)).ToContainTextAsync("已保存");
        await Expect(page.Locator("#conflict")).ToBeHiddenAsync();
        Assert.Equal((8, 0, 0), await FiguresAsync(contestant));
    }

    [Fact]
    public async Task The_last_minute_and_the_last_ten_seconds_are_called_and_then_stop()
    {
        await using var visit = await room.EnterAsync(Device.Phone, "E0061");
        var (page, digits) = (visit.Page, visit.Page.Locator(".count-digits"));
        await page.Clock.InstallAsync();
        await visit.GoAsync("/drills/counting/counting-onefinger-300");
        await visit.Window.SetOfflineAsync(true);
        var call = page.Locator(".count-call");

        await page.ClickAsync("#start");
        await Expect(call).ToHaveTextAsync("预备");
        await page.Clock.RunForAsync(3_100);
        await Expect(call).ToHaveTextAsync("开始");
        await page.Clock.RunForAsync(240_000);
        await Expect(call).ToHaveTextAsync("还剩最后一分钟");
        await page.Clock.RunForAsync(52_000);
        await Expect(call).ToHaveTextAsync("8");
        await Expect(digits).ToHaveTextAsync("00:08");
        await page.Clock.RunForAsync(9_000);
        await Expect(call).ToHaveTextAsync("时间到，停止操作");
        await Expect(digits).ToHaveTextAsync("00:00");
        Assert.Empty(visit.Faults);
    }

    private async Task<Visit> EnterAsync(long contestant)
    {
        var visit = await room.EnterAsync(Device.Phone, "J0001");
        await visit.GoAsync($"/judging/contestants/{contestant}");
        await Expect(State(visit.Page)).ToBeVisibleAsync();
        return visit;
    }

    private static ILocator State(IPage page) => page.Locator("#saved-state");

    private static async Task StepAsync(IPage page, string item, int times)
    {
        for (var i = 0; i < times; i++) await page.Locator($"[data-item={item}] [data-by='1']").ClickAsync();
    }

    private async Task ElsewhereAsync(long contestant, int bundles, int revision)
    {
        var device = await room.App.SignInAsync("J0001");
        var token = (await device.GetPageAsync($"/judging/contestants/{contestant}")).Token();
        var sheet = $$"""{"revision": {{revision}}, "figures": {"bundles": {{bundles}} } }""";
        var answer = await device.PutJsonAsync(token, $"/api/judging/contestants/{contestant}/sheet", sheet);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<(int Bundles, int Remainder, int Untidy)> FiguresAsync(long contestant) => room.App.InStoreAsync(async db =>
    {
        var judge = await db.Employees.Numbered("J0001").Select(e => e.Id).SingleAsync();
        var figures = (await db.ScoreSheets.SingleAsync(s => s.ContestantId == contestant && s.JudgeId == judge)).Values.Figures;
        return (figures.GetValueOrDefault("bundles"), figures.GetValueOrDefault("remainder"), figures.GetValueOrDefault("untidy"));
    });

    private Task<long> WaitingAsync(string number) => room.App.InStoreAsync(async db =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        return await db.Contestants.Entered().Where(c => c.EmployeeId == id && c.JudgedAt == null).Select(c => c.Id).SingleAsync();
    });
}
