using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Security;

/// <summary>Walks every endpoint as everybody, and compares with <see cref="EndpointTable"/>.</summary>
public sealed class EndpointWalk(WalkedAcademy academy) : IClassFixture<WalkedAcademy>
{
    // They show words and take nothing, also in place of a page whose form was refused.
    private static readonly string[] TakeNothing = ["/error", "/status/{code:int}"];

    public static TheoryData<string> Rows => [.. EndpointTable.Rows.Select(row => row.Name)];

    public static TheoryData<string> Taking =>
        [.. EndpointTable.Rows.Where(row => row.Method != "GET" && !TakeNothing.Contains(row.Route)).Select(row => row.Name)];

    [Fact]
    public async Task The_table_names_every_endpoint_and_no_other()
    {
        var found = new List<string>();
        foreach (var endpoint in academy.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) continue;
            found.AddRange((await MethodsAsync(endpoint)).Select(method => $"{method} {RouteOf(endpoint)}"));
        }

        Assert.Equal(EndpointTable.Rows.Select(row => row.Name).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Everybody_gets_what_the_table_says(string name)
    {
        var row = RowNamed(name);
        var answers = new List<string>();
        foreach (var person in WalkedAcademy.People)
            answers.Add(Describe(await academy.SendAsync(person, row.Method, academy.AddressOf(row))));
        Assert.Equal(WalkedAcademy.People.Zip(row.Answers), WalkedAcademy.People.Zip(answers));
    }

    [Theory, MemberData(nameof(Taking))]
    public async Task Nothing_is_taken_without_an_antiforgery_token(string name)
    {
        var row = RowNamed(name);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await academy.SendAsync(SomebodyAllowed(row), row.Method, academy.AddressOf(row), withToken: false)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/courses/professional-ethics")]
    [InlineData("/quizzes/1")]
    [InlineData("/attempts/{submitted}/result")]
    public async Task A_page_answers_no_method_that_it_has_no_handler_for(string address)
    {
        foreach (var method in new[] { "POST", "PUT", "DELETE" })
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await academy.SendAsync("E0001", method, academy.Fill(address))).StatusCode);
    }

    /// <summary>The first of the signed-in people whom the row does not forbid.</summary>
    private static string SomebodyAllowed(EndpointRow row) =>
        WalkedAcademy.People.Zip(row.Answers).Skip(1).First(answer => answer.Second != "403").First;

    private static EndpointRow RowNamed(string name) => EndpointTable.Rows.Single(row => row.Name == name);

    private static string RouteOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } text && text.StartsWith('{') ? text : $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    /// <summary>The methods that a page has handlers for; otherwise those that the endpoint was mapped for.</summary>
    private async Task<IEnumerable<string>> MethodsAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

        var loaded = await academy.App.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return loaded.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
    }

    private static string Describe(HttpResponseMessage answer) =>
        answer.Headers.Location?.ToString().Contains("/account/login?", StringComparison.Ordinal) == true
            ? "login"
            : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
}
