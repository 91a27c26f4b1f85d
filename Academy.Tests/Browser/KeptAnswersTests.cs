using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;
using Academy.Tests.Quizzes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>What a browser that several people use keeps of the answers of one of them, and for how long.</summary>
[Collection<ExamHall.Shared>]
public sealed class KeptAnswersTests(ExamHall hall)
{
    private const string Text = "先安抚客户再核对凭证";

    [Fact]
    public async Task Nothing_of_an_answer_that_is_saved_is_left_in_the_browser()
    {
        var (visit, screen, text) = await WriteAsync("E0081");
        await using var _ = visit;

        await text.PressSequentiallyAsync(Text);
        await Expect(screen.SavedState).ToHaveAttributeAsync("data-state", "saved");

        Assert.DoesNotContain("waiting", await KeptAsync(visit), StringComparison.Ordinal);
        Assert.DoesNotContain("先安抚", await KeptAsync(visit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_can_be_read_by_nobody_and_is_sent_after_the_page_was_opened_again()
    {
        var (visit, screen, text) = await WriteAsync("E0082");
        await using var _ = visit;
        await LoseLineAsync(visit);

        await text.PressSequentiallyAsync(Text);
        await Expect(screen.SavedState).ToContainTextAsync("1 题待保存");
        var kept = await KeptAsync(visit);
        Assert.Contains("waiting", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("先安抚", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("revision", kept, StringComparison.Ordinal);
        await visit.Page.ReloadAsync();

        await Expect(text).ToHaveValueAsync(Text);
        await visit.Window.UnrouteAllAsync();
        await Expect(screen.SavedState).ToContainTextAsync("已保存");
        Assert.Equal($"\"{Text}\"", Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses).Value);
        Assert.DoesNotContain("waiting", await KeptAsync(visit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_puts_there_is_ignored_and_goes()
    {
        var (visit, screen) = await hall.SeatAsync("E0083");
        await using var _ = visit;
        await LoseLineAsync(visit);
        await screen.AnswerAsync(2, 'B');
        await Expect(screen.SavedState).ToContainTextAsync("1 题待保存");

        await visit.Page.EvaluateAsync("""
            attempt => {
              const at = slot => `academy/attempt-${attempt}/waiting-${slot}`;
              localStorage.setItem(at(1), localStorage.getItem(at(2)));
              localStorage.setItem(at(3), JSON.stringify({ revision: 5, value: 'a', entered: { page: 0, tick: 0, wall: 0 } }));
              localStorage.setItem(at(4), JSON.stringify('bm90aGluZyBvZiBvdXJzIGlzIGluIGhlcmU='));
            }
            """, visit.Attempt);
        await visit.Page.ReloadAsync();

        await Expect(screen.SavedState).ToContainTextAsync("1 题待保存");
        await Expect(screen.Choice(2, 'B')).ToBeCheckedAsync();
        await Expect(screen.Navigator).ToContainTextAsync("已答 1 题");
        Assert.Single(Regex.Matches(await KeptAsync(visit), "waiting"));
    }

    [Fact]
    public async Task Who_signs_out_leaves_nothing_at_all()
    {
        var (visit, screen, text) = await WriteAsync("E0084");
        await using var _ = visit;
        await LoseLineAsync(visit);
        await text.PressSequentiallyAsync(Text);
        await Expect(screen.SavedState).ToContainTextAsync("1 题待保存");

        await visit.GoAsync("/");
        Assert.Contains("waiting", await KeptAsync(visit), StringComparison.Ordinal);
        await visit.Page.ClickAsync(".person-menu summary");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();

        await visit.Page.WaitForURLAsync("**/account/login");
        Assert.Equal("{}", await KeptAsync(visit));
        Assert.Contains(await visit.Window.CookiesAsync(), cookie => cookie.Name == "academy-language");
    }

    [Fact]
    public async Task Where_nothing_can_be_sealed_what_waits_is_kept_for_the_tab_alone()
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0085");
        await visit.Window.AddInitScriptAsync("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })");
        await visit.BeginAsync(await hall.QuizAsync());
        var screen = new AttemptScreen(visit.Page);
        await LoseLineAsync(visit);

        await screen.AnswerAsync(2, 'C');
        await Expect(screen.SavedState).ToContainTextAsync("1 题待保存");
        await visit.Page.ReloadAsync();

        await Expect(screen.Choice(2, 'C')).ToBeCheckedAsync();
        Assert.DoesNotContain(
            "waiting", await visit.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"), StringComparison.Ordinal);
        await visit.Window.UnrouteAllAsync();
        await Expect(screen.SavedState).ToContainTextAsync("已保存");
        Assert.DoesNotContain("waiting", await KeptAsync(visit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_while_the_page_is_loaded_again_is_not_shown_as_open()
    {
        var (visit, screen) = await hall.SeatAsync("E0086");
        await using var _ = visit;
        visit.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var line = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/**", async route =>
        {
            await line.Task;
            await route.ContinueAsync();
        });
        await screen.AnswerAsync(2, 'C');
        await Expect(screen.SavedState).ToHaveAttributeAsync("data-state", "saving");
        await visit.Page.RouteAsync("**/attempts/*", async route =>
        {
            var before = await route.FetchAsync();
            var saved = visit.Page.WaitForRequestFinishedAsync();
            line.TrySetResult();
            await saved;
            await route.FulfillAsync(new() { Response = before });
        });

        await visit.Page.ReloadAsync();

        await Expect(screen.Choice(2, 'C')).ToBeCheckedAsync();
        await Expect(screen.Navigator).ToContainTextAsync("已答 1 题");
        Assert.Equal(1, Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses).Revision);
    }

    /// <summary>Seats somebody before a paper with an essay, which is shown.</summary>
    private async Task<(Visit Visit, AttemptScreen Screen, ILocator Text)> WriteAsync(string number)
    {
        var (visit, screen) = await hall.SeatAsync(number, Sittings.EveryType);
        var slot = (await hall.PaperAsync(visit.Attempt)).Slots.Single(s => s.Question.Type == QuestionType.Essay);
        await screen.GoToAsync(slot.Number);
        return (visit, screen, screen.Question(slot.Number).GetByRole(AriaRole.Textbox));
    }

    private static async Task LoseLineAsync(Visit visit)
    {
        visit.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await visit.Window.RouteAsync("**/api/**", route => route.AbortAsync());
    }

    private static Task<string> KeptAsync(Visit visit) =>
        visit.Page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage, ...sessionStorage })");
}
