using Academy.Domain.Questions.Texts;
using Academy.Tests.Quizzes;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>One paper on several pages: tabs agree by themselves, devices ask.</summary>
[Collection<ExamHall.Shared>]
public sealed class SeveralPagesTests(ExamHall hall)
{
    [Fact]
    public async Task A_second_tab_shows_each_answer()
    {
        var (visit, screen) = await hall.SeatAsync("E0014");
        await using var _ = visit;
        var other = await visit.Window.NewPageAsync();
        await other.GotoAsync($"/attempts/{visit.Attempt}");

        await screen.AnswerAsync(1, 'B');

        await Expect(new AttemptScreen(other).Choice(1, 'B')).ToBeCheckedAsync();
        await Expect(new AttemptScreen(other).Cell(1, "已保存")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("E0015", "用这里答的", 'B')]
    [InlineData("E0016", "用已保存的", 'A')]
    public async Task When_another_device_stored_another_answer_the_person_decides(string number, string decision, char stays)
    {
        var (visit, screen) = await hall.SeatAsync(number);
        await using var _ = visit;
        var (stored, mine) = (screen.Option(1, 'A'), screen.Option(1, 'B'));
        await hall.StoreElsewhereAsync(number, visit.Attempt, await screen.Choice(1, 'A').GetAttributeAsync("value"));

        await screen.AnswerAsync(1, 'B');
        await Expect(screen.Dialog).ToContainTextAsync("第 1 题有两个答案");
        await Expect(screen.Dialog).ToContainTextAsync(await stored.Locator(".option-text").InnerTextAsync());
        await Expect(screen.Dialog).ToContainTextAsync(await mine.Locator(".option-text").InnerTextAsync());
        await screen.Button(decision).ClickAsync();

        await Expect(screen.Cell(1, "已保存")).ToBeVisibleAsync();
        await Expect(screen.Choice(1, stays)).ToBeCheckedAsync();
        var value = await screen.Choice(1, stays).GetAttributeAsync("value");
        var paper = await hall.PaperAsync(visit.Attempt);
        Assert.Equal($"\"{paper.Slots[0].BankKey(value!)}\"", Assert.Single(paper.Responses).Value);
    }

    [Fact]
    public async Task Who_decides_nothing_finds_the_question_again_in_the_band()
    {
        var (visit, screen) = await hall.SeatAsync("E0019");
        await using var _ = visit;
        await hall.StoreElsewhereAsync("E0019", visit.Attempt, await screen.Choice(1, 'A').GetAttributeAsync("value"));

        await screen.AnswerAsync(1, 'B');
        await Expect(screen.Dialog).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(screen.Dialog).ToBeHiddenAsync();
        await Expect(screen.SavedState).ToContainTextAsync("未保存：第 1 题");
        await Expect(screen.Band).ToContainTextAsync("第 1 题在别处存了另一个答案");
        await screen.Button("去选择").ClickAsync();
        await Expect(screen.Dialog).ToContainTextAsync("第 1 题有两个答案");
    }

    [Fact]
    public async Task Another_devices_text_is_shown_beside_ones_own()
    {
        var (visit, here) = await hall.SeatAsync("E0096", Sittings.EveryType);
        var (other, there) = await hall.SeatAsync("E0096", Sittings.EveryType);
        await using var _ = visit;
        await using var __ = other;
        var slot = (await hall.PaperAsync(visit.Attempt)).Slots.Single(s => s.Question.Type == QuestionType.FillIn && s.Part is null);
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
}
