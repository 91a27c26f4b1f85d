using Academy.Domain.Questions.Texts;
using Academy.Tests.Quizzes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>What the page of an attempt promises while the line, the server or the sign-in fails it.</summary>
[Collection<ExamHall.Shared>]
public sealed class LostLineTests(ExamHall hall)
{
    [Fact]
    public async Task Answers_given_offline_wait_by_name_and_are_all_saved_when_the_line_is_back()
    {
        var (visit, screen) = await hall.SeatAsync("E0011");
        await using var _ = visit;

        await screen.AnswerAsync(1, 'A');
        await Expect(screen.Cell(1, "已保存")).ToBeVisibleAsync();
        await visit.Window.SetOfflineAsync(true);
        await screen.AnswerAsync(2, 'B');
        await screen.AnswerAsync(3, 'A');

        await Expect(screen.Band).ToContainTextAsync("网络断了，请继续答题");
        await Expect(screen.Band).ToContainTextAsync("第 2、3 题的答案先存在本机");
        await Expect(screen.SavedState).ToContainTextAsync("2 题待保存");
        await Expect(screen.Cell(3, "待保存")).ToBeVisibleAsync();

        await visit.Window.SetOfflineAsync(false);
        await Expect(screen.Toast).ToContainTextAsync("已全部保存");
        await Expect(screen.Band).ToBeHiddenAsync();
        await Expect(screen.Navigator).ToContainTextAsync("已答 3 题");
        Assert.Equal(3, (await hall.PaperAsync(visit.Attempt)).Responses.Count);
    }

    [Fact]
    public async Task What_is_being_typed_is_not_called_saved_and_is_sent_after_a_pause()
    {
        var (visit, screen) = await hall.SeatAsync("E0095", Sittings.EveryType);
        await using var _ = visit;
        visit.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
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
    public async Task What_is_not_saved_yet_survives_a_reload_after_a_warning()
    {
        var (visit, screen) = await hall.SeatAsync("E0012");
        await using var _ = visit;
        var warnings = new List<string>();
        visit.Page.Dialog += async (_, dialog) => { warnings.Add(dialog.Type); await dialog.AcceptAsync(); };

        await visit.Window.RouteAsync("**/api/**", route => route.AbortAsync());
        await screen.AnswerAsync(2, 'C');
        await Expect(screen.SavedState).ToContainTextAsync("1 题待保存");
        await visit.Page.ReloadAsync();

        await Expect(screen.Choice(2, 'C')).ToBeCheckedAsync();
        await Expect(screen.SavedState).ToContainTextAsync("1 题待保存");
        Assert.Equal(["beforeunload"], warnings);

        await visit.Window.UnrouteAllAsync();
        await Expect(screen.SavedState).ToContainTextAsync("已保存");
        Assert.Equal(2, Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses).Slot);
    }

    [Fact]
    public async Task A_server_in_trouble_is_tried_again_by_itself_and_at_the_press_of_a_button()
    {
        var (visit, screen) = await hall.SeatAsync("E0013");
        await using var _ = visit;

        await visit.Window.RouteAsync("**/api/**", route => route.FulfillAsync(new() { Status = 503 }));
        await screen.AnswerAsync(1, 'A');
        await Expect(screen.Band).ToContainTextAsync("暂时存不上");
        await visit.Window.UnrouteAllAsync();
        await screen.Button("立即重试").ClickAsync();

        await Expect(screen.SavedState).ToContainTextAsync("已保存");
        await Expect(screen.Band).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_session_that_ended_is_begun_again_in_another_tab_and_nothing_is_lost()
    {
        var (visit, screen) = await hall.SeatAsync("E0017");
        await using var _ = visit;

        await visit.SignOutAsync();
        await screen.AnswerAsync(1, 'A');
        await Expect(screen.Band).ToContainTextAsync("登录已失效");
        await Expect(screen.SavedState).ToContainTextAsync("未保存，请重新登录");
        var other = await visit.Window.RunAndWaitForPageAsync(() =>
            visit.Page.GetByRole(AriaRole.Link, new() { Name = "重新登录（新页面）" }).ClickAsync());
        await other.FillInSignInAsync("E0017");

        await Expect(screen.Cell(1, "已保存")).ToBeVisibleAsync();
        await Expect(screen.Band).ToBeHiddenAsync();
        Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses);
    }

    [Fact]
    public async Task What_cannot_be_saved_goes_along_with_a_paper_that_is_handed_in_anyway()
    {
        var (visit, screen) = await hall.SeatAsync("E0020");
        await using var _ = visit;

        await screen.AnswerAsync(1, 'A');
        await Expect(screen.Cell(1, "已保存")).ToBeVisibleAsync();
        await visit.Window.RouteAsync("**/api/**", route => route.FulfillAsync(new() { Status = 503 }));
        await screen.AnswerAsync(1, 'B');
        await screen.AnswerAsync(2, 'A');
        await screen.Button("交卷").ClickAsync();
        await screen.Button("仍要交卷").ClickAsync();
        await Expect(screen.Dialog).ToContainTextAsync("第 1、2 题还没存上");
        await screen.Button("仍要交卷").ClickAsync();

        await visit.Page.WaitForURLAsync($"**/attempts/{visit.Attempt}/result");
        var paper = await hall.PaperAsync(visit.Attempt);
        Assert.Equal(
            [(1, 2, $"\"{paper.Slots[0].BankKey("2")}\""), (2, 1, $"\"{paper.Slots[1].BankKey("1")}\"")],
            paper.Responses.OrderBy(response => response.Slot).Select(response => (response.Slot, response.Revision, response.Value)));
    }

    [Fact]
    public async Task A_paper_handed_in_offline_goes_as_soon_as_its_answers_are_saved()
    {
        var (visit, screen) = await hall.SeatAsync("E0018");
        await using var _ = visit;

        await visit.Window.SetOfflineAsync(true);
        await screen.AnswerAsync(1, 'A');
        await screen.Button("交卷").ClickAsync();
        await screen.Button("仍要交卷").ClickAsync();
        await Expect(screen.Dialog).ToContainTextAsync("第 1 题还没存上");
        await screen.Button("等存好再交").ClickAsync();
        await Expect(screen.Dialog).ToContainTextAsync("存好后自动交卷");
        await visit.Window.SetOfflineAsync(false);

        await visit.Page.WaitForURLAsync($"**/attempts/{visit.Attempt}/result");
        Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses);
    }
}
