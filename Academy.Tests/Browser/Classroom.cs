using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

/// <summary>An academy that the tests of one class share, and the browser they visit it with.</summary>
public class Classroom(OpenedAcademy opened, Chromium chromium) : IAsyncDisposable
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (DateTimeOffset At, IReadOnlyList<BrowserContextCookiesResult> Session)> sessions = [];
    private AcademyApp? app;

    public AcademyApp App => app ??= new AcademyApp(opened, adjust: Adjust);

    /// <summary>A fresh browser window, nobody signed in.</summary>
    public async Task<Visit> EnterAsync(Device device)
    {
        var browser = await chromium.StartAsync();
        var options = device.Options;
        options.BaseURL = App.Address.ToString();
        var context = await browser.NewContextAsync(options);
        await context.AddCookiesAsync([device.LanguageCookie(App.Address)]);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>A fresh browser window of somebody who has signed in, now or before in another window.</summary>
    public async Task<Visit> EnterAsync(Device device, string number)
    {
        var visit = await EnterAsync(device);
        await SignInAsync(visit, number);
        return visit;
    }

    /// <summary>A quiz, by default one that is always open and has 10 single choices, 5 multiple choices, 5 true or false.</summary>
    public Task<Quiz> QuizAsync(string slug = "professional-ethics") =>
        App.InStoreAsync(db => db.Quizzes.AsNoTracking().SingleAsync(q => q.Slug == slug));

    /// <summary>A bank that the trainers may write in.</summary>
    public Task<long> AddBankAsync(string slug, string title, bool isReviewed = false) => App.InStoreAsync(async db =>
    {
        var bank = db.Add(new Bank(slug) { Title = title, RequiresReview = isReviewed }).Entity;
        await db.SaveChangesAsync();
        return bank.Id;
    });

    /// <summary>Stores an answer to the first question from another device of the same person.</summary>
    public async Task StoreElsewhereAsync(string number, long attempt, string? value)
    {
        var device = await App.SignInAsync(number);
        var page = await device.GetPageAsync($"/attempts/{attempt}");
        var revision = int.Parse(page.QuerySelector("#question-1")!.GetAttribute("data-revision")!, CultureInfo.InvariantCulture) + 5;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/attempts/{attempt}/responses/1");
        request.Content = JsonContent.Create(new { revision, value });
        request.Headers.Add("RequestVerificationToken", page.Token());
        Assert.Equal(HttpStatusCode.OK, (await device.SendAsync(request)).StatusCode);
    }

    /// <summary>Lets time pass on the page of a lesson, whose clock is the test's, and on the server while the reader moves.</summary>
    public async Task ReadAsync(IPage page, TimeSpan length)
    {
        for (var read = TimeSpan.Zero; read < length; read += ReportEvery)
        {
            App.Clock.Advance(ReportEvery);
            await page.Mouse.MoveAsync(600, 100 + (float)read.TotalSeconds);
            await page.RunAndWaitForResponseAsync(
                () => page.Clock.RunForAsync((long)ReportEvery.TotalMilliseconds),
                response => response.Url.EndsWith("/progress", StringComparison.Ordinal));
        }
    }

    /// <summary>Signs somebody in beside the page, or takes over where they have signed in shortly before.</summary>
    protected async Task SignInAsync(Visit visit, string number)
    {
        var now = App.Clock.GetUtcNow();
        if (sessions.TryGetValue(number, out var last) && now - last.At < Fresh) await visit.TakeOverAsync(last.Session);
        else sessions[number] = (now, await visit.SignInAsync(number));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null) await app.DisposeAsync();
    }

    /// <summary>What is different in this academy.</summary>
    protected virtual void Adjust(IServiceCollection services) { }
}
