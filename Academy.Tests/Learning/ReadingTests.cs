using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Learning;

public sealed class ReadingTests(OpenedAcademy opened) : IAsyncLifetime
{
    private const string Page = "/courses/professional-ethics/customers";
    private const string Report = "/api/courses/professional-ethics/customers/progress";

    private readonly AcademyApp app = new(opened);
    private HttpClient reader = null!;
    private TimeSpan plausible;

    public async ValueTask InitializeAsync()
    {
        reader = await app.SignInAsync("E0001");
        plausible = (await app.InStoreAsync(db => db.Lessons.At("professional-ethics", "customers").SingleAsync())).PlausibleTime;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_report_is_credited_and_tells_where_the_reader_stands()
    {
        var token = (await reader.GetPageAsync(Page)).Token();
        app.Clock.Advance(TimeSpan.FromSeconds(40));

        var state = await ReportAsync(token, """{"visibleSeconds": 25.5, "clause": 2}""");

        Assert.Equal(
            (25.5, plausible.TotalSeconds, false),
            (
                state.GetProperty("readSeconds").GetDouble(),
                state.GetProperty("plausibleSeconds").GetDouble(),
                state.GetProperty("isFinished").GetBoolean()));
        Assert.Equal(2, (await ProgressAsync())!.FurthestClause);
    }

    [Theory]
    [InlineData("""{"visibleSeconds": 1e300, "clause": 99}""", 40)]
    [InlineData("""{"visibleSeconds": -5, "clause": -1}""", 0)]
    public async Task A_report_that_cannot_be_is_cut_to_what_can(string body, double seconds)
    {
        var page = await reader.GetPageAsync(Page);
        app.Clock.Advance(TimeSpan.FromSeconds(40));

        var state = await ReportAsync(page.Token(), body);

        Assert.Equal(seconds, state.GetProperty("readSeconds").GetDouble());
        Assert.InRange((await ProgressAsync())!.FurthestClause, 0, page.QuerySelectorAll("[data-clause]").Length);
    }

    [Fact]
    public async Task A_report_needs_a_token_a_reader_and_an_opened_lesson()
    {
        var token = (await reader.GetPageAsync("/courses/professional-ethics/general")).Token();

        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(reader, token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(reader, "")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PutAsync(app.NewClient(), token)).StatusCode);
    }

    [Fact]
    public async Task Without_script_a_lesson_is_finished_after_its_plausible_time()
    {
        await reader.GetPageAsync(Page);
        app.Clock.Advance(plausible);

        var answer = await FinishAsync("");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/courses/professional-ethics/customers-care#main", answer.Headers.Location?.ToString());
        Assert.Equal(app.Clock.GetUtcNow(), (await ProgressAsync())!.FinishedAt);
    }

    [Fact]
    public async Task Too_fast_is_told_on_the_page_and_the_time_so_far_stays()
    {
        await reader.GetPageAsync(Page);
        app.Clock.Advance(plausible - TimeSpan.FromSeconds(1));

        var page = await (await FinishAsync("")).ReadPageAsync();

        Assert.NotNull(page.QuerySelector("#finish [role=alert]"));
        Assert.Equal((plausible - TimeSpan.FromSeconds(1), null), ((await ProgressAsync())!.ReadTime, (await ProgressAsync())!.FinishedAt));
    }

    [Fact]
    public async Task With_script_the_visible_time_decides()
    {
        await reader.GetPageAsync(Page);
        app.Clock.Advance(plausible * 2);

        Assert.Equal(HttpStatusCode.OK, (await FinishAsync("10")).StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), (await ProgressAsync())!.ReadTime);
    }

    [Fact]
    public async Task A_lesson_that_was_never_opened_is_not_finished()
    {
        var answer = await reader.PostFormAsync("/courses/professional-ethics/general", Page, ("visibleSeconds", ""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null((await ProgressAsync())!.FinishedAt);
    }

    [Fact]
    public async Task A_finished_lesson_shows_when_and_cannot_be_finished_again()
    {
        await reader.GetPageAsync(Page);
        app.Clock.Advance(plausible);
        await FinishAsync("");
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        var page = await reader.GetPageAsync(Page);
        await FinishAsync("");

        Assert.Null(page.QuerySelector("form#finish"));
        Assert.NotNull(page.QuerySelector("#finish"));
        Assert.Equal(TestClock.Tuesday + plausible, (await ProgressAsync())!.FinishedAt);
    }

    [Fact]
    public async Task The_last_lesson_leads_back_to_its_course()
    {
        await reader.GetPageAsync("/courses/counterfeit-currency/after-seizure");
        app.Clock.Advance(TimeSpan.FromMinutes(29));

        var answer = await reader.PostFormAsync(
            "/courses/counterfeit-currency", "/courses/counterfeit-currency/after-seizure", ("visibleSeconds", ""));

        Assert.Equal("/courses/counterfeit-currency#main", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_first_opening_may_come_several_times_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reader.GetAsync(Page)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.NotNull(await ProgressAsync());
    }

    [Fact]
    public async Task A_report_reads_no_text()
    {
        var heard = new Heard();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(heard)));
        var (person, lesson) = await store.AskAsync(async (AcademyDb db) => (
            (await db.Employees.Numbered("E0001").SingleAsync()).Id,
            await db.Lessons.At("professional-ethics", "customers").Select(l => l.Id).SingleAsync()));
        await store.TellAsync((Tutor tutor) => tutor.OpenLessonAsync(person, lesson, default));
        heard.Commands.Clear();

        Assert.NotNull(await store.AskAsync((Tutor tutor) => tutor.CreditAsync(person, lesson, TimeSpan.FromSeconds(15), 1, default)));

        Assert.NotEmpty(heard.Commands);
        Assert.DoesNotContain(heard.Commands, command => command.Contains("\"Document\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lesson_counts_as_many_clauses_as_its_text_has()
    {
        var lessons = await app.InStoreAsync(db => db.Lessons.InForce().Include(l => l.Clauses).AsNoTracking().ToListAsync());

        Assert.NotEmpty(lessons);
        Assert.All(lessons, lesson => Assert.Equal(lesson.Document.Clauses.Count(), lesson.Clauses.Count));
    }

    [Theory]
    [InlineData("UPDATE Lessons SET RetiredAt = 1 WHERE Slug = 'customers'")]
    [InlineData("UPDATE Courses SET State = 'Retired' WHERE Slug = 'professional-ethics'")]
    public async Task What_is_retired_while_it_is_opened_is_not_found(string retirement)
    {
        var other = new Interruption();
        await using var interrupted = new AcademyApp(opened, adjust: other.Into);
        var client = await interrupted.SignInAsync("E0001");
        other.Await("\"Attachments\"", () => interrupted.InStoreAsync(db => db.Database.ExecuteSqlRawAsync(retirement)));

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Page)).StatusCode);
    }

    private Task<HttpResponseMessage> FinishAsync(string visibleSeconds) =>
        reader.PostFormAsync("/courses/professional-ethics/customers-care", Page, ("visibleSeconds", visibleSeconds));

    private async Task<JsonElement> ReportAsync(string token, string body)
    {
        var answer = await PutAsync(reader, token, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> PutAsync(
        HttpClient client, string token, string body = """{"visibleSeconds": 1, "clause": 1}""")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Report);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Add("RequestVerificationToken", token);
        return await client.SendAsync(request);
    }

    private Task<Progress?> ProgressAsync() => app.InStoreAsync(db =>
    {
        var readers = db.Employees.Numbered("E0001").Select(e => e.Id);
        return db.Progress.AsNoTracking().SingleOrDefaultAsync(p => readers.Contains(p.EmployeeId) && p.Lesson.Slug == "customers");
    });

    /// <summary>What the store is asked.</summary>
    private sealed class Heard : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
