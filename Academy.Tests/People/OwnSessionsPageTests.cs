using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Web.Security;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>Where people see on which devices they are signed in, and sign out there.</summary>
public sealed class OwnSessionsPageTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Page = "/account/sessions";
    private const string Edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
    private const string Phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8";

    [Fact]
    public async Task Who_is_signed_in_once_is_shown_only_that()
    {
        var person = await SignInAsync("E0031", Edge);

        var page = await person.GetPageAsync(Page);

        Assert.Equal("Edge · Windows 本机", Assert.Single(Names(page)));
        Assert.Contains("您只在本机登录", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_double_press_of_sign_in_or_of_sign_out_is_one_line_of_the_trail()
    {
        var client = academy.App.NewClient();
        var form = (await client.GetPageAsync("/account/login")).Token();
        (string, string)[] entries = [("EmployeeNumber", "E0040"), ("Password", OpenedAcademy.Password)];

        await PressTwiceAsync("/account/login", form, entries);
        await PressTwiceAsync("/account/logout", (await client.GetPageAsync("/")).Token());
        Assert.Equal((1, 1), (await LinesAsync(PeopleTrail.SignedIn), await LinesAsync(PeopleTrail.SignedOut)));

        await PressTwiceAsync("/account/login", form, entries);
        Assert.Equal(2, await LinesAsync(PeopleTrail.SignedIn));

        Task PressTwiceAsync(string address, string token, params (string Name, string Value)[] fields) =>
            Task.WhenAll(Enumerable.Range(0, 2).Select(_ => client.PostAsync(address, new FormUrlEncodedContent(
                [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]))));

        Task<int> LinesAsync(Act act) =>
            academy.App.InStoreAsync(db => db.AuditEntries.CountAsync(e => e.Act == act && e.SubjectKey == "E0040"));
    }

    [Fact]
    public async Task One_device_is_signed_out_and_the_others_stay()
    {
        var (here, phone, other) = (await SignInAsync("E0032", Edge), await SignInAsync("E0032", Phone), await SignInAsync("E0032", ""));
        var page = await here.GetPageAsync(Page);
        Assert.Equal(["Edge · Windows 本机", "未知设备", "WeChat · Android"], Names(page));

        var form = page.QuerySelectorAll("main .item").Single(item => item.TextContent.Contains("WeChat", StringComparison.Ordinal));
        await EndAsync(here, form.QuerySelector("input[name=Ended]")!.GetAttribute("value")!);

        Assert.Contains("已让 1 处登录退出。", (await here.GetPageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            (false, true, false), (await here.IsSignedOutAsync(), await phone.IsSignedOutAsync(), await other.IsSignedOutAsync()));
    }

    [Fact]
    public async Task All_other_devices_are_signed_out_at_once_and_the_trail_tells_of_it()
    {
        var (here, phone, other) = (await SignInAsync("E0033", Edge), await SignInAsync("E0033", Phone), await SignInAsync("E0033", Edge));

        await here.PostShownAsync(Page, fields: ("Ended", ""));

        Assert.Equal(
            (false, true, true), (await here.IsSignedOutAsync(), await phone.IsSignedOutAsync(), await other.IsSignedOutAsync()));
        Assert.Equal(PeopleTrail.SignedOutElsewhere, (await TrailAsync("E0033"))[^1]);
    }

    [Fact]
    public async Task Everywhere_is_here_too()
    {
        var (here, phone) = (await SignInAsync("E0034", Edge), await SignInAsync("E0034", Phone));

        var answer = await here.PostFormAsync(Page, "/account/logout", ("Everywhere", "true"));

        Assert.Equal("/account/login", answer.Headers.Location?.ToString());
        Assert.Equal((true, true), (await here.IsSignedOutAsync(), await phone.IsSignedOutAsync()));
        Assert.Equal(
            [PeopleTrail.SignedIn, PeopleTrail.SignedIn, PeopleTrail.SignedOutElsewhere, PeopleTrail.SignedOut],
            await TrailAsync("E0034"));
    }

    [Fact]
    public async Task Somebody_elses_session_is_not_ended_nor_is_any_when_it_is_not_said_which()
    {
        var (here, there) = (await SignInAsync("E0035", Edge), await SignInAsync("E0035", Edge));
        var (other, second) = (await SignInAsync("E0036", Edge), await SignInAsync("E0036", Edge));
        var foreign = (await other.GetPageAsync(Page)).QuerySelector("input[name=Ended]")!.GetAttribute("value")!;

        await EndAsync(here, foreign);
        Assert.Equal(HttpStatusCode.BadRequest, (await here.PostFormAsync(Page, Page, ("Ended", "all"))).StatusCode);

        Assert.Equal((false, false), (await second.IsSignedOutAsync(), await there.IsSignedOutAsync()));
    }

    [Fact]
    public async Task Signing_out_has_the_browser_forget_all_but_what_belongs_to_the_device()
    {
        var person = await SignInAsync("E0037", Edge);

        var answer = await person.PostFormAsync("/", "/account/logout");

        Assert.Equal("\"cache\", \"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.DoesNotContain(
            answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(KnownDevices.Cookie, StringComparison.Ordinal));
    }

    private static List<string> Names(IParentNode page) =>
    [
        .. page.QuerySelectorAll("main .item h2")
            .Select(name => string.Join(' ', name.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static Task<HttpResponseMessage> EndAsync(HttpClient person, string session) =>
        person.PostFormAsync(Page, Page, ("Ended", session));

    private async Task<HttpClient> SignInAsync(string number, string browser)
    {
        var client = academy.App.NewClient();
        if (browser.Length > 0) client.DefaultRequestHeaders.Add("User-Agent", browser);
        Assert.Null(await client.TryAsync(number, OpenedAcademy.Password));
        academy.App.Clock.Advance(TimeSpan.FromSeconds(1));
        return client;
    }

    private Task<List<Act>> TrailAsync(string number) => academy.App.InStoreAsync(db => db.AuditEntries
        .Where(e => e.Subject == PeopleTrail.Account && e.SubjectKey == number)
        .OrderBy(e => e.Id)
        .Select(e => e.Act)
        .ToListAsync());
}
