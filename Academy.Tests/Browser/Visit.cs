using System.Globalization;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

/// <summary>Somebody before a page of the academy, in a browser window of their own.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly bool isGuest;
    private const string Login = "/account/login";
    private const string Session = "academy-session";

    private readonly List<string> faults = [];

    /// <param name="context">The window.</param>
    /// <param name="page">The page that the visit begins with.</param>
    /// <param name="isGuest">Whether window and page are there before and after it.</param>
    public Visit(IBrowserContext context, IPage page, bool isGuest = false)
    {
        (Window, Page, this.isGuest) = (context, page, isGuest);
        context.WebError += TellOfError;
        context.Console += TellOfPolicy;
    }

    public IBrowserContext Window { get; }
    public IPage Page { get; }

    /// <summary>Errors of the scripts, and what the content security policy had to stop.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>The attempt that was begun last.</summary>
    public long Attempt { get; private set; }

    public Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>Signs in beside the page, and gives the session for another window of the same person.</summary>
    public async Task<IReadOnlyList<BrowserContextCookiesResult>> SignInAsync(string number)
    {
        await PostAsync(Login, Login, ("EmployeeNumber", number), ("Password", OpenedAcademy.Password));
        return [.. (await Window.CookiesAsync()).Where(cookie => cookie.Name == Session)];
    }

    public Task TakeOverAsync(IEnumerable<BrowserContextCookiesResult> session) =>
        Window.AddCookiesAsync(
            session.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));

    /// <summary>Signs out beside the page, which does not hear of it.</summary>
    public Task SignOutAsync() => Window.ClearCookiesAsync(new() { Name = Session });

    /// <summary>Starts a quiz beside the page, or goes on with the running attempt, and opens its paper.</summary>
    public async Task BeginAsync(Quiz quiz)
    {
        var paper = await PostAsync($"/quizzes/{quiz.Id}", $"/quizzes/{quiz.Id}/start");
        Attempt = long.Parse(paper.Split('/')[^1], CultureInfo.InvariantCulture);
        await GoAsync(paper);
    }

    /// <summary>Posts a form with the token of a page and says where that leads.</summary>
    private async Task<string> PostAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var form = Window.APIRequest.CreateFormData();
        form.Set(
            "__RequestVerificationToken",
            new HtmlParser().ParseDocument(await (await Window.APIRequest.GetAsync(page)).TextAsync()).Token());
        foreach (var (name, value) in fields) form.Set(name, value);
        var answer = await Window.APIRequest.PostAsync(address, new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
        return answer.Headers["location"];
    }

    public async ValueTask DisposeAsync()
    {
        Window.WebError -= TellOfError;
        Window.Console -= TellOfPolicy;
        if (!isGuest) await Window.CloseAsync();
    }

    private void TellOfError(object? sender, IWebError error) => faults.Add(error.Error);

    private void TellOfPolicy(object? sender, IConsoleMessage message)
    {
        if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) faults.Add(message.Text);
    }
}
