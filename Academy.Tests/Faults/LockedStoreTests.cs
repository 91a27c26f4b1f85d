using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Academy.Jobs;
using Academy.Jobs.People;
using Academy.Tests.Hosting;
using Academy.Tests.Security;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Faults;

/// <summary>While another program has locked the store, people are told to come again, and nobody who only reads waits for it.</summary>
public sealed class LockedStoreTests : IAsyncDisposable
{
    private const string Answer = """{"revision": 1, "value": null}""";

    private readonly LogLines log = new();
    private readonly AcademyApp app;

    public LockedStoreTests(OpenedAcademy opened) => app = new AcademyApp(opened, adjust: log.Into);

    [Fact]
    public async Task Whoever_writes_is_told_to_come_again_and_whoever_reads_does_not_wait()
    {
        var person = await app.SignInAsync("E0001");
        var english = app.NewClient();
        await english.PostFormAsync("/account/login", "/preferences/language", ("language", "en"));
        var (token, place) = await StartAsync(person);
        var login = (await english.GetPageAsync("/account/login")).Token();

        var told = 0;
        using (Lock())
        {
            var saving = person.PutJsonAsync(token, place, Answer);
            var signingIn = Enumerable.Range(2, 60)
                .Select(n => SignInAtAsync(english, login, n))
                .ToList();
            for (var times = 0; times < 20; times++)
            {
                var asked = Stopwatch.GetTimestamp();
                Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/quizzes")).StatusCode);
                Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(3));
            }

            var problem = JsonDocument.Parse(await AssertToldAsync(await saving)).RootElement;
            Assert.Equal("现在存不进去，请稍候再试", problem.GetProperty("title").GetString());
            // Who has left the bank is refused, and nothing is written for that.
            foreach (var page in (await Task.WhenAll(signingIn)).Where(page => page.StatusCode != HttpStatusCode.OK))
            {
                Assert.Contains("<h1>Nothing can be saved at the moment</h1>", await AssertToldAsync(page), StringComparison.Ordinal);
                told++;
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await person.PutJsonAsync(token, place, Answer)).StatusCode);
        Assert.DoesNotContain(log.All, line => line.Failure is not null);
        Assert.InRange(told, 50, 60);
        Assert.Equal(told + 1, log.All.Count(line => line.Words.Contains("come again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_taken_away_is_not_handed_out_while_nobody_can_write_that_down()
    {
        var auditor = await app.SignInAsync("U0001");

        using (Lock()) await AssertToldAsync(await auditor.GetAsync("/admin/audit/export"));

        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("/admin/audit/export")).StatusCode);
    }

    [Fact]
    public async Task What_somebody_has_written_is_shown_and_sent_again_by_one_press()
    {
        var administrator = await app.SignInAsync("A0001");
        const string address = "/admin/people/E0042/details";
        IDocument told;
        using (Lock())
            told = await (await administrator.PostShownAsync(address, null, ("Name", "林新名"), ("PinyinKey", "lin"))).ReadPageAsync();

        Assert.Equal(["林新名"], told.QuerySelectorAll("textarea").Select(written => written.TextContent.Trim()));
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(told.QuerySelector("main form"));
        Assert.Equal(address, form.GetAttribute("action"));
        var answer = await administrator.PostAsync(address, new FormUrlEncodedContent(told.Hidden()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("林新名", await administrator.GetStringAsync("/admin/people/E0042"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_site_has_sent_and_passwords_are_not_sent_again_from_here()
    {
        var person = await app.SignInAsync("A0001");
        using var locked = Lock();

        var written = new FormUrlEncodedContent([KeyValuePair.Create("Name", "某人")]);
        var foreign = await (await person.PostAsync("/admin/people/E0042/details", written)).ReadPageAsync();
        var secret = await (await person.PostFormAsync(
            "/account/password",
            "/account/password",
            ("Current", OpenedAcademy.Password),
            ("Chosen", "pass phrase 7"),
            ("Repeated", "pass phrase 7"))).ReadPageAsync();

        Assert.Null(foreign.QuerySelector("main form[action]"));
        Assert.Null(secret.QuerySelector("main form[action]"));
        Assert.DoesNotContain("pass phrase 7", secret.Source.Text, StringComparison.Ordinal);
        Assert.Equal("/account/password", secret.QuerySelector("main .form-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_monitors_ask_and_what_is_done_by_the_clock_meanwhile_is_a_line_of_the_log_each()
    {
        await app.SignInAsync("E0001");
        await using var scope = app.Services.CreateAsyncScope();
        using (Lock())
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.NewClient().GetAsync("/health/ready")).StatusCode);
            await ActivatorUtilities.CreateInstance<Timed<WriteWhoIsIn>>(scope.ServiceProvider).Execute(null!, CancellationToken.None);
        }

        Assert.DoesNotContain(log.All, line => line.Failure is not null);
        Assert.Single(log.All, line => line.Words.StartsWith("WriteWhoIsIn waits for its next time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_writes_waits_for_a_lock_that_goes()
    {
        var person = await app.SignInAsync("E0001");
        var (token, place) = await StartAsync(person);
        Task<HttpResponseMessage> saving;
        using (Lock())
        {
            saving = person.PutJsonAsync(token, place, Answer);
            for (var times = 0; times < 20; times++) await person.GetAsync("/quizzes");
            Assert.False(saving.IsCompleted);
        }

        Assert.Equal(HttpStatusCode.OK, (await saving).StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        log.Dispose();
    }

    /// <summary>Each from a place of their own: from one, so many would be sent away before the store is asked.</summary>
    private static Task<HttpResponseMessage> SignInAtAsync(HttpClient client, string token, int number) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/login")
        {
            Headers = { { "X-Forwarded-For", $"198.51.100.{number}" } },
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["EmployeeNumber"] = $"E{number:D4}",
                ["Password"] = OpenedAcademy.Password,
            }),
        });

    private static async Task<(string Token, string Place)> StartAsync(HttpClient person)
    {
        var started = await person.PostFormAsync("/quizzes/1", "/quizzes/1/start");
        var attempt = started.Headers.Location!.ToString();
        return ((await person.GetPageAsync(attempt)).Token(), $"/api{attempt}/responses/1");
    }

    private static async Task<string> AssertToldAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        var words = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("SQLite", words, StringComparison.Ordinal);
        return words;
    }

    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "academy.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        return connection;
    }
}
