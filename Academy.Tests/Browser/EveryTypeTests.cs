using Academy.Domain.People;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>
/// From the editor to the marked answer, one type at a time: a trainer writes and marks, an employee answers.
/// The page that makes the quiz asks the same of every type: it is gone through for some, for the others the quiz is simply there.
/// </summary>
public sealed class EveryTypeTests(ExamHall hall) : IClassFixture<ExamHall>
{
    private const string Explanation = "持有人可以在三个工作日内申请鉴定。";

    private static readonly QuestionType[] MadeOnPages = [QuestionType.Cloze, QuestionType.Case];

    public static TheoryData<QuestionType> Types => new(Enum.GetValues<QuestionType>().Except([QuestionType.Description]));

    [Theory, MemberData(nameof(Types))]
    public async Task A_question_is_written_published_answered_and_marked(QuestionType type)
    {
        var (way, bank) = (TypeWays.All[type], $"every-{type}");
        await using var trainer = await hall.EnterAsync(Device.CounterPc, "T0001");
        await WriteAsync(trainer.Page, await hall.AddBankAsync(bank, bank), type, way.Stem, way.WriteAsync);
        await Expect(trainer.Page.GetByText("已保存并启用")).ToBeVisibleAsync();
        var quiz = MadeOnPages.Contains(type) ? await MakeAndPublishAsync(trainer.Page, bank, type) : await AddQuizAsync(bank, type);

        await using var employee = await hall.EnterAsync(Device.CounterPc, "E0081");
        foreach (var reply in new[] { way.Right, way.Missed })
        {
            await TakeAsync(employee.Page, quiz, reply);
            if (reply.Marks is { } marks) await MarkAsync(trainer.Page, quiz, marks);
            await SeeResultAsync(employee.Page, reply.Points);
        }

        await Expect(RightAnswer(employee.Page, way.Key)).ToBeVisibleAsync();
        Assert.Empty(trainer.Faults.Concat(employee.Faults));
    }

    [Fact]
    public async Task A_description_is_written_and_shown_and_never_asked()
    {
        await using var trainer = await hall.EnterAsync(Device.CounterPc, "T0001");

        await WriteAsync(
            trainer.Page, await hall.AddBankAsync("described", "说明题库"), QuestionType.Description, "以下各题以管理办法为准。", _ => Task.CompletedTask);
        await Expect(trainer.Page.GetByText("已保存并启用")).ToBeVisibleAsync();

        await trainer.GoAsync("/authoring/quizzes/new?bank=described");
        await Expect(trainer.Page.GetByLabel("题型", new() { Exact = true })).Not.ToContainTextAsync("说明");
    }

    [Fact]
    public async Task Where_the_bank_demands_it_somebody_else_approves_before_the_quiz_is_published()
    {
        const string Bank = "reviewed";
        var way = TypeWays.All[QuestionType.SingleChoice];
        await using var trainer = await hall.EnterAsync(Device.CounterPc, "T0001");
        await WriteAsync(
            trainer.Page, await hall.AddBankAsync(Bank, "须复核的题库", isReviewed: true), QuestionType.SingleChoice, way.Stem, way.WriteAsync);
        await Expect(trainer.Page.GetByText("已保存并送审")).ToBeVisibleAsync();
        var quiz = await MakeQuizAsync(trainer.Page, Bank, QuestionType.SingleChoice);
        await trainer.GoAsync($"/authoring/quizzes/{quiz}/publication");
        await Expect(trainer.Page.GetByText("启用的试题不够，发布不了")).ToBeVisibleAsync();
        await Expect(Button(trainer.Page, "发布")).ToHaveCountAsync(0);

        await using var reviewer = await hall.EnterAsync(Device.CounterPc, "A0001");
        await reviewer.GoAsync("/authoring/review");
        await Link(reviewer.Page, way.Stem).ClickAsync();
        await Button(reviewer.Page, "通过，启用").ClickAsync();
        await Expect(reviewer.Page.GetByText("已通过 1 题")).ToBeVisibleAsync();

        await PublishAsync(trainer.Page, quiz);
    }

    private static async Task WriteAsync(IPage page, long bank, QuestionType type, string stem, Func<EditorScreen, Task> writeAsync)
    {
        await page.GotoAsync($"/authoring/banks/{bank}/questions/new?type={type}");
        var editor = new EditorScreen(page);
        await editor.TypeAsync(type == QuestionType.Case ? "材料" : "题干", stem);
        await editor.TypeAsync("解析", Explanation);
        await writeAsync(editor);
        await editor.PressAsync("预览");
        await Expect(page.Locator("#preview")).ToContainTextAsync(stem.Split("]]")[^1]);
        await editor.PressAsync("保存");
    }

    private async Task<string> AddQuizAsync(string bank, QuestionType type)
    {
        var terms = new QuizTerms
        {
            Title = bank,
            TimeLimit = TimeSpan.FromMinutes(30),
            PassPoints = Points.Of(6),
            MarkingScheme = MarkingScheme.HalfWhenIncomplete,
        };
        var trainer = await hall.App.InStoreAsync(db => db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync());
        var blueprint = new Blueprint([new Section(type, Points.Of(10), [bank], 1, [])], true, true);
        var quiz = new Quiz(bank, new QuizDraft(terms, blueprint), trainer);
        Assert.Null(quiz.Publish(hall.App.Clock.GetUtcNow()));
        await hall.App.InStoreAsync(db =>
        {
            db.Add(quiz);
            return db.SaveChangesAsync();
        });
        return $"{quiz.Id}";
    }

    private static async Task<string> MakeAndPublishAsync(IPage page, string bank, QuestionType type)
    {
        var quiz = await MakeQuizAsync(page, bank, type);
        await PublishAsync(page, quiz);
        return quiz;
    }

    private static async Task<string> MakeQuizAsync(IPage page, string bank, QuestionType type)
    {
        await page.GotoAsync($"/authoring/quizzes/new?bank={bank}");
        await page.GetByLabel("名称", new() { Exact = true }).FillAsync(bank);
        await page.GetByLabel("题型", new() { Exact = true }).SelectOptionAsync($"{type}");
        foreach (var (label, value) in new[] { ("抽几题", "1"), ("每题几分", "10"), ("合格分", "6") }) await page.GetByLabel(label).FillAsync(value);
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^少选得一半") }).CheckAsync();
        await Button(page, "保存").ClickAsync();
        await Expect(page.GetByText("已保存，还没有发布")).ToBeVisibleAsync();
        return page.Url.Split('/')[^1];
    }

    private static async Task PublishAsync(IPage page, string quiz)
    {
        await page.GotoAsync($"/authoring/quizzes/{quiz}");
        await Link(page, "发布").ClickAsync();
        await Button(page, "发布").ClickAsync();
        await Expect(page.GetByText("已发布，员工现在看得到了")).ToBeVisibleAsync();
    }

    private static async Task TakeAsync(IPage page, string quiz, Reply reply)
    {
        var screen = new AttemptScreen(page);
        await page.GotoAsync($"/quizzes/{quiz}");
        await Button(page, "开始答题").ClickAsync();
        await reply.EnterAsync(screen);
        await screen.ExpectAllSavedAsync();
        var entered = await screen.EnteredAsync();
        Assert.NotEmpty(entered);

        await page.ReloadAsync();
        await screen.ExpectAllSavedAsync();
        Assert.Equal(entered, await screen.EnteredAsync());

        await screen.Button("交卷").First.ClickAsync();
        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "交卷" }).ClickAsync();
        await page.WaitForURLAsync("**/result");
        if (reply.Marks is not null) await Expect(page.GetByText("等待阅卷").First).ToBeVisibleAsync();
    }

    private static async Task MarkAsync(IPage page, string quiz, IEnumerable<(string Criterion, string Points)> marks)
    {
        await page.GotoAsync("/authoring/marking");
        await page.Locator($"a[href='/authoring/marking/quizzes/{quiz}']").ClickAsync();
        await Link(page, "开始阅卷").ClickAsync();
        foreach (var (criterion, points) in marks) await page.GetByLabel(criterion, new() { Exact = true }).FillAsync(points);
        await Button(page, "保存，看下一题").ClickAsync();
        await Expect(page.GetByText("都阅完了").First).ToBeVisibleAsync();
    }

    private static async Task SeeResultAsync(IPage page, string points)
    {
        await page.ReloadAsync();
        await Expect(page.Locator("[data-score]")).ToHaveAttributeAsync("data-score", points);
        await Expect(page.Locator("[data-max-score]")).ToHaveAttributeAsync("data-max-score", "10");
    }

    /// <summary>What the result says is right of what was missed.</summary>
    private static ILocator RightAnswer(IPage page, string key) =>
        page.Locator(".given.right, .fields td:last-child, .why").Filter(new() { HasText = key }).First;

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
