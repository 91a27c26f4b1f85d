using Academy.Domain.Questions;
using Academy.Domain.Quizzes;
using Academy.Tests.Questions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>From the attempt page to the marked answer, one type at a time, with a reload between.</summary>
[Collection<ExamHall.Shared>]
public sealed class EveryTypeTests(ExamHall hall)
{
    public static TheoryData<QuestionType, string> Types => new(
        Enum.GetValues<QuestionType>().Except([QuestionType.Case, QuestionType.Description]).Select((type, index) => (type, $"E{81 + index:0000}")));

    [Theory, MemberData(nameof(Types))]
    public async Task An_answer_is_entered_saved_found_again_and_marked(QuestionType type, string number)
    {
        await using var visit = await SeatAsync(number);
        var screen = new AttemptScreen(visit.Page);
        var slot = (await hall.PaperAsync(visit.Attempt)).Slots.First(s => s.Question.Type == type);

        await screen.GoToAsync(slot.Number);
        await EnterAsync(visit.Page, slot);
        await Expect(screen.Cell(slot.Number, "已保存")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(screen.Cell(slot.Number, "已保存")).ToBeVisibleAsync();
        await Expect(screen.SavedState).ToContainTextAsync("已保存");

        await screen.Button("交卷").First.ClickAsync();
        await screen.Button("仍要交卷").ClickAsync();
        await visit.Page.WaitForURLAsync("**/result");

        var response = Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses);
        Assert.Equal((slot.Number, slot.Question.RightAnswer().Value), (response.Slot, response.Value));
        Assert.Equal(slot.Question.IsMarkedByPerson ? null : slot.Worth, response.Awarded);
        await Expect(visit.Page.Locator(".strip .cell").Nth(slot.Number - 1)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(slot.Question.IsMarkedByPerson ? "waiting" : "right"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task What_is_being_typed_is_not_called_saved_and_is_sent_after_a_pause()
    {
        await using var visit = await SeatAsync("E0095");
        var screen = new AttemptScreen(visit.Page);
        var slot = (await hall.PaperAsync(visit.Attempt)).Slots.Single(s => s.Question.Type == QuestionType.Essay);
        await screen.GoToAsync(slot.Number);
        var text = screen.Question(slot.Number).GetByRole(AriaRole.Textbox);

        var line = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/**", async route => { await line.Task; await route.ContinueAsync(); });

        await text.PressSequentiallyAsync("先办");
        await Expect(screen.SavedState).ToHaveAttributeAsync("data-state", "saving");
        line.SetResult();
        await Expect(screen.SavedState).ToHaveAttributeAsync("data-state", "saved");
        Assert.Equal("\"先办\"", Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses).Value);

        await text.PressSequentiallyAsync("结");
        await visit.Page.ReloadAsync();
        await Expect(screen.Question(slot.Number).GetByRole(AriaRole.Textbox)).ToHaveValueAsync("先办结");
    }

    [Fact]
    public async Task Another_devices_text_is_shown_beside_ones_own()
    {
        await using var visit = await SeatAsync("E0096");
        await using var other = await SeatAsync("E0096");
        var slot = (await hall.PaperAsync(visit.Attempt)).Slots.Single(s => s.Question.Type == QuestionType.FillIn && s.Part is null);
        var (here, there) = (new AttemptScreen(visit.Page), new AttemptScreen(other.Page));
        await there.GoToAsync(slot.Number);
        await there.Question(slot.Number).GetByLabel("第 1 空").FillAsync("三");
        await other.Page.Keyboard.PressAsync("Tab");
        await Expect(there.Cell(slot.Number, "已保存")).ToBeVisibleAsync();

        await here.GoToAsync(slot.Number);
        await here.Question(slot.Number).GetByLabel("第 1 空").FillAsync("两");
        await visit.Page.Keyboard.PressAsync("Tab");

        await Expect(here.Dialog).ToContainTextAsync("第 1 空: 三");
        await Expect(here.Dialog).ToContainTextAsync("第 1 空: 两");
        await here.Button("用这里答的").ClickAsync();
        await Expect(here.Cell(slot.Number, "已保存")).ToBeVisibleAsync();
        Assert.Equal("{\"1\":\"两\"}", Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses).Value);
    }

    private async Task<Visit> SeatAsync(string number)
    {
        var visit = await hall.EnterAsync(Device.CounterPc, number);
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await visit.BeginAsync(await hall.QuizAsync("question-types"));
        return visit;
    }

    /// <summary>Enters the right answer with the keyboard alone.</summary>
    private static async Task EnterAsync(IPage page, Slot slot)
    {
        var question = page.Locator($"#question-{slot.Number}");
        var answer = slot.Question.RightAnswer();
        switch (slot.Question.Shape)
        {
            case AnswerShape.Choice or AnswerShape.Choices:
                foreach (var key in answer.Keys) await page.Keyboard.PressAsync($"{slot.OptionOrder.ToList().IndexOf(key) + 1}");
                break;
            case AnswerShape.Order:
                await SortAsync(page, question, answer.Keys);
                break;
            default:
                foreach (var field in slot.Question.Fields()) await FillAsync(question, slot, field, answer.In(field.Key));
                await page.Keyboard.PressAsync("Tab");
                break;
        }
    }

    private static async Task FillAsync(ILocator question, Slot slot, AnswerField field, string value)
    {
        var name = slot.Question.Shape == AnswerShape.Fields ? $"slot-{slot.Number}-{field.Key}" : $"slot-{slot.Number}";
        var input = question.Locator($"[name='{name}']");
        if (field.IsChosen) await input.SelectOptionAsync(value);
        else await input.PressSequentiallyAsync(value);
    }

    /// <summary>Brings each item up to its place, one press at a time.</summary>
    private static async Task SortAsync(IPage page, ILocator question, IReadOnlyList<string> keys)
    {
        foreach (var (place, key) in keys.Index())
        {
            var item = question.Locator($".order-item:has(input[value='{key}'])");
            while (await item.EvaluateAsync<int>("item => [...item.parentElement.children].indexOf(item)") > place)
            {
                await item.Locator("[data-move='-1']").FocusAsync();
                await page.Keyboard.PressAsync("Enter");
            }
        }
    }
}

