using System.Net;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Security;

namespace Academy.Tests.People;

public sealed class SessionsTests(OpenedAcademy opened)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Within_a_minute_a_disabled_account_is_out_of_every_page()
    {
        await using var app = new AcademyApp(opened);
        string[] pages = ["/", "/courses/professional-ethics/general", "/quizzes/1", "/account/password"];
        var sessions = await Task.WhenAll(pages.Select(_ => app.SignInAsync("E0001")));
        await app.DisableAsync("E0001");

        app.Clock.Advance(Minute);

        await Assert.AllAsync(sessions.Zip(pages), async open => Assert.True(await open.First.IsSignedOutAsync(open.Second)));
        await Assert.AllAsync(sessions, async session => Assert.True(await session.IsSignedOutAsync()));
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
}
