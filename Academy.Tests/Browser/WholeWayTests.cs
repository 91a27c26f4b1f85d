using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>From the door to the clause behind a missed question, found as a person finds it.</summary>
public sealed partial class WholeWayTests(Classroom room) : IClassFixture<Classroom>
{
    private const int Questions = 20;

    [Fact]
    public async Task Somebody_reads_a_lesson_takes_the_quiz_and_goes_back_to_a_missed_clause()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc);
        var page = visit.Page;
        await page.Clock.InstallAsync();

        await SignInAsync(page, "e0003 ");
        await TakeTheNextStepAsync(page);
        await DecideTheCaseAsync(page);
        await BeRefusedAsync(page);
        await room.ReadAsync(page, TimeSpan.FromMinutes(2));
        await Button(page, "读完了").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/professional-ethics/principles#main$"));

        await Link(page, "从业人员职业操守").ClickAsync();
        await Link(page, "课程测验 80 分").ClickAsync();
        await StartAsync(page);
        await AnswerByMouseAndKeyboardAsync(page);
        await ReloadAsync(page);
        await HandInAsync(page);
        await SeeTheResultAsync(page);
        await GoBackToTheClauseAsync(page);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_same_way_is_open_on_a_phone_without_script()
    {
        await using var visit = await room.EnterAsync(Device.Phone with { HasScript = false });
        var page = visit.Page;

        await SignInAsync(page, "E0090");
        await TakeTheNextStepAsync(page);
        await DecideTheCaseAsync(page);
        await BeRefusedAsync(page);
        room.App.Clock.Advance(TimeSpan.FromMinutes(20));
        await Button(page, "读完了").ClickAsync();
        await Link(page, "去测验").ClickAsync();
        await Button(page, "开始答题").ClickAsync();

        for (var number = 1; number <= Questions; number++) await Options(page, number).First.ClickAsync();
        await Button(page, "保存答案").ClickAsync();
        await Expect(page.GetByText($"已保存，答了 {Questions} 题，共 {Questions} 题")).ToBeVisibleAsync();
        await Expect(Options(page, 7).First.GetByRole(AriaRole.Radio)).ToBeCheckedAsync();
        await Button(page, "交卷").ClickAsync();
        await SeeTheResultAsync(page);
        await GoBackToTheClauseAsync(page);
    }

    private static async Task SignInAsync(IPage page, string number)
    {
        await page.GotoAsync("/");
        await page.FillInSignInAsync(number);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("下午好");
    }

    private static Task TakeTheNextStepAsync(IPage page) => page
        .GetByRole(AriaRole.Region, new() { Name = "从业人员职业操守" }).GetByRole(AriaRole.Link, new() { Name = "继续学习" }).ClickAsync();

    private static async Task DecideTheCaseAsync(IPage page)
    {
        var verdict = page.Locator(".case").First.Locator(".verdict:visible");
        await Expect(verdict).ToHaveCountAsync(0);
        await page.Locator(".case").First.GetByRole(AriaRole.Radio).First.CheckAsync();
        await Expect(verdict).ToHaveCountAsync(1);
    }

    private static async Task BeRefusedAsync(IPage page)
    {
        await Button(page, "读完了").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请再读");
    }

    private static async Task StartAsync(IPage page)
    {
        await Expect(page.GetByText("网络正常")).ToBeVisibleAsync();
        await Expect(page.GetByText("本机可以暂存答案")).ToBeVisibleAsync();
        await Button(page, "开始答题").ClickAsync();
        await Expect(page.GetByText("作答后自动保存")).ToBeVisibleAsync();
    }

    private static async Task AnswerByMouseAndKeyboardAsync(IPage page)
    {
        await Options(page, 1).First.ClickAsync();
        await Expect(SavedState(page)).ToContainTextAsync(SavedAt);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "第 1 题，已保存" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        for (var number = 2; number <= Questions; number++)
        {
            await page.Keyboard.PressAsync(number % 2 == 0 ? "b" : "1");
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("都答完了");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Navigation)).ToContainTextAsync($"{Questions} 题都答了");
    }

    private static async Task ReloadAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "第 7 题，已保存" }).ClickAsync();
        await page.ReloadAsync();
        await Expect(Options(page, 7).First.GetByRole(AriaRole.Radio)).ToBeCheckedAsync();
        await Expect(SavedState(page)).ToContainTextAsync(SavedAt);
        await Expect(page.GetByRole(AriaRole.Navigation)).ToContainTextAsync($"{Questions} 题都答了");
    }

    private static async Task HandInAsync(IPage page)
    {
        await Button(page, "交卷").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "交卷" }).ClickAsync();
    }

    private static async Task SeeTheResultAsync(IPage page)
    {
        await Expect(page).ToHaveURLAsync(new Regex("/attempts/[0-9]+/result$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("合格");
        var score = page.GetByRole(AriaRole.Region, new() { Name = "从业人员职业操守课程测验" });
        await Expect(score).ToHaveAttributeAsync("data-max-score", "100");
        await Expect(score).ToContainTextAsync(Receipt);
    }

    private static async Task GoBackToTheClauseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^回到条款") }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/courses/professional-ethics/[a-z0-9-]+#[a-z0-9-]+$"));
        await Expect(page.Locator(":target").GetByRole(AriaRole.Heading)).ToBeInViewportAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

    private static ILocator Options(IPage page, int number) =>
        page.GetByRole(AriaRole.Group, new() { NameRegex = new($"^第 {number} 题 ") }).Locator("label");

    private static ILocator SavedState(IPage page) => page.GetByRole(AriaRole.Status).Filter(new() { HasTextRegex = SavedAt });

    [GeneratedRegex("已保存 [0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex SavedAt { get; }

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}")]
    private static partial Regex Receipt { get; }
}
