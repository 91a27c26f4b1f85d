using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Jobs;
using Academy.Jobs.Letters;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Academy.Tests.Letters;

public sealed class MessengerTests(OpenedAcademy opened)
{
    private const string Secret = "both-know-this-secret";

    [Fact]
    public async Task Each_letter_is_posted_once_and_signed_with_what_both_know()
    {
        await using var messenger = await Receiver.StartAsync();
        await using var store = StoreWith(messenger.Url);
        await Posting.WriteAsync(store, 3);

        await SendAsync(store);
        await SendAsync(store);

        Assert.Equal(3, messenger.Received.Count);
        Assert.Equal(3, messenger.Received.Select(r => r.Key).Distinct().Count());
        Assert.All(messenger.Received, request =>
        {
            var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{request.Timestamp}.{request.Body}"));
            Assert.Equal($"sha256={Convert.ToHexStringLower(signed)}", request.Signature);
            Assert.Equal(store.Clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(request.Timestamp, CultureInfo.InvariantCulture));
        });
        var first = JsonDocument.Parse(messenger.Received[0].Body).RootElement;
        Assert.Equal("E0001", first.GetProperty("to").GetString());
        Assert.Equal("请学完《合规 <第0课>》，11月30日截止", first.GetProperty("title").GetString());
        Assert.Equal("https://academy.bank.example/courses/x", first.GetProperty("link").GetString());
    }

    [Fact]
    public async Task A_messenger_that_fails_gets_all_of_it_later_and_none_of_it_twice()
    {
        await using var messenger = await Receiver.StartAsync();
        await using var store = StoreWith(messenger.Url);
        await Posting.WriteAsync(store, 30);
        messenger.Answer = StatusCodes.Status503ServiceUnavailable;

        Assert.Equal("503 ServiceUnavailable", (await SendAsync(store)).Trouble);
        Assert.Single(messenger.Received);
        messenger.Answer = StatusCodes.Status204NoContent;
        Assert.Empty((await SendAsync(store)).Trouble);
        store.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(store);

        Assert.Equal(30, messenger.Accepted.Distinct().Count());
        Assert.Equal(30, messenger.Accepted.Count);
    }

    [Fact]
    public async Task A_letter_that_the_messenger_does_not_want_is_posted_no_more()
    {
        await using var messenger = await Receiver.StartAsync();
        await using var store = StoreWith(messenger.Url);
        await Posting.WriteAsync(store, 1);
        messenger.Answer = StatusCodes.Status422UnprocessableEntity;

        await SendAsync(store);
        store.Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync(store);

        Assert.Single(messenger.Received);
        var row = await store.AskAsync((AcademyDb db) => db.Messagings.SingleAsync());
        Assert.Equal((MailingState.Refused, MailingRefusal.Rejected), (row.State, row.Refusal));
    }

    [Fact]
    public async Task A_messenger_that_leads_elsewhere_is_not_followed()
    {
        await using var messenger = await Receiver.StartAsync();
        await using var store = StoreWith(messenger.Url);
        await Posting.WriteAsync(store, 1);
        messenger.Answer = StatusCodes.Status307TemporaryRedirect;

        await SendAsync(store);

        Assert.Single(messenger.Received);
        Assert.Equal(MailingState.Waiting, (await store.AskAsync((AcademyDb db) => db.Messagings.SingleAsync())).State);
    }

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status409Conflict)]
    public async Task One_letter_that_the_messenger_keeps_refusing_costs_no_other(int answer)
    {
        await using var messenger = await Receiver.StartAsync();
        await using var store = StoreWith(messenger.Url);
        await Posting.WriteAsync(store, 30);
        var first = await store.AskAsync((AcademyDb db) => db.Letters.Where(l => l.Key == "n0").Select(l => l.Id).SingleAsync());
        (messenger.Refused, messenger.Refusal) = ($"letter-{first}", answer);

        Assert.Empty((await SendAsync(store)).Trouble);

        Assert.Equal(29, messenger.Accepted.Distinct().Count());
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.Messagings.CountAsync(m => m.State == MailingState.Waiting)));
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized)]
    [InlineData(StatusCodes.Status407ProxyAuthenticationRequired)]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    [InlineData(StatusCodes.Status502BadGateway)]
    public async Task A_messenger_that_serves_nobody_is_asked_once(int answer)
    {
        await using var messenger = await Receiver.StartAsync();
        await using var store = StoreWith(messenger.Url);
        await Posting.WriteAsync(store, 3);
        messenger.Answer = answer;

        Assert.NotEmpty((await SendAsync(store)).Trouble);
        Assert.Single(messenger.Received);
    }

    [Fact]
    public async Task A_messenger_that_is_gone_costs_no_letter()
    {
        await using var store = StoreWith(new Uri("http://127.0.0.1:9/"));
        await Posting.WriteAsync(store, 1);

        Assert.NotEmpty((await SendAsync(store)).Trouble);
        var row = await store.AskAsync((AcademyDb db) => db.Messagings.SingleAsync());
        Assert.Equal((MailingState.Waiting, 1), (row.State, row.Tries));
    }

    [Fact]
    public async Task Nothing_is_posted_where_nobody_has_said_where_to()
    {
        await using var store = new AcademyStore(opened);
        await Posting.WriteAsync(store, 1);

        await SendAsync(store);

        Assert.Empty(await store.AskAsync((AcademyDb db) => db.Messagings.ToListAsync()));
    }

    [Fact]
    public async Task Reminders_of_another_day_are_posted_no_more()
    {
        await using var messenger = await Receiver.StartAsync();
        await using var store = StoreWith(messenger.Url);
        await store.TellAsync(async (AcademyDb db) =>
        {
            var reader = await db.Employees.Where(e => e.UserName == "E0001").Select(e => e.Id).SingleAsync();
            var about = new Dictionary<string, string> { [LetterWords.Occasion] = "Published", ["title"] = "现金服务" };
            db.Add(Letter.Of(
                LetterKind.Digest, reader, "2026-11-23", "/courses/x", new Dictionary<string, string>(),
                [new LetterLine("/courses/x", about)], store.Clock.GetUtcNow().AddHours(-20)));
            await db.SaveChangesAsync();
        });

        await SendAsync(store);

        Assert.Empty(messenger.Received);
        Assert.Equal(MailingRefusal.TooOld, (await store.AskAsync((AcademyDb db) => db.Messagings.SingleAsync())).Refusal);
    }

    [Theory]
    [InlineData("http://messenger.bank.example/", Secret, false)]
    [InlineData("ftp://127.0.0.1/", Secret, false)]
    [InlineData("https://messenger.bank.example/", "short", false)]
    [InlineData("https://messenger.bank.example/", Secret, true)]
    [InlineData("http://127.0.0.1:8080/hook", Secret, true)]
    public void Letters_leave_encrypted_or_stay_on_the_machine(string url, string secret, bool isFine) =>
        Assert.Equal(isFine, new MessengerSettings { Url = new Uri(url), Secret = secret }.Problem() is null);

    private AcademyStore StoreWith(Uri url) => Posting.StoreWith(opened, new MailSettings(), services =>
    {
        var given = (AcademySettings)services.Last(s => s.ServiceType == typeof(AcademySettings)).ImplementationInstance!;
        services.Replace(ServiceDescriptor.Singleton(
            given with { Messenger = new MessengerSettings { Url = url, Secret = Secret, Timeout = TimeSpan.FromSeconds(5) } }));
    });

    private static Task<Tally> SendAsync(AcademyStore store) => store.AskAsync((IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<SendMessages>(services).RunAsync(CancellationToken.None));

    private sealed record Request(string Key, string Timestamp, string Signature, string Body);

    /// <summary>A messenger that takes down what it gets.</summary>
    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        public Uri Url => new(app.Urls.Single());

        public int Answer { get; set; } = StatusCodes.Status204NoContent;

        /// <summary>The letter that gets an answer of its own, and which.</summary>
        public string Refused { get; set; } = "";

        public int Refusal { get; set; }

        public List<Request> Received { get; } = [];

        public List<string> Accepted { get; } = [];

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var receiver = new Receiver(builder.Build());
            receiver.App.MapPost("/{**path}", receiver.TakeAsync);
            await receiver.App.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private WebApplication App => app;

        private async Task TakeAsync(HttpContext context)
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            var headers = context.Request.Headers;
            Received.Add(new Request(
                headers["Idempotency-Key"]!, headers["X-Academy-Timestamp"]!, headers["X-Academy-Signature"]!, body));
            var answer = headers["Idempotency-Key"] == Refused ? Refusal : Answer;
            if (answer < 300) Accepted.Add(headers["Idempotency-Key"]!);
            if (answer == StatusCodes.Status307TemporaryRedirect) context.Response.Headers.Location = "/elsewhere";
            context.Response.StatusCode = answer;
        }
    }
}
