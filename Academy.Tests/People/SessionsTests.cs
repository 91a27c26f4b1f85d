using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

public sealed class SessionsTests(OpenedAcademy opened)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

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
    public async Task Whoever_is_dismissed_here_does_nothing_more_from_that_moment()
    {
        await using var app = new AcademyApp(opened);
        var (dismissed, disabled) = (await app.SignInAsync("A0001"), await app.SignInAsync("T0001"));
        Assert.Equal(HttpStatusCode.OK, (await dismissed.GetAsync("/admin/people")).StatusCode);
        Assert.False(await disabled.IsSignedOutAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.GiveRoleAsync("E0001", Roles.Administrator);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (db, keeper) = (
                scope.ServiceProvider.GetRequiredService<AcademyDb>(), scope.ServiceProvider.GetRequiredService<AccountKeeper>());
            var people = await db.Employees.AsNoTracking().ToDictionaryAsync(e => e.Number);
            var (head, other) = (people["E0001"], people["A0001"]);
            var held = await db.UserRoles.Where(r => r.UserId == other.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!)
                .ToListAsync();
            var seen = RolesFacts.Of(held).AsSeen();
            var actor = new Actor(head.Id, head.Number, head.Name);
            Assert.Null(await keeper.SetRolesAsync(actor, other.Id, seen, [Roles.Employee], default));
            Assert.Null(await keeper.DisableAsync(actor, people["T0001"].Id, default));
        }

        for (var n = 0; n < 2; n++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await dismissed.GetAsync("/admin/people")).StatusCode);
            Assert.False(await dismissed.IsSignedOutAsync());
            Assert.True(await disabled.IsSignedOutAsync());
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }
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
    public async Task A_copy_of_the_cookie_is_worth_nothing_from_the_moment_of_signing_out()
    {
        await using var app = new AcademyApp(opened);
        var jar = new CookieContainer();
        using var person = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = app.Address };
        await person.TryAsync("E0001", OpenedAcademy.Password);
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = app.Address,
        };
        thief.DefaultRequestHeaders.Add("Cookie", jar.GetCookieHeader(app.Address));
        Assert.False(await thief.IsSignedOutAsync());

        await person.PostFormAsync("/", "/account/logout");

        Assert.True(await thief.IsSignedOutAsync());
    }

    [Fact]
    public async Task Who_signs_in_again_in_the_same_browser_has_left_the_session_before()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        var token = (await person.GetPageAsync("/account/password")).Token();

        await person.PostTokenAsync(token, "/account/login", ("EmployeeNumber", "E0001"), ("Password", OpenedAcademy.Password));

        Assert.Single((await person.GetPageAsync("/account/sessions")).QuerySelectorAll("main .item"));
    }

    [Fact]
    public async Task A_session_ends_when_nobody_comes_back_for_half_an_hour()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");

        for (var n = 0; n < 3; n++)
        {
            app.Clock.Advance(HalfAnHour - Minute);
            Assert.False(await person.IsSignedOutAsync());
        }

        app.Clock.Advance(HalfAnHour);
        Assert.True(await person.IsSignedOutAsync());
    }

    [Fact]
    public async Task Whoever_types_for_longer_than_half_an_hour_is_still_in_until_the_twelve_hours_are_over()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        var token = (await person.GetPageAsync("/account/password")).Token();

        for (var passed = HalfAnHour; passed < TimeSpan.FromHours(12); passed += HalfAnHour - Minute)
        {
            app.Clock.Advance(HalfAnHour - Minute);
            Assert.Equal(HttpStatusCode.NoContent, (await person.PutJsonAsync(token, "/api/session", "")).StatusCode);
        }

        Assert.False(await person.IsSignedOutAsync());
        app.Clock.Advance(HalfAnHour - Minute);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.PutJsonAsync(token, "/api/session", "")).StatusCode);
    }

    [Fact]
    public async Task Who_was_in_is_told_that_it_is_over_and_nobody_else_is()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        Assert.Null(await ToldAsync(app.NewClient()));

        app.Clock.Advance(HalfAnHour);

        Assert.Equal("登录已过期，或者已在别处退出，请重新登录。", await ToldAsync(person));

        static async Task<string?> ToldAsync(HttpClient client)
        {
            var asked = (await client.GetAsync("/courses")).Headers.Location!.OriginalString;
            return (await client.GetPageAsync(asked)).QuerySelector("#ended")?.TextContent.Trim();
        }
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_the_sign_in_however_busy_somebody_is()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");

        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(12); passed += HalfAnHour / 2)
        {
            Assert.False(await person.IsSignedOutAsync());
            app.Clock.Advance(HalfAnHour / 2);
        }

        Assert.True(await person.IsSignedOutAsync());
    }
}
