using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A trainer brings questions as they are typed in Word, mends two and has a quiz on them.</summary>
public sealed class QuestionImportTests(Classroom room) : IClassFixture<Classroom>
{
    private const string Quiz = "现金与假币季度测验";
    private const int MostPageLoads = 12;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Thirty_typed_questions_two_of_them_bad_are_a_published_quiz_in_a_few_pages(bool hasScript)
    {
        var (slug, title) = hasScript ? ("typed-bank", Quiz) : ("typed-bank-plain", $"{Quiz}（二）");
        var bank = await room.AddBankAsync(slug, "现金业务题库");
        await using var visit = await room.EnterAsync(Device.CounterPc with { HasScript = hasScript }, "T0001");
        var (page, loads) = (visit.Page, 0);
        page.DOMContentLoaded += (_, _) => loads++;

        await visit.GoAsync($"/authoring/banks/{bank}/import");
        await page.FillAsync("#Pasted", TypedQuestions(hasScript));
        await Button(page, "读出试题").ClickAsync();
        await Expect(Title(page)).ToHaveTextAsync("还有 2 题要改");
        await Expect(Button(page, "导入（还差 2 题）")).ToBeDisabledAsync();
        Assert.Equal(0, await QuestionsOfAsync(bank));

        await page.FillAsync("#row-5-key", "B");
        await page.FillAsync("#row-30-key", "两");
        await Button(page, "核对这 2 题").ClickAsync();
        await Expect(Title(page)).ToHaveTextAsync("可以导入 30 题");
        await Button(page, "导入").ClickAsync();
        await Expect(Title(page)).ToHaveTextAsync("已导入 30 题");
        Assert.Equal(30, await QuestionsOfAsync(bank));

        await visit.GoAsync($"/authoring/quizzes/new?bank={slug}");
        await page.FillAsync("#Title", title);
        await page.FillAsync("#Section0-Draw", "10");
        await page.FillAsync("#PassPoints", "10");
        await Button(page, "保存").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "发布" }).ClickAsync();
        await Button(page, "发布").ClickAsync();
        await Expect(page.GetByText("已发布")).ToBeVisibleAsync();

        Assert.InRange(loads, 1, MostPageLoads);
        Assert.Empty(visit.Faults);
        await using var employee = await room.EnterAsync(Device.Phone, "E0007");
        await employee.GoAsync("/quizzes");
        await Expect(employee.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First).ToBeVisibleAsync();
    }

    /// <summary>20 single choices, of which the fifth has a key that is no option, 9 to be judged, and a gap without a key.</summary>
    private static string TypedQuestions(bool isFirst)
    {
        var day = isFirst ? "上午" : "下午";
        var choices = Enumerable.Range(1, 20).Select(n =>
            $"{n}. {day}第{n}笔业务，收到客户交来的现金，先做什么？（{(n == 5 ? 'E' : 'A')}）\nA．当面点清第{n}笔\nB．先记账第{n}笔\nC．先放进抽屉{n}\nD．请同事代点{n}\n解析：当面点清，再办业务。\n");
        var judged = Enumerable.Range(21, 9).Select(n => $"{n}. {day}第{n}次换班，两人当面交接。（{(n % 2 == 0 ? '×' : '√')}）\n");
        return $"一、单选题（每题 2 分）\n{string.Concat(choices)}二、判断题\n{string.Concat(judged)}三、填空题\n30. {day}收缴假币，要有____名以上业务人员当面办理。\n";
    }

    private Task<int> QuestionsOfAsync(long bank) =>
        room.App.InStoreAsync(db => db.QuestionVersions.InForce().CountAsync(v => v.Question.BankId == bank));

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
