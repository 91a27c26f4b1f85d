using System.Net;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Security;

/// <summary>Outside Development passwords and answers never travel in the clear.</summary>
public sealed class ProductionTests(OpenedAcademy opened)
{
    private const string Loopback = "127.0.0.1", Counter = "203.0.113.7";

    [Fact]
    public async Task From_elsewhere_nothing_is_served_in_the_clear_whatever_the_request_says_of_itself()
    {
        await using var app = AppReachedFrom(Counter);
        await Assert.AllAsync(["/", "/account/login", "/css/academy.css", "/api/attempts/1/responses/1", "/no/such/page"], async address =>
        {
            Assert.Equal(HttpStatusCode.MisdirectedRequest, (await app.NewClientBehindProxy("http").GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, (await app.NewClientBehindProxy("https").GetAsync(address)).StatusCode);
        });
    }

    [Fact]
    public async Task Monitors_are_answered_in_the_clear()
    {
        await using var app = AppReachedFrom(Counter);
        await Assert.AllAsync(["/health/live", "/health/ready"], async address =>
            Assert.Equal(HttpStatusCode.OK, (await app.NewClient().GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task The_machine_itself_may_look_in_the_clear()
    {
        await using var app = AppReachedFrom(Loopback);
        Assert.Equal(HttpStatusCode.OK, (await app.NewClient().GetAsync("/account/login")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.NewClientBehindProxy("https").GetAsync("/account/login")).StatusCode);
    }

    [Fact]
    public async Task A_refusal_says_what_is_missing()
    {
        await using var app = AppReachedFrom(Counter);
        var answer = await app.NewClient().GetAsync("/");
        Assert.Contains("HTTPS only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Browsers_are_told_to_come_back_by_HTTPS_only(string scheme, bool told)
    {
        await using var app = AppReachedFrom(Loopback);
        var client = app.NewClientBehindProxy(scheme);
        client.DefaultRequestHeaders.Host = "academy.bank.example";
        Assert.Equal(told, (await client.GetAsync("/account/login")).Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>Behind the proxy as in front of it: whoever is refused in the clear may come by HTTPS.</summary>
    [Fact]
    public async Task The_proxy_on_the_machine_is_believed_about_the_person_behind_it()
    {
        await using var app = AppReachedFrom(Loopback);
        var client = app.NewClientBehindProxy("http");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Counter);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.GetAsync("/account/login")).StatusCode);
    }

    private AcademyApp AppReachedFrom(string address) => new(
        opened,
        environment: "Production",
        adjust: services => services.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(address))));

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
