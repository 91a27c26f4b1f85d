using System.Net;
using System.Text.Json;
using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Web.Pages.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Academy.Tests.Security;

/// <summary>People are answered with a page that helps in their language, scripts never with a page.</summary>
public sealed class ErrorAnswersTests(OpenedAcademy opened, SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Answer = """{"revision": 1, "value": null}""";

    [Theory]
    [InlineData("zh-CN", "找不到这个页面")]
    [InlineData("en", "This page was not found")]
    public async Task An_unknown_address_is_not_found_and_says_so_in_the_persons_language(string language, string words)
    {
        var client = academy.App.NewClient();
        await client.PostFormAsync("/account/login", "/preferences/language", ("language", language));

        var answer = await client.GetAsync("/no/such/page");
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((language, words), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")?.TextContent));
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task An_unknown_address_is_not_found_by_any_method(string method)
    {
        var answer = await academy.App.NewClient().SendAsync(new HttpRequestMessage(new HttpMethod(method), "/no/such/page"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_failure_of_ours_is_told_to_people_with_a_number_and_without_its_inside()
    {
        await using var app = new AcademyApp(opened, adjust: services => services.RemoveAll<AnswerSheet>());
        var person = await app.SignInAsync("E0001");

        await Assert.AllAsync([await person.GetAsync("/attempts/1"), await person.PostFormAsync("/", "/attempts/1")], async answer =>
        {
            var page = await answer.ReadPageAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Matches("^[0-9A-F]{4}-[0-9A-F]{4}$", page.QuerySelector("#error-number")?.TextContent);
            Assert.DoesNotContain(nameof(AnswerSheet), page.Source.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Who_asks_for_the_page_of_failures_where_nothing_failed_is_given_no_number()
    {
        var page = await academy.App.NewClient().GetPageAsync("/error");

        Assert.Null(page.QuerySelector("#error-number"));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_script_is_never_answered_with_a_page(string environment)
    {
        await using var app = new AcademyApp(opened, environment: environment);
        var nobody = app.NewClient();
        var person = await app.SignInAsync("E0001");
        var token = (await person.GetPageAsync("/account/password")).Token();
        var attempt = FirstAnswerOf(await StartAsync(person));

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, nobody.PutJsonAsync(null, attempt, Answer));
        await AssertRefusedAsync(HttpStatusCode.BadRequest, person.PutJsonAsync(null, attempt, Answer));
        await AssertRefusedAsync(HttpStatusCode.BadRequest, person.PutJsonAsync(token, attempt, "{"));
        await AssertRefusedAsync(HttpStatusCode.BadRequest, person.PutJsonAsync(token, attempt, """{"value": "a"}"""));
        await AssertRefusedAsync(
            HttpStatusCode.BadRequest,
            person.PutJsonAsync(token, attempt, """{"revision": 1, "value": "no such option"}"""));
        await AssertRefusedAsync(HttpStatusCode.NotFound, person.PutJsonAsync(token, FirstAnswerOf("1"), Answer));
        await AssertRefusedAsync(HttpStatusCode.NotFound, person.GetAsync("/api/no/such"));
        await AssertRefusedAsync(HttpStatusCode.NotFound, person.GetAsync(attempt));
        person.DefaultRequestHeaders.ExpectContinue = true;
        await AssertRefusedAsync(
            HttpStatusCode.RequestEntityTooLarge,
            person.PutJsonAsync(token, attempt, $$"""{"revision": 1, "value": "{{new string('a', 2_000_000)}}"}"""));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_failure_of_ours_is_told_to_a_script_without_a_page_and_without_its_inside(string environment)
    {
        await using var app = new AcademyApp(
            opened,
            environment: environment,
            adjust: services => services.Replace(ServiceDescriptor.Singleton<Scribe, FailingScribe>()));
        var person = await app.SignInAsync("E0001");
        var token = (await person.GetPageAsync("/account/password")).Token();

        var answer = await AssertRefusedAsync(
            HttpStatusCode.InternalServerError,
            person.PutJsonAsync(token, FirstAnswerOf(await StartAsync(person)), Answer));

        Assert.DoesNotContain(FailingScribe.Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_server_stops_is_told_to_come_again()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        var place = FirstAnswerOf(await StartAsync(person));
        var token = (await person.GetPageAsync("/account/password")).Token();

        await app.Services.GetRequiredService<Scribe>().StopAsync(TestContext.Current.CancellationToken);
        var answer = await AssertRefusedAsync(HttpStatusCode.ServiceUnavailable, person.PutJsonAsync(token, place, Answer));

        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("现在存不进去，请稍候再试", problem.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Who_comes_to_an_academy_whose_keys_cannot_be_read_is_told_to_come_again()
    {
        await using var app = new AcademyApp(opened, adjust: services =>
        {
            var settings = services.Select(service => service.ImplementationInstance).OfType<AcademySettings>().Last();
            var keys = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "keys"));
            File.WriteAllText(Path.Combine(keys.FullName, "key-odd.xml"), "no key");
        });

        var answer = await app.NewClient().GetAsync("/account/login");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("现在存不进去，请稍候再试", (await answer.ReadPageAsync()).QuerySelector("h1")?.TextContent);
    }

    private static async Task<HttpResponseMessage> AssertRefusedAsync(HttpStatusCode status, Task<HttpResponseMessage> asking)
    {
        var answer = await asking;
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEqual("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return answer;
    }

    private static string FirstAnswerOf(string attempt) => $"/api/attempts/{attempt}/responses/1";

    private static async Task<string> StartAsync(HttpClient person)
    {
        var answer = await person.PostFormAsync("/quizzes/1", "/quizzes/1/start");
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    private sealed class FailingScribe(IDbContextFactory<AcademyDb> store, TimeProvider clock) : Scribe(store, clock)
    {
        public const string Secret = "the disk is on fire";

        public override Task<AnswerOutcome> WriteAsync(SentAnswer sent, CancellationToken ct) =>
            throw new InvalidOperationException(Secret);
    }
}
