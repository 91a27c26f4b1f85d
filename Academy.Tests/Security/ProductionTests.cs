using System.Net;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Security;

/// <summary>Outside Development passwords and answers never travel in the clear.</summary>
public sealed class ProductionTests(ProductionTests.FromElsewhere elsewhere, ProductionTests.FromTheMachine machine)
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
    public async Task The_machine_itself_may_look_in_the_clear()
    {
        Assert.Equal(HttpStatusCode.OK, (await machine.App.NewClient().GetAsync("/account/login")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await machine.App.NewClientBehindProxy("https").GetAsync("/account/login")).StatusCode);
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
        Assert.Equal(told, (await client.GetAsync("/account/login")).Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>Behind the proxy as in front of it: whoever is refused in the clear may come by HTTPS.</summary>
    [Fact]
    public async Task The_proxy_on_the_machine_is_believed_about_the_person_behind_it()
    {
        var client = machine.App.NewClientBehindProxy("http");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Counter);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.GetAsync("/account/login")).StatusCode);
    }

    /// <summary>An academy in Production that everybody reaches from one address.</summary>
    public abstract class Reached(OpenedAcademy opened, string address) : IAsyncDisposable
    {
        public AcademyApp App { get; } = new(
            opened,
            environment: "Production",
            adjust: services => services.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(address))));

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
