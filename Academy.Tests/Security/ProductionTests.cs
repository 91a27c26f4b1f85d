using System.Net;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Security;

/// <summary>Outside Development passwords and answers never travel in the clear.</summary>
public sealed class ProductionTests(
    OpenedAcademy opened, ProductionTests.FromElsewhere elsewhere, ProductionTests.FromTheMachine machine)
    : IClassFixture<ProductionTests.FromElsewhere>, IClassFixture<ProductionTests.FromTheMachine>
{
    private const string Loopback = "127.0.0.1", Counter = "203.0.113.7";

    [Fact]
    public async Task From_elsewhere_nothing_is_served_in_the_clear_whatever_the_request_says_of_itself()
    {
        await Assert.AllAsync(["/", "/account/login", "/css/academy.css", "/api/attempts/1/responses/1", "/no/such/page"], async address =>
        {
            Assert.Equal(
                HttpStatusCode.MisdirectedRequest,
                (await elsewhere.App.NewClientBehindProxy("http").GetAsync(address)).StatusCode);
            Assert.Equal(
                HttpStatusCode.MisdirectedRequest,
                (await elsewhere.App.NewClientBehindProxy("https").GetAsync(address)).StatusCode);
        });
    }

    [Fact]
    public async Task Monitors_are_answered_in_the_clear()
    {
        await Assert.AllAsync(["/health/live", "/health/ready"], async address =>
            Assert.Equal(HttpStatusCode.OK, (await elsewhere.App.NewClient().GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task A_proxy_on_the_machine_that_says_nothing_of_HTTPS_is_served_nothing()
    {
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await machine.App.NewClient().GetAsync("/account/login")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await machine.App.NewClientBehindProxy("https").GetAsync("/account/login")).StatusCode);
    }

    [Theory]
    [InlineData("10.1.0.5", false)]
    [InlineData("10.1.0.5, 203.0.113.7", true)]
    [InlineData("203.0.113.0/24", true)]
    public async Task A_proxy_on_another_machine_is_believed_when_it_is_named(string proxies, bool isBelieved)
    {
        await using var app = new AcademyApp(
            opened, environment: "Production", adjust: From(Counter), settings: [("PlainHttp", "false"), ("Proxies", proxies)]);

        Assert.Equal(
            isBelieved ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest,
            (await app.NewClientBehindProxy("https").GetAsync("/account/login")).StatusCode);
    }

    [Fact]
    public async Task In_the_clear_it_is_served_where_an_administrator_says_so()
    {
        await using var app = new AcademyApp(opened, environment: "Production", adjust: From(Counter));
        Assert.Equal(HttpStatusCode.OK, (await app.NewClient().GetAsync("/account/login")).StatusCode);
    }

    [Fact]
    public async Task Cookies_are_for_this_host_alone_and_never_travel_in_the_clear()
    {
        var client = machine.App.NewClientBehindProxy("https");
        List<string> cookies = [];
        Keep(await client.GetAsync("/account/login"));
        var token = (await client.GetPageAsync("/account/login")).Token();
        Keep(await client.PostTokenAsync(
            token, "/account/login", ("EmployeeNumber", "E0001"), ("Password", OpenedAcademy.Password)));
        token = (await client.GetPageAsync("/account/sessions")).Token();
        Keep(await client.PostTokenAsync(token, "/account/sessions"));

        Assert.Equal(
            ["__Host-academy-device", "__Host-academy-flash", "__Host-academy-form", "__Host-academy-session"],
            cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });

        // The line to the proxy is plain, so the browser's jar would keep secure cookies back.
        void Keep(HttpResponseMessage answer)
        {
            cookies.AddRange(answer.Headers.GetValues("Set-Cookie"));
            client.DefaultRequestHeaders.Remove("Cookie");
            client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])));
        }
    }

    [Fact]
    public async Task Where_to_sign_in_does_not_follow_from_what_the_request_calls_the_host()
    {
        var client = machine.App.NewClientBehindProxy("https");
        client.DefaultRequestHeaders.Host = "evil.example";
        var answer = await client.GetAsync("/quizzes?a=1");
        Assert.Equal("/account/login?returnUrl=%2Fquizzes%3Fa%3D1", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_refusal_says_what_is_missing()
    {
        var answer = await elsewhere.App.NewClient().GetAsync("/");
        Assert.Contains("HTTPS only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Browsers_are_told_to_come_back_by_HTTPS_only(string scheme, bool told)
    {
        var client = machine.App.NewClientBehindProxy(scheme);
        client.DefaultRequestHeaders.Host = "academy.bank.example";
        var answer = await client.GetAsync("/account/login");
        Assert.Equal(told ? ["max-age=31536000"] : [], answer.Headers.TryGetValues("Strict-Transport-Security", out var rule) ? rule : []);
    }

    /// <summary>Behind the proxy as in front of it: whoever is refused in the clear may come by HTTPS.</summary>
    [Fact]
    public async Task The_proxy_on_the_machine_is_believed_about_the_person_behind_it()
    {
        var client = machine.App.NewClientBehindProxy("http");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Counter);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.GetAsync("/account/login")).StatusCode);
    }

    private static Action<IServiceCollection> From(string address) =>
        services => services.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(address)));

    /// <summary>An academy in Production that everybody reaches from one address.</summary>
    public abstract class Reached(OpenedAcademy opened, string address) : IAsyncDisposable
    {
        public AcademyApp App { get; } = new(
            opened,
            environment: "Production",
            adjust: From(address),
            settings: ("PlainHttp", "false"));

        public ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            return App.DisposeAsync();
        }
    }

    public sealed class FromElsewhere(OpenedAcademy opened) : Reached(opened, Counter);

    public sealed class FromTheMachine(OpenedAcademy opened) : Reached(opened, Loopback);

    private sealed class ComesFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = address;
                return rest(context);
            });
            next(app);
        };
    }
}
