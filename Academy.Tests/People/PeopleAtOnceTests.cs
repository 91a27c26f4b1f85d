using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>A form that is sent twice at once is one act: one line on the trail, and no error.</summary>
public sealed class PeopleAtOnceTests : IAsyncDisposable
{
    private readonly Crossing crossing = new();
    private readonly AcademyApp app;

    public PeopleAtOnceTests(OpenedAcademy opened) => app = new AcademyApp(opened, adjust: crossing.Into);

    [Theory]
    [InlineData("/admin/people/new", "EmployeeNumber=N0001&Name=曾可&PinyinKey=zeng ke&BranchCode=102&PositionSlug=teller")]
    [InlineData("/admin/people/E0042/details", "Name=单雄&PinyinKey=shan xiong")]
    [InlineData("/admin/people/E0042/posting", "BranchCode=201&PositionSlug=teller")]
    [InlineData("/admin/people/E0042/employment", "Choice=Maternity")]
    [InlineData("/admin/people/E0042/employment", "Choice=Left")]
    [InlineData("/admin/people/E0042/account", "")]
    [InlineData("/admin/people/E0042/roles", "Chosen=employee&Chosen=trainer")]
    [InlineData("/admin/branches/new", "Code=900&Name=新区支行&Kind=Outlet&parent=000")]
    [InlineData("/admin/branches/101", "Name=城关支行一部&EnglishName=One")]
    [InlineData("/admin/branches/101/parent", "ParentCode=200")]
    [InlineData("/admin/positions/new", "Slug=night-guard&Name=夜间值守")]
    [InlineData("/admin/positions/teller", "Name=综合柜员&EnglishName=Teller")]
    public async Task A_form_that_is_sent_twice_at_once_is_one_act_and_leads_to_the_same_page(string page, string fields)
    {
        var administrator = await app.SignInAsync("A0001");
        var before = await TrailAsync();

        var answers = await crossing.PressTwiceAsync(administrator, page, fields);

        Assert.Single(answers.Select(answer => (answer.StatusCode, answer.Headers.Location)).Distinct());
        Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
        var line = Assert.Single((await TrailAsync()).Skip(before.Count));
        Assert.Equal("A0001", line.ActorNumber);
    }

    [Theory]
    [InlineData("/admin/people/E0042/password", "")]
    [InlineData("/admin/people/passwords?branch=100&AlsoUnused=true", "AsSheet=false", "/admin/people/passwords")]
    public async Task Passwords_that_are_asked_for_twice_at_once_are_given_once(string page, string fields, string? address = null)
    {
        await ForgetPasswordAsync("E0001");
        var administrator = await app.SignInAsync("A0001");
        var before = await TrailAsync();

        var answers = await crossing.PressTwiceAsync(administrator, page, fields, address);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var line = Assert.Single((await TrailAsync()).Skip(before.Count));
        Assert.Equal("A0001", line.ActorNumber);
    }

    [Fact]
    public async Task A_departure_that_is_sent_twice_at_once_leads_to_the_person_twice_and_leaves_one_posting()
    {
        var administrator = await app.SignInAsync("A0001");

        var answers = await crossing.PressTwiceAsync(administrator, "/admin/people/E0042/employment", "Choice=Left");

        Assert.All(answers, answer => Assert.Equal("/admin/people/E0042", answer.Headers.Location?.ToString()));
        Assert.Equal(1, await app.InStoreAsync(async db =>
        {
            var id = (await db.Employees.SingleAsync(e => e.UserName == "E0042")).Id;
            return await db.Postings.CountAsync(p => p.EmployeeId == id && p.Until == null);
        }));
    }

    [Fact]
    public async Task Of_two_passwords_asked_for_at_once_the_one_that_is_shown_opens()
    {
        var administrator = await app.SignInAsync("A0001");

        var answers = await crossing.PressTwiceAsync(administrator, "/admin/people/E0042/password", "");

        var pages = await Task.WhenAll(answers.Select(answer => answer.ReadPageAsync()));
        var password = Assert.Single(pages.Select(page => page.QuerySelector("#one-time-password")).OfType<IElement>());
        Assert.Null(await app.NewClient().TryAsync("E0042", password.TextContent));
        Assert.Contains("刚发过密码", pages.Single(page => page.QuerySelector("#one-time-password") is null)
            .QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_is_chosen_twice_at_once_is_chosen()
    {
        var person = await app.SignInAsync("E0001");

        var answers = await crossing.PressTwiceAsync(
            person, "/account/password", $"Current={OpenedAcademy.Password}&Chosen=long-enough-7&Repeated=long-enough-7");

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Null(await app.NewClient().TryAsync("E0001", "long-enough-7"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await person.IsSignedOutAsync());
    }

    public ValueTask DisposeAsync()
    {
        crossing.Dispose();
        return app.DisposeAsync();
    }

    private Task<List<AuditEntry>> TrailAsync() =>
        app.InStoreAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync());

    private Task<int> ForgetPasswordAsync(string number) => app.InStoreAsync(db =>
        db.Employees.Where(e => e.UserName == number).ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, (string?)null)));
}
