using System.Text.RegularExpressions;
using Academy.Jobs.Quizzes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>The clock is the server's; the page shows it, says it at the right moments, and leaves when it is over.</summary>
[Collection<ExamHall.Shared>]
public sealed class AttemptTimeTests(ExamHall hall)
{
    private static readonly TimeSpan LastMinute = TimeSpan.FromMinutes(1);
    private static readonly Regex Result = new("/result$");

    [Fact]
    public async Task When_time_is_up_the_page_goes_to_the_result()
    {
        var (visit, screen) = await hall.SeatAsync("E0021");
        await using var _ = visit;

        await OpenInTheLastMinuteAsync(visit);
        await screen.AnswerAsync(1, 'A');
        await Expect(screen.Cell(1, "已保存")).ToBeVisibleAsync();
        await LetTheMinutePassAsync(visit);

        await Expect(visit.Page).ToHaveURLAsync(Result);
        await Expect(visit.Page.GetByText("时间到了，由系统按时交卷")).ToBeVisibleAsync();
        Assert.True((await hall.PaperAsync(visit.Attempt)).WasTimedOut);
    }

    [Fact]
    public async Task An_answer_given_in_time_counts_when_the_line_comes_back_within_the_grace()
    {
        var (visit, screen) = await hall.SeatAsync("E0022");
        await using var _ = visit;

        await OpenInTheLastMinuteAsync(visit);
        await visit.Window.SetOfflineAsync(true);
        await screen.AnswerAsync(1, 'A');
        await LetTheMinutePassAsync(visit);
        await Expect(screen.Dialog).ToContainTextAsync("30 秒内送到的算数");
        await visit.Window.SetOfflineAsync(false);

        await Expect(visit.Page).ToHaveURLAsync(Result);
        Assert.True(Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses).IsLate);
    }

    [Fact]
    public async Task The_server_hands_in_when_the_page_is_gone()
    {
        var (visit, screen) = await hall.SeatAsync("E0023");
        await screen.AnswerAsync(1, 'A');
        await Expect(screen.Cell(1, "已保存")).ToBeVisibleAsync();
        await visit.DisposeAsync();

        hall.App.Clock.Advance(TimeSpan.FromMinutes(21));
        await using var scope = hall.App.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<CloseOverdueAttempts>(scope.ServiceProvider).RunAsync(CancellationToken.None);

        var paper = await hall.PaperAsync(visit.Attempt);
        Assert.True(paper.WasTimedOut);
        Assert.Equal(paper.DueAt, paper.SubmittedAt);
        Assert.NotNull(Assert.Single(paper.Responses).Awarded);
    }

    [Fact]
    public async Task The_running_time_is_silent_and_five_minutes_are_read_out()
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0024");
        await visit.Page.Clock.InstallAsync();
        await visit.BeginAsync(await hall.QuizAsync());
        var timer = visit.Page.GetByRole(AriaRole.Timer);
        var announcer = visit.Page.Locator("#time-announcer");

        await Expect(timer).ToHaveAttributeAsync("aria-live", "off");
        await Expect(announcer).ToHaveAttributeAsync("role", "status");
        await Expect(announcer).ToBeEmptyAsync();
        await visit.Page.Clock.FastForwardAsync("15:05");

        await Expect(timer).ToContainTextAsync("04:5");
        await Expect(announcer).ToHaveTextAsync("还剩 5 分钟");
    }

    private async Task OpenInTheLastMinuteAsync(Visit visit)
    {
        hall.App.Clock.SetUtcNow((await hall.PaperAsync(visit.Attempt)).DueAt - LastMinute);
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync($"/attempts/{visit.Attempt}");
    }

    /// <summary>On the server a second more than on the page.</summary>
    private async Task LetTheMinutePassAsync(Visit visit)
    {
        hall.App.Clock.Advance(LastMinute + TimeSpan.FromSeconds(1));
        await visit.Page.Clock.FastForwardAsync((long)LastMinute.TotalMilliseconds);
    }
}
