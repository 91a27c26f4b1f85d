using System.Net;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Security;

namespace Academy.Tests.People;

public sealed class SessionsTests(OpenedAcademy opened)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("/")]
    [InlineData("/courses/professional-ethics/general")]
    [InlineData("/quizzes/1")]
    [InlineData("/account/password")]
    public async Task Within_a_minute_a_disabled_account_is_out_of_every_page(string address)
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        await app.DisableAsync("E0001");

        app.Clock.Advance(Minute);

        Assert.True(await person.IsSignedOutAsync(address));
        Assert.True(await person.IsSignedOutAsync("/"));
    }

    [Fact]
    public async Task A_script_of_a_disabled_account_is_told_to_sign_in()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        await app.DisableAsync("E0001");

        app.Clock.Advance(Minute);

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.PutJsonAsync(null, "/api/attempts/1/responses/1", "{}")).StatusCode);
    }

    [Fact]
    public async Task Within_a_minute_a_role_is_taken_and_given_without_signing_in_again()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/quizzes/1/start")).StatusCode);

        await app.TakeRoleAsync("E0001", Roles.Employee);
        app.Clock.Advance(Minute);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/quizzes/1/start")).StatusCode);

        await app.GiveRoleAsync("E0001", Roles.Employee);
        app.Clock.Advance(Minute);
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/quizzes/1/start")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");

        var answer = await person.PostFormAsync("/", "/account/logout");

        Assert.Equal("/account/login", answer.Headers.Location?.ToString());
        Assert.True(await person.IsSignedOutAsync());
    }

    [Fact]
    public async Task Opening_the_address_of_signing_out_ends_nothing()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        await person.GetAsync("/account/logout");
        Assert.False(await person.IsSignedOutAsync());
    }

    [Fact]
    public async Task A_session_lasts_through_a_working_day_and_ends_when_nobody_comes_back()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");

        app.Clock.Advance(TimeSpan.FromHours(8));
        Assert.False(await person.IsSignedOutAsync());
        app.Clock.Advance(TimeSpan.FromHours(9) + Minute);
        Assert.True(await person.IsSignedOutAsync());
    }

    [Theory]
    [InlineData("/quizzes?tab=2", "/quizzes?tab=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl, string destination)
    {
        await using var app = new AcademyApp(opened);
        var client = app.NewClient();
        var login = $"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}";

        var first = await client.PostFormAsync(login, login, ("EmployeeNumber", "E0001"), ("Password", OpenedAcademy.Password));
        var again = await client.GetAsync(login);

        Assert.Equal((destination, destination), (first.Headers.Location?.ToString(), again.Headers.Location?.ToString()));
    }
}
