using System.Net;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Jobs.Quizzes;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using static Academy.Tests.Quizzes.Sittings;

namespace Academy.Tests.Quizzes;

public sealed class ResultPageTests(OpenedAcademy opened) : IAsyncLifetime
{
    private static readonly DateTimeOffset Closing = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);

    private readonly AcademyApp app = new(opened);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_released_result_tells_score_and_full_marks()
    {
        var examinee = await Examinee.SeatAsync(app);
        await AnswerRightlyAsync(examinee, 17);
        await examinee.SubmitAsync();

        var page = await examinee.Browser.GetPageAsync(examinee.Result);

        Assert.Equal(("85", "100"), Score(page));
        Assert.Equal(20, page.QuerySelectorAll("[id^=question-]").Length);
    }

    [Fact]
    public async Task Half_points_are_told_exactly()
    {
        var examinee = await Examinee.SeatAsync(app);
        var slot = (await examinee.PaperAsync()).Slots[10];
        await examinee.SaveChoicesAsync(slot.Number, 1, slot.Version.Text.Options.First(option => option.IsRight).Key);
        await examinee.SubmitAsync();

        Assert.Equal(("2.5", "100"), Score(await examinee.Browser.GetPageAsync(examinee.Result)));
    }

    [Theory]
    [InlineData(Release.AfterClosing, "看讲解")]
    [InlineData(Release.Never, "看结果")]
    public async Task Explanations_are_offered_only_where_they_may_be_seen(Release release, string afterwards)
    {
        var examinee = await Examinee.SeatAsync(app, quiz: Exam);
        await examinee.SubmitAsync();
        await app.InStoreAsync(db => db.ChangeQuizAsync(Exam, terms => terms with { AnswerRelease = release }));

        Assert.Equal("看成绩", (await examinee.Browser.GetPageAsync("/")).QuerySelector(".panel-head a[href$='/result']")!.TextContent);
        app.Clock.SetUtcNow(Closing);
        var quizzes = await (await app.SignInAsync("E0001")).GetPageAsync("/quizzes");

        Assert.StartsWith(
            afterwards, quizzes.QuerySelector($"a[href='{examinee.Result}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_answers_are_released_the_score_stands_alone()
    {
        var examinee = await Examinee.SeatAsync(app, quiz: Exam);
        await AnswerRightlyAsync(examinee, 10);
        await examinee.SubmitAsync();

        var page = await examinee.Browser.GetPageAsync(examinee.Result);

        Assert.Equal(("50", "100"), Score(page));
        await AssertTellsNoAnswersAsync(examinee, page);
    }

    [Theory]
    [InlineData(Release.AfterClosing)]
    [InlineData(Release.Never)]
    public async Task Before_the_score_is_released_everything_looks_the_same_for_the_best_and_the_worst(Release release)
    {
        var best = await SeeUnreleasedAsync(release, isRight: true);
        var worst = await SeeUnreleasedAsync(release, isRight: false);

        Assert.Equal(best, worst);
        Assert.DoesNotContain("data-score", string.Concat(best), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_closing_score_and_answers_are_there()
    {
        await app.InStoreAsync(db => db.ChangeQuizAsync(Exam, terms => terms with { ScoreRelease = Release.AfterClosing }));
        var examinee = await Examinee.SeatAsync(app, quiz: Exam);
        await AnswerRightlyAsync(examinee, 12);
        await examinee.SubmitAsync();
        await AssertTellsNoAnswersAsync(examinee, await examinee.Browser.GetPageAsync(examinee.Result));

        app.Clock.SetUtcNow(Closing);
        var page = await (await app.SignInAsync("E0001")).GetPageAsync(examinee.Result);

        Assert.Equal(("60", "100"), Score(page));
        Assert.All((await examinee.PaperAsync()).Slots, slot =>
        {
            var review = page.QuerySelector($"#question-{slot.Number}")!;
            Assert.Contains(slot.Version.Text.Explanation.Plain, review.TextContent, StringComparison.Ordinal);
            Assert.Equal(slot.Number <= 12 ? 1 : 2, review.QuerySelectorAll(".given").Length);
        });
    }

    [Fact]
    public async Task Every_wrong_answer_leads_to_the_clause_that_teaches_it()
    {
        var examinee = await Examinee.SeatAsync(app);
        await examinee.SubmitAsync();

        var links = (await examinee.Browser.GetPageAsync(examinee.Result))
            .QuerySelectorAll<IHtmlAnchorElement>(".clause-link")
            .Select(link => link.GetAttribute("href")!.Split('#'))
            .ToList();

        Assert.Equal(20, links.Count);
        foreach (var lesson in links.GroupBy(link => link[0], link => link[1]))
        {
            var page = await examinee.Browser.GetPageAsync(lesson.Key);
            Assert.All(lesson, clause => Assert.NotNull(page.GetElementById(clause)));
        }
    }

    [Fact]
    public async Task While_the_attempt_runs_the_result_leads_back_to_the_paper()
    {
        var examinee = await Examinee.SeatAsync(app);

        Assert.Equal(examinee.Page, (await examinee.Browser.GetAsync(examinee.Result)).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("", HttpStatusCode.Redirect)]
    [InlineData("/result", HttpStatusCode.OK)]
    public async Task Whoever_opens_an_overdue_paper_finds_it_handed_in(string address, HttpStatusCode status)
    {
        var examinee = await Examinee.SeatAsync(app);
        await AnswerRightlyAsync(examinee, 4);
        app.Clock.Advance(TimeSpan.FromSeconds((20 * 60) + 30));

        Assert.Equal(status, (await examinee.Browser.GetAsync(examinee.Page + address)).StatusCode);

        AssertTimedOut(await examinee.PaperAsync());
        Assert.Equal(("20", "100"), Score(await examinee.Browser.GetPageAsync(examinee.Result)));
    }

    [Fact]
    public async Task The_job_hands_overdue_papers_in()
    {
        var examinee = await Examinee.SeatAsync(app);
        await AnswerRightlyAsync(examinee, 4);

        app.Clock.Advance(TimeSpan.FromSeconds((20 * 60) + 29));
        await RunJobAsync();
        Assert.False((await examinee.PaperAsync()).IsSubmitted);

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await RunJobAsync();
        await RunJobAsync();
        AssertTimedOut(await examinee.PaperAsync());
    }

    private async Task RunJobAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<CloseOverdueAttempts>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }

    private static void AssertTimedOut(Attempt attempt) =>
        Assert.Equal((attempt.DueAt, true, Points.Of(20)), (attempt.SubmittedAt, attempt.WasTimedOut, attempt.Score));

    /// <summary>What all pages that know of quizzes say to somebody who handed in a paper with nothing wrong, or nothing right.</summary>
    private async Task<List<string>> SeeUnreleasedAsync(Release release, bool isRight)
    {
        await using var academy = new AcademyApp(opened);
        await academy.InStoreAsync(db => db.ChangeQuizAsync(CourseQuiz, terms => terms with { ScoreRelease = release }));
        var examinee = await Examinee.SeatAsync(academy);
        var paper = await examinee.PaperAsync();
        foreach (var slot in paper.Slots)
            await examinee.AnswerAsync(slot.Number, 1, isRight ? slot.RightValue() : slot.WrongValue());
        await examinee.SubmitAsync();
        var pages = new List<string>();
        foreach (var address in (string[])[examinee.Result, $"/quizzes/{await academy.QuizIdAsync(CourseQuiz)}", "/quizzes",
            "/courses/professional-ethics", "/"])
        {
            pages.Add(ContentOf(await examinee.Browser.GetPageAsync(address)).Replace(paper.Receipt, "", StringComparison.Ordinal));
        }

        return pages;
    }

    private static string ContentOf(IHtmlDocument page)
    {
        foreach (var token in page.QuerySelectorAll("input[type=hidden]")) token.Remove();
        return page.QuerySelector("main")!.InnerHtml;
    }

    /// <summary>Answers the first slots of the paper rightly and leaves the others open.</summary>
    private static async Task AnswerRightlyAsync(Examinee examinee, int slots)
    {
        foreach (var slot in (await examinee.PaperAsync()).Slots.Take(slots))
        {
            Assert.Equal(HttpStatusCode.OK, (await examinee.AnswerAsync(slot.Number, 1, slot.RightValue())).StatusCode);
        }
    }

    private static async Task AssertTellsNoAnswersAsync(Examinee examinee, IHtmlDocument page)
    {
        var html = page.DocumentElement.OuterHtml;
        Assert.All((await examinee.PaperAsync()).Slots, slot =>
        {
            Assert.DoesNotContain(slot.Version.Text.Explanation.Plain, html, StringComparison.Ordinal);
            Assert.DoesNotContain(slot.Version.Text.Stem.Plain, html, StringComparison.Ordinal);
        });
        Assert.Empty(page.QuerySelectorAll(".given, .cell, .clause-link"));
    }

    private static (string?, string?) Score(IHtmlDocument page) =>
        page.QuerySelector("[data-score]") is { } element
            ? (element.GetAttribute("data-score"), element.GetAttribute("data-max-score"))
            : (null, null);
}
