using System.Net;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Competitions;

/// <summary>A quiz as an event, from the form that sets it up to the board.</summary>
public sealed class KnowledgePagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string New = "/authoring/competitions/new";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task A_quiz_is_made_an_event_answered_and_ranked()
    {
        var trainer = await App.SignInAsync("T0001");
        var quiz = await App.QuizIdAsync(Sittings.Exam);
        Assert.Contains("四季度服务规范与反假货币测验", (await trainer.GetPageAsync(New)).QuerySelector("#Events")!.TextContent);
        var made = (await trainer.PostFormAsync(New, New, Form("知识赛", $"{quiz}"))).Headers.Location!.ToString();
        Assert.Equal($"{quiz}", (await trainer.GetPageAsync(made)).QuerySelector("#Events option[selected][value]:not([value=''])")!
            .GetAttribute("value"));
        await trainer.PostShownAsync(made, $"{made}/publication");
        var (competition, teller) = ($"/competitions/{made.Split('/')[^1]}", await App.SignInAsync("E0042"));

        var enter = (await teller.GetPageAsync(competition)).QuerySelector(".item .button")!.GetAttribute("href")!;
        var entry = await teller.GetPageAsync(enter);
        Assert.Contains("同分时用时短的在前", entry.QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await teller.PostFormAsync("/quizzes", enter)).StatusCode);
        var cover = entry.QuerySelector(".start .button")!.GetAttribute("href")!;
        Assert.Contains("计入竞赛《知识赛》", (await teller.GetPageAsync(cover)).QuerySelector(".start")!.TextContent);
        var examinee = await Examinee.SeatAsync(App, "E0042", Sittings.Exam);
        Assert.Contains("接着答", (await teller.GetPageAsync(competition)).QuerySelector(".item .button")!.TextContent);
        await examinee.AnswerAsync(1, 1, (await examinee.PaperAsync()).Slots[0].RightValue());
        App.Clock.Advance(TimeSpan.FromSeconds(95));
        await examinee.SubmitAsync();

        Assert.Contains("最好 5 分", (await teller.GetPageAsync(competition)).QuerySelector(".item")!.TextContent);
        var board = await teller.GetPageAsync($"{enter}/board");
        Assert.Contains("各场知识竞赛的试卷不同", board.QuerySelector("main")!.TextContent);
        var cells = board.QuerySelectorAll("tr.mine td").Select(cell => cell.TextContent).ToList();
        Assert.Equal(("1", "5 分", "1:35"), (cells[0], cells[2], cells[3]));
        Assert.Equal(HttpStatusCode.NotFound, (await teller.GetAsync($"/standings?drill={Discipline.Knowledge.Slug}")).StatusCode);
        foreach (var address in new[] { $"{competition}/all-round", $"{competition}/teams", $"{enter}/board/export" })
            Assert.Equal(HttpStatusCode.OK, (await teller.GetAsync(address)).StatusCode);
        Assert.Contains("1:35", (await trainer.GetPageAsync($"/authoring{enter}/results")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Whoever_it_is_not_for_reads_why_and_finds_no_way_to_the_quiz()
    {
        var (trainer, quiz) = (await App.SignInAsync("T0001"), await App.QuizIdAsync(Sittings.Exam));
        var limited = Form("限岗知识赛", $"{quiz}", "2026-11-26T08:00", "2026-11-27T18:00")
            .Append(("Form.Eligibility.Positions", "supervisor"));
        var made = (await trainer.PostFormAsync(New, New, [.. limited])).Headers.Location!.ToString();
        await trainer.PostShownAsync(made, $"{made}/publication");
        var (competition, teller) = ($"/competitions/{made.Split('/')[^1]}", await App.SignInAsync("E0042"));

        var item = (await teller.GetPageAsync(competition)).QuerySelector(".item")!;

        Assert.Equal("OtherPosition", item.QuerySelector("[data-refusal]")!.GetAttribute("data-refusal"));
        Assert.Null(item.QuerySelector(".button"));
        var held = await App.InStoreAsync(db => db.Set<Event>().Where(e => e.Competition.Title == "限岗知识赛").Select(e => e.Id).SingleAsync());
        var entry = await teller.GetPageAsync($"/competitions/events/{held}");
        Assert.Null(entry.QuerySelector(".start .button"));
        Assert.NotNull(entry.QuerySelector(".start .message"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_quiz_that_is_none_is_refused_at_the_events_and_what_was_typed_stays(string quiz)
    {
        var trainer = await App.SignInAsync("T0001");

        var answer = await trainer.PostFormAsync(New, New, Form("没有这份测验", quiz));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Equal("没有这份测验", page.GetElementById("Title")!.GetAttribute("value"));
        Assert.False(await App.InStoreAsync(db => db.Set<Competition>().AnyAsync(c => c.Title == "没有这份测验")));
    }

    [Fact]
    public async Task A_quiz_for_practice_is_refused_in_words_and_so_is_a_contest_without_one()
    {
        var trainer = await App.SignInAsync("T0001");
        var practice = await App.QuizIdAsync(Sittings.CourseQuiz);

        var page = await (await trainer.PostFormAsync(New, New, Form("练习赛", $"{practice}"))).ReadPageAsync();
        Assert.Contains("只能练习", page.QuerySelector("[role=alert]")!.TextContent);

        page = await (await trainer.PostFormAsync(New, New, Form("空赛", ""))).ReadPageAsync();
        Assert.Contains("请给知识竞赛选一份测验", page.QuerySelector("[role=alert]")!.TextContent);
    }

    private static (string Name, string Value)[] Form(
        string title, string quiz, string opens = "2026-11-24T08:00", string closes = "2026-11-25T18:00") =>
    [
        ("Form.Title", title), ("Form.OpensAt", opens), ("Form.ClosesAt", closes),
        ("Form.Events[0].Discipline", Discipline.Knowledge.Slug), ("Form.Events[0].QuizId", quiz), ("Form.Events[0].TieByTime", "true"),
    ];
}
