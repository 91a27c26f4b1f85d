using System.Net;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Security;

namespace Academy.Tests.People;

/// <summary>A password that somebody else has seen opens nothing but the page that changes it.</summary>
public sealed class FirstPasswordTests : IAsyncDisposable
{
    private const string Number = "100001", First = "printed-once-1", Own = "chosen-alone-2";

    private readonly TemporaryFolder folder = new();
    private readonly EmptyAcademy academy;

    public FirstPasswordTests() => academy = new EmptyAcademy(folder);

    [Fact]
    public async Task There_is_one_first_administrator_and_no_second()
    {
        Assert.Null(await academy.CreateAdministratorAsync(Number, First));
        Assert.Equal(RegistrarRefusal.AdministratorExists, await academy.CreateAdministratorAsync("100002", First));
    }

    [Fact]
    public async Task Every_page_leads_to_the_change_of_the_first_password()
    {
        var person = await SignInAsync();
        await Assert.AllAsync(
            ["/", "/courses", "/courses/professional-ethics/general", "/quizzes/1", "/attempts/1/result"],
            async address =>
                Assert.Equal("/account/password", (await person.GetAsync(address)).Headers.Location?.ToString()));
    }

    [Fact]
    public async Task The_page_that_changes_it_is_open_and_so_is_what_everybody_may_have()
    {
        var person = await SignInAsync();
        await Assert.AllAsync(["/account/password", "/css/academy.css", "/js/menu.js", "/icons.svg", "/health/live"], async address =>
            Assert.Equal(HttpStatusCode.OK, (await person.GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task Scripts_are_refused_and_signing_out_is_not()
    {
        var person = await SignInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PutJsonAsync(null, "/api/attempts/1/responses/1", "{}")).StatusCode);
        Assert.Equal("/account/login", (await person.PostFormAsync("/account/password", "/account/logout")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Once_it_is_changed_everything_opens_and_the_first_password_is_dead()
    {
        var person = await SignInAsync();

        Assert.Empty(await person.ChangePasswordAsync(First, Own));

        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/")).StatusCode);
        Assert.NotNull(await academy.NewClient().TryAsync(Number, First));
        Assert.Null(await academy.NewClient().TryAsync(Number, Own));
    }

    [Fact]
    public async Task A_changed_password_ends_all_other_sessions_at_once()
    {
        var here = await SignInAsync();
        var elsewhere = await academy.SignInAsync(Number, First);

        await here.ChangePasswordAsync(First, Own);

        Assert.True(await elsewhere.IsSignedOutAsync("/account/password"));
        Assert.False(await here.IsSignedOutAsync());
    }

    [Fact]
    public async Task The_first_password_is_no_password_of_ones_own()
    {
        var person = await SignInAsync();
        Assert.NotEmpty(await person.ChangePasswordAsync(First, First));
        Assert.Equal("/account/password", (await person.GetAsync("/")).Headers.Location?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await academy.DisposeAsync();
        folder.Dispose();
    }

    private async Task<HttpClient> SignInAsync()
    {
        await academy.CreateAdministratorAsync(Number, First);
        return await academy.SignInAsync(Number, First);
    }
}
