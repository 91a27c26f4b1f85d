using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

public sealed class MarkingPagesTests(OpenedAcademy opened) : IAsyncLifetime
{
    private const string Owner = "E0050";
    private const string Other = "E0051";

    private readonly AcademyApp app = new(opened);
    private Examinee examinee = null!;
    private Attempt paper = null!;
    private HttpClient trainer = null!;

    public async ValueTask InitializeAsync()
    {
        examinee = await Examinee.SeatAsync(app, quiz: Sittings.EveryType);
        paper = await examinee.PaperAsync();
        foreach (var slot in paper.Slots)
        {
            var value = slot.Question.Type == QuestionType.ShortAnswer
                ? "\"两名同事当面收缴。\\n开具凭证。\""
                : slot.RightValue();
            await examinee.AnswerAsync(slot.Number, 1, value);
        }

        await examinee.SubmitAsync();
        trainer = await app.SignInAsync("T0001");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_trainer_finds_what_waits_and_marks_one_answer_after_the_other()
    {
        var list = await trainer.GetPageAsync("/authoring/marking");
        var quiz = list.QuerySelector("tbody th a")!.GetAttribute("href")!;
        var first = (await trainer.GetPageAsync(quiz)).QuerySelector(".page-actions a")!.GetAttribute("href")!;
        Assert.Equal(AddressOf(QuestionType.ShortAnswer), first);

        var page = await trainer.GetPageAsync(first);
        Assert.Equal(
            ["2", "2", "0", "2", "0"],
            page.QuerySelectorAll<IHtmlInputElement>(".criteria-form input").Select(input => input.Value));
        Assert.Equal(["两名", "当面", "凭证"], page.QuerySelectorAll(".found mark").Select(mark => mark.TextContent));
        Assert.DoesNotContain("E0001", page.Body!.TextContent, StringComparison.Ordinal);

        var second = await MarkAsync(first, "2", "2", "１.5", "2", "0");
        Assert.Equal(AddressOf(QuestionType.Essay), second);
        Assert.Equal(quiz, await MarkAsync(second, "5.6", "5.6", "2.8"));

        var marked = await examinee.PaperAsync();
        Assert.Equal(Points.Of(76 + 7.5m + 14), marked.Score);
        Assert.Empty((await trainer.GetPageAsync("/authoring/marking")).QuerySelectorAll("tbody tr"));
        Assert.Equal(2, (await trainer.GetPageAsync($"{quiz}?marked=true")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Whoever_was_slower_keeps_what_was_entered_and_may_put_it_in_place_of_the_other_mark()
    {
        var (address, administrator) = (AddressOf(QuestionType.Essay), await app.SignInAsync("A0001"));
        await MarkAsync(address, "1", "1", "1");

        var page = await (await PostAsync(administrator, address, address, "2", "2", "2")).ReadPageAsync();

        Assert.Contains("评了 3 分", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "2", "2"], page.QuerySelectorAll<IHtmlInputElement>(".criteria-form input").Select(input => input.Value));
        var seen = page.QuerySelector<IHtmlInputElement>("[name='Given.Seen']")!.Value;
        var answer = await administrator.PostFormAsync(
            address, address, ("Given.Criteria[0]", "2"), ("Given.Criteria[1]", "2"), ("Given.Criteria[2]", "2"), ("Given.Seen", seen));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_marks_is_told_what_came_after_the_deadline()
    {
        var late = await Examinee.SeatAsync(app, "E0002", Sittings.EveryType);
        var (written, chosen) = (SlotOf(QuestionType.Essay), SlotOf(QuestionType.TrueFalse));
        var sat = await late.PaperAsync();
        app.Clock.SetUtcNow(sat.DueAt.AddSeconds(12));
        await late.AnswerAsync(written, 1, "\"还好写完了\"", ageMs: 13_000);
        await late.AnswerAsync(chosen, 1, sat.Slots[chosen - 1].RightValue(), ageMs: 13_000);
        await late.SubmitAsync();

        trainer = await app.SignInAsync("T0001");
        var list = await trainer.GetPageAsync($"/authoring/marking/quizzes/{sat.QuizId}");
        var task = list.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(sat.Receipt, StringComparison.Ordinal));
        var page = await trainer.GetPageAsync($"/authoring/marking/{late.Id}/{written}");

        Assert.Contains("截止后送达", task.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, list.QuerySelectorAll("tbody .tag.warn").Length);
        Assert.Equal(
            $"{sat.Receipt} 第 {chosen} 题，晚 12 秒 第 {written} 题，晚 12 秒",
            string.Join(' ', list.QuerySelectorAll(".late-answers li > span").Select(fact => fact.TextContent)));
        Assert.Contains("截止后 12 秒才送到", page.QuerySelector(".message.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await trainer.GetPageAsync(AddressOf(QuestionType.Essay))).QuerySelector(".message.warn"));
    }

    [Fact]
    public async Task The_employee_sees_the_marks_and_the_comment()
    {
        await MarkAsync(AddressOf(QuestionType.ShortAnswer), "2", "2", "1.5", "2", "0");
        await MarkAsync(AddressOf(QuestionType.Essay), "0", "0", "0");

        var result = await examinee.Browser.GetPageAsync(examinee.Result);

        Assert.Equal("83.5", result.QuerySelector("[data-score]")!.GetAttribute("data-score"));
        var review = result.GetElementById($"question-{SlotOf(QuestionType.ShortAnswer)}")!;
        Assert.Contains("写得清楚", review.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.5 / 2", review.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1.234")]
    [InlineData("")]
    [InlineData("99")]
    [InlineData("-1")]
    public async Task What_is_no_mark_is_refused_with_what_was_typed(string points)
    {
        var answer = await PostAsync(AddressOf(QuestionType.Essay), points, "0", "0");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.NotNull(page.QuerySelector(".message.danger[role=alert]"));
        Assert.Equal(points, page.QuerySelectorAll<IHtmlInputElement>(".criteria-form input").First().Value);
        Assert.Empty((await examinee.PaperAsync()).Marks);
    }

    [Fact]
    public async Task What_the_machine_marks_and_papers_that_still_run_are_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync($"/authoring/marking/{examinee.Id}/1")).StatusCode);
        var running = await Examinee.SeatAsync(app, "E0002", Sittings.EveryType);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await trainer.GetAsync($"/authoring/marking/{running.Id}/{SlotOf(QuestionType.Essay)}")).StatusCode);
    }

    [Theory]
    [InlineData("A0001", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(Owner, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("T0001", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData(Other, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("U0001", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("B0001", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("E0001", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Who_does_not_mark_a_quiz_finds_neither_its_answers_nor_its_markers(
        string number, HttpStatusCode marking, HttpStatusCode naming)
    {
        await OwnAsync();
        var person = await app.SignInAsync(number);
        var quiz = $"/authoring/marking/quizzes/{paper.QuizId}";

        Assert.Equal(marking, (await person.GetAsync(quiz)).StatusCode);
        Assert.Equal(marking, (await person.GetAsync(AddressOf(QuestionType.Essay))).StatusCode);
        Assert.Equal(naming, (await person.GetAsync($"{quiz}/markers")).StatusCode);
        if (marking == HttpStatusCode.OK) return;

        Assert.Equal(marking, (await PostAsync(person, "/", AddressOf(QuestionType.Essay), "1", "1", "1")).StatusCode);
        Assert.Empty((await examinee.PaperAsync()).Marks);
        Assert.DoesNotContain(quiz, (await person.GetPageAsync($"/quizzes/{paper.QuizId}")).Body!.InnerHtml, StringComparison.Ordinal);
        if (marking == HttpStatusCode.NotFound)
            Assert.Empty((await person.GetPageAsync("/authoring/marking")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task What_somebody_else_marked_is_shown_and_not_offered_to_be_marked_but_to_those_who_may_replace_it()
    {
        var (administrator, address) = (await app.SignInAsync("A0001"), AddressOf(QuestionType.Essay));
        await PostAsync(administrator, address, address, "5", "5", "2");

        var page = await trainer.GetPageAsync(address);
        Assert.Null(page.GetElementById("mark"));
        Assert.Contains("评的分，只有出卷人和管理员可以改", page.QuerySelector(".message")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await administrator.GetPageAsync(address)).GetElementById("mark"));
        var seen = (await examinee.PaperAsync()).MarkOf(SlotOf(QuestionType.Essay))!.Id;
        var refused = await trainer.PostFormAsync(
            "/",
            address,
            ("Given.Criteria[0]", "0"),
            ("Given.Criteria[1]", "0"),
            ("Given.Criteria[2]", "0"),
            ("Given.Seen", $"{seen}"));
        Assert.Contains(
            "别人评的", (await refused.ReadPageAsync()).QuerySelector(".message.danger")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await examinee.PaperAsync()).Marks);
    }

    [Fact]
    public async Task Who_reads_somebody_elses_answer_leaves_one_line_an_hour()
    {
        var (essay, other) = (AddressOf(QuestionType.Essay), AddressOf(QuestionType.ShortAnswer));
        foreach (var address in new[] { essay, other, essay }) await trainer.GetPageAsync(address);
        await PostAsync(essay, "x", "0", "0");
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await trainer.GetPageAsync(essay);
        await (await app.SignInAsync("A0001")).GetPageAsync(essay);
        app.Clock.Advance(TimeSpan.FromMinutes(41));
        await (await app.SignInAsync("T0001")).GetPageAsync(essay);

        var lines = await app.InStoreAsync(db => db.AuditEntries
            .Where(e => e.Act == QuizTrail.ResponseRead && e.SubjectKey == paper.Receipt)
            .OrderBy(e => e.Id)
            .ToListAsync());
        var (first, second) = ($"{SlotOf(QuestionType.Essay)}", $"{SlotOf(QuestionType.ShortAnswer)}");
        Assert.Equal(
            [("T0001", first), ("T0001", second), ("A0001", first), ("T0001", first)],
            lines.Select(line => (line.ActorNumber, line.After["Question"])));
        Assert.All(lines, line => Assert.Equal("127.0.0.1", line.After["Address"]));
        var found = await (await app.SignInAsync("U0001")).GetPageAsync("/admin/audit?act=ResponseRead&q=E0001");
        Assert.Equal(lines.Count, found.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_marker_is_named_by_number_and_taken_off_again()
    {
        await OwnAsync();
        var (owner, other, quiz) =
            (await app.SignInAsync(Owner), await app.SignInAsync(Other), $"/authoring/marking/quizzes/{paper.QuizId}");
        Assert.Contains(
            $"{quiz}/markers", (await owner.GetPageAsync($"/authoring/quizzes/{paper.QuizId}")).Body!.InnerHtml, StringComparison.Ordinal);

        await owner.PostFormAsync($"{quiz}/markers", $"{quiz}/markers", ("number", Other));
        Assert.Equal([Other, "T0001"], await NumbersAsync(owner, $"{quiz}/markers"));
        Assert.NotNull((await other.GetPageAsync("/authoring/marking")).QuerySelector("tbody tr"));
        await owner.PostFormAsync($"{quiz}/markers", $"{quiz}/markers/removal", ("number", Other));

        Assert.Equal(["T0001"], await NumbersAsync(owner, $"{quiz}/markers"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(quiz)).StatusCode);
    }

    [Theory]
    [InlineData("E0001", "许可盈不是培训师，不能指定为阅卷人。")]
    [InlineData("E9999", "没有这个工号。")]
    public async Task Who_cannot_be_named_is_told_at_the_field_which_keeps_the_number(string number, string words)
    {
        await OwnAsync();
        var (owner, markers) = (await app.SignInAsync(Owner), $"/authoring/marking/quizzes/{paper.QuizId}/markers");

        var page = await (await owner.PostFormAsync(markers, markers, ("number", number))).ReadPageAsync();

        Assert.Equal(words, page.QuerySelector("#Number-error")?.TextContent.Trim());
        Assert.Equal(number, page.QuerySelector("#Number")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector(".flash"));
    }

    private static async Task<IEnumerable<string>> NumbersAsync(HttpClient person, string address) =>
        (await person.GetPageAsync(address)).QuerySelectorAll(".item .number-text").Select(number => number.TextContent).Order();

    /// <summary>Makes the quiz that of a trainer, and lets there be another trainer who has nothing to do with it.</summary>
    private Task<int> OwnAsync() => app.InStoreAsync(async db =>
    {
        var role = await db.Roles.Where(r => r.Name == Roles.Trainer).Select(r => r.Id).SingleAsync();
        foreach (var number in new[] { Owner, Other })
            db.UserRoles.Add(new() { UserId = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync(), RoleId = role });
        await db.SaveChangesAsync();
        var owner = await db.Employees.Numbered(Owner).Select(e => e.Id).SingleAsync();
        return await db.Quizzes.Where(q => q.Id == paper.QuizId).ExecuteUpdateAsync(set => set.SetProperty(q => q.OwnerId, owner));
    });

    private int SlotOf(QuestionType type) => paper.Slots.Single(slot => slot.Question.Type == type).Number;

    private string AddressOf(QuestionType type) => $"/authoring/marking/{examinee.Id}/{SlotOf(type)}";

    private async Task<string> MarkAsync(string address, params string[] criteria)
    {
        var answer = await PostAsync(address, criteria);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private Task<HttpResponseMessage> PostAsync(string address, params string[] criteria) =>
        PostAsync(trainer, address, address, criteria);

    private static Task<HttpResponseMessage> PostAsync(HttpClient person, string page, string address, params string[] criteria) =>
        person.PostFormAsync(
            page,
            address,
            [.. criteria.Select((points, index) => ($"Given.Criteria[{index}]", points)), ("Given.Comment", "写得清楚"), ("Given.Seen", "")]);
}
