using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

/// <summary>Forms of courses and lessons: sent twice they are one act, and who comes later is told of who was faster.</summary>
public sealed class AuthoringFormTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string New = "/authoring/courses/new";
    private const string Course = "/authoring/courses/professional-ethics";
    private const string Lesson = $"{Course}/general";
    private const string Edition = $"{Course}/edition";
    private const string Body = "## 总则\n\n换成新的一段。";

    private readonly AcademyApp app = new(opened);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_form_that_nobody_has_filled_in_has_nothing_to_mend() =>
        Assert.Empty((await (await TrainerAsync()).GetPageAsync(New)).QuerySelectorAll("[role=alert], .field-error"));

    [Theory]
    [InlineData("")]
    [InlineData("counter-machines")]
    public async Task A_course_is_made_once(string address)
    {
        var answers = await SendAtOnceAsync(
            await TrainerAsync(), New, New, ("Title", "点钞机日常保养"), ("Summary", ""), ("Rule", "None"), ("Address", address));

        Assert.Single(answers.Select(answer => answer.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await app.InStoreAsync(db => db.Courses.CountAsync(c => c.Title == "点钞机日常保养")));
        Assert.Equal(1, await CountAsync(LearningTrail.CourseAdded));
    }

    [Fact]
    public async Task Two_courses_of_one_name_are_two_when_two_forms_were_opened()
    {
        var trainer = await TrainerAsync();
        (string, string)[] fields = [("Title", "点钞机日常保养"), ("Rule", "None")];
        await trainer.PostFormAsync(New, New, [.. HiddenOn(await trainer.GetPageAsync(New), New), .. fields]);
        await trainer.PostFormAsync(New, New, [.. HiddenOn(await trainer.GetPageAsync(New), New), .. fields]);

        Assert.Equal(2, await app.InStoreAsync(db => db.Courses.CountAsync(c => c.Title == "点钞机日常保养")));
    }

    [Fact]
    public async Task An_address_that_another_course_took_meanwhile_is_given_to_nobody_twice()
    {
        var trainer = await TrainerAsync();
        var offered = HiddenOn(await trainer.GetPageAsync(New), New);
        await trainer.PostFormAsync(New, New, [.. offered, ("Title", "点钞机日常保养"), ("Rule", "None")]);
        var answer = await trainer.PostFormAsync(New, New, [.. offered, ("Title", "验钞仪日常保养"), ("Rule", "None")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(2, await CountAsync(LearningTrail.CourseAdded));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cleaning")]
    public async Task A_lesson_is_made_once(string address)
    {
        const string Page = $"{Course}/lessons/new";
        var answers = await SendAtOnceAsync(await TrainerAsync(), Page, Page, ("Title", "清洁"), ("Address", address));

        Assert.Single(answers.Select(answer => answer.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await CountAsync(LearningTrail.LessonAdded));
    }

    [Fact]
    public async Task A_course_is_published_once()
    {
        var trainer = await TrainerAsync();
        await WriteAsync(trainer, Body);

        var answers = await SendAtOnceAsync(trainer, Edition, Edition, ("Note", "换了总则"));

        Assert.All(answers, answer => Assert.Equal(Course, answer.Headers.Location!.ToString()));
        Assert.Equal(1, await app.InStoreAsync(db => db.Set<CourseEdition>().CountAsync(e => e.Note == "换了总则")));
        Assert.Equal(1, await CountAsync(LearningTrail.CoursePublished));
    }

    [Fact]
    public async Task Nobody_publishes_what_they_have_not_seen()
    {
        var (trainer, other) = (await TrainerAsync(), await app.SignInAsync("A0001"));
        await WriteAsync(trainer, Body);
        var seen = HiddenOn(await trainer.GetPageAsync(Edition), Edition);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync(other, "## 总则\n\n没有看过的一段。");

        var page = await (await trainer.PostFormAsync(Edition, Edition, [.. seen, ("Note", "")])).ReadPageAsync();

        Assert.Contains("方砚秋", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(LearningTrail.CoursePublished));
        Assert.Contains("没有看过的一段", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_describes_a_course_that_another_described_meanwhile_is_told_by_whom_and_may_go_on()
    {
        var (trainer, other) = (await TrainerAsync(), await app.SignInAsync("A0001"));
        var seen = HiddenOn(await trainer.GetPageAsync(Course), Course);
        await DescribeAsync(other, "先到的说明", HiddenOn(await other.GetPageAsync(Course), Course));

        var page = await (await DescribeAsync(trainer, "后到的说明", seen)).ReadPageAsync();

        Assert.Contains("方砚秋", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("后到的说明", page.QuerySelector("#Summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("先到的说明", await SummaryAsync());
        await DescribeAsync(trainer, "后到的说明", HiddenOn(page, Course));
        Assert.Equal("后到的说明", await SummaryAsync());
    }

    [Fact]
    public async Task A_description_is_saved_once()
    {
        var answers = await SendAtOnceAsync(
            await TrainerAsync(), Course, Course, ("Title", "职业道德"), ("ShortTitle", "道德"), ("Summary", "新的说明"), ("Rule", "None"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await CountAsync(LearningTrail.CourseEdited));
    }

    [Fact]
    public async Task A_lesson_moves_by_one_place()
    {
        var trainer = await TrainerAsync();
        var before = await OrderAsync();

        await SendAtOnceAsync(trainer, Course, $"{Course}/order", ("step", "1"));

        Assert.Equal([before[1], before[0], .. before.Skip(2)], await OrderAsync());
        Assert.Equal(1, await CountAsync(LearningTrail.CourseEdited));
    }

    [Fact]
    public async Task A_text_is_saved_once()
    {
        var answers = await SendAtOnceAsync(await TrainerAsync(), Lesson, Lesson, ("Title", "总则"), ("Body", Body));

        Assert.All(answers, answer => Assert.Equal(Lesson, answer.Headers.Location!.ToString()));
        Assert.Equal(1, await CountAsync(LearningTrail.LessonEdited));
    }

    [Theory]
    [InlineData($"{Course}/retirement")]
    [InlineData($"{Lesson}/retirement")]
    public async Task What_is_retired_is_retired_once_and_comes_back_once(string page)
    {
        var trainer = await TrainerAsync();
        foreach (var _ in new[] { "retire", "restore" })
        {
            var answers = await SendAtOnceAsync(trainer, page, page);
            Assert.All(answers, answer => Assert.Equal(Course, answer.Headers.Location!.ToString()));
        }

        Assert.Equal(2, await app.InStoreAsync(db => db.AuditEntries.CountAsync(
            e => e.ActorNumber == "T0001" && e.Subject != PeopleTrail.Account)));
    }

    [Fact]
    public async Task A_file_is_added_once_and_taken_away_once()
    {
        var trainer = await TrainerAsync();
        var added = await AtOnceAsync(() => trainer.PostFileAsync($"{Lesson}/attachments", "须知.pdf", Uploads.Pdf()));
        Assert.All(added, answer => Assert.Equal($"{Lesson}/attachments", answer.Headers.Location!.ToString()));
        var id = (await app.InStoreAsync(db => db.Attachments.SingleAsync())).Id;

        var removed = await SendAtOnceAsync(trainer, $"{Lesson}/attachments", $"{Lesson}/attachments/{id}/removal");

        Assert.All(removed, answer => Assert.Equal($"{Lesson}/attachments", answer.Headers.Location!.ToString()));
        Assert.Equal((1, 1), (await CountAsync(LearningTrail.AttachmentAdded), await CountAsync(LearningTrail.AttachmentRemoved)));
    }

    private Task<HttpClient> TrainerAsync() => app.SignInAsync("T0001");

    /// <summary>Fills in a form of a page and sends it three times at once.</summary>
    private static async Task<HttpResponseMessage[]> SendAtOnceAsync(
        HttpClient client, string page, string address, params (string, string)[] fields)
    {
        var hidden = HiddenOn(await client.GetPageAsync(page), address);
        return await AtOnceAsync(() => client.PostFormAsync(page, address, [.. hidden, .. fields]));
    }

    private static Task<HttpResponseMessage[]> AtOnceAsync(Func<Task<HttpResponseMessage>> send) =>
        Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(send)));

    /// <summary>What the page's first form with that address, or without one, holds besides what people fill in.</summary>
    private static (string, string)[] HiddenOn(IHtmlDocument page, string address) =>
    [
        .. (page.QuerySelector($"main form[action='{address}']") ?? page.QuerySelector("main form:not([action])"))!
            .QuerySelectorAll<IHtmlInputElement>("input[type=hidden]:not([name^=__])")
            .Select(input => (input.Name!, input.Value)),
    ];

    private static async Task WriteAsync(HttpClient author, string body)
    {
        var answer = await author.PostFormAsync(
            Lesson, Lesson, [.. HiddenOn(await author.GetPageAsync(Lesson), Lesson), ("Title", "总则"), ("Body", body)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> DescribeAsync(HttpClient author, string summary, (string, string)[] seen) =>
        author.PostFormAsync(
            Course, Course, [.. seen, ("Title", "职业道德"), ("ShortTitle", "道德"), ("Summary", summary), ("Rule", "None")]);

    private Task<string> SummaryAsync() =>
        app.InStoreAsync(db => db.Courses.Where(c => c.Slug == "professional-ethics").Select(c => c.Summary).SingleAsync());

    private Task<List<string>> OrderAsync() => app.InStoreAsync(db => db.Lessons.Where(l => l.Course.Slug == "professional-ethics")
        .OrderBy(l => l.Number).Select(l => l.Slug).ToListAsync());

    private Task<int> CountAsync(Act act) => app.InStoreAsync(db => db.AuditEntries.CountAsync(e => e.Act == act && e.ActorId != null));
}
