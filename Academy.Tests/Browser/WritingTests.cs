using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A trainer writes, makes a quiz of it and publishes; an employee finds it.</summary>
public sealed class WritingTests(Classroom room) : IClassFixture<Classroom>
{
    private const string Quiz = "反假货币晨会三问";

    [Fact]
    public async Task Three_questions_by_keyboard_alone_become_a_quiz_that_employees_see()
    {
        var bank = await room.AddBankAsync("morning", "晨会题库");
        await using var visit = await room.EnterAsync(Device.CounterPc, "T0001");
        var page = visit.Page;

        await visit.GoAsync($"/authoring/banks/{bank}/questions/new");
        await WriteAsync(page, "发现一张假币，先做什么？", "当面盖章", "退还客户", "打电话报警");
        await WriteAsync(page, "谁来收缴假币？", "两名以上业务人员", "一名柜员", "大堂经理");
        await WriteAsync(page, "收缴后交给客户什么？", "收缴凭证", "存款回单", "致歉信函");
        Assert.Equal(3, await room.App.InStoreAsync(db => db.QuestionVersions.InForce().CountAsync(v => v.Question.BankId == bank)));

        await visit.GoAsync("/authoring/quizzes/new?bank=morning");
        await page.FillAsync("#Title", Quiz);
        await page.FillAsync("#Section0-Draw", "3");
        await page.FillAsync("#PassPoints", "10");
        await Button(page, "保存").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "预览" }).ClickAsync();
        await Expect(page.Locator(".sample .question")).ToHaveCountAsync(3);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "发布" }).ClickAsync();
        await Button(page, "发布").ClickAsync();
        await Expect(page.GetByText("已发布")).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);

        await using var employee = await room.EnterAsync(Device.CounterPc, "E0007");
        await employee.GoAsync("/quizzes");
        await employee.Page.GetByRole(AriaRole.Link, new() { Name = Quiz }).First.ClickAsync();
        await Expect(employee.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Quiz);
    }

    [Fact]
    public async Task The_key_of_a_single_choice_is_one_and_advice_follows_the_typing()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc, "T0001");
        await visit.GoAsync("/authoring/banks/1/questions/new");
        var page = visit.Page;

        await page.FillAsync("#Question_Stem", "下列说法错误的是？");
        await page.Locator("#Question_Options_0__Text").FocusAsync();
        await page.Keyboard.PressAsync("Alt+Enter");
        await page.Locator("#Question_Options_1__Text").FocusAsync();
        await page.Keyboard.PressAsync("Alt+Enter");

        await Expect(page.Locator(".tick :checked")).ToHaveCountAsync(1);
        await Expect(page.Locator("#Question_Stem-advice")).ToContainTextAsync("容易看漏");
        await Expect(page.Locator("#preview .stem")).ToHaveTextAsync("下列说法错误的是？");
        Assert.Empty(visit.Faults);
    }

    private static async Task WriteAsync(IPage page, string stem, string key, params string[] wrong)
    {
        await Expect(page.Locator("#key-help")).ToBeVisibleAsync();
        await Expect(page.Locator("#Question_Stem")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync(stem);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.InsertTextAsync(key);
        foreach (var text in wrong)
        {
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.InsertTextAsync(text);
        }

        await Expect(page.Locator("#preview .option")).ToHaveCountAsync(1 + wrong.Length);
        await Expect(page.Locator("#preview .stem")).ToHaveTextAsync(stem);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#Question_Stem")).ToHaveValueAsync("");
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
