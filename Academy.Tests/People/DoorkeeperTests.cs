using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

public sealed class DoorkeeperTests(OpenedAcademy opened, SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Wrong = "工号或密码不对，请核对后再试。连续输错 5 次，账号锁定 15 分钟。";
    private const string Locked = "输错次数太多，账号已锁定。请 15 分钟后再试，或联系管理员。";

    [Fact]
    public async Task However_many_guesses_arrive_at_once_five_are_looked_at()
    {
        await using var app = new AcademyApp(opened);
        var client = app.NewClient();
        await client.GetPageAsync("/account/login");

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => client.TryAsync("E0001", $"guess-{n}")));

        Assert.Equal((5, 55), (answers.Count(a => a == Wrong), answers.Count(a => a == Locked)));
    }

    [Fact]
    public async Task A_right_password_opens_nothing_during_the_lockout()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Doorkeeper.TriesAllowed);

        app.Clock.Advance(Doorkeeper.Lockout - TimeSpan.FromSeconds(1));

        Assert.Equal(Locked, await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task After_the_lockout_the_right_password_opens_again()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Doorkeeper.TriesAllowed);

        app.Clock.Advance(Doorkeeper.Lockout);

        Assert.Null(await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task After_the_lockout_the_count_starts_anew()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Doorkeeper.TriesAllowed);
        app.Clock.Advance(Doorkeeper.Lockout);

        Assert.All(await GuessAsync(app, Doorkeeper.TriesAllowed), answer => Assert.Equal(Wrong, answer));
        Assert.Equal(Locked, await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task A_right_password_wipes_the_wrong_ones_before_it()
    {
        await using var app = new AcademyApp(opened);

        for (var round = 0; round < 3; round++)
        {
            Assert.All(await GuessAsync(app, Doorkeeper.TriesAllowed - 1), answer => Assert.Equal(Wrong, answer));
            Assert.Null(await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
        }
    }

    [Fact]
    public async Task A_lockout_is_one_persons_own()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Doorkeeper.TriesAllowed);
        Assert.Null(await app.NewClient().TryAsync("E0002", OpenedAcademy.Password));
    }

    [Fact]
    public async Task Guessing_the_current_password_takes_the_same_tries()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        for (var n = 0; n < Doorkeeper.TriesAllowed; n++)
            Assert.Equal(["Current-error: 原密码不对，请重新输入。"], await person.ChangePasswordAsync($"guess-{n}", "long-enough-7"));

        Assert.Equal([$"Current-error: {Locked}"], await person.ChangePasswordAsync(OpenedAcademy.Password, "long-enough-7"));
        Assert.Equal(Locked, await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task An_unknown_number_is_answered_like_a_wrong_password()
    {
        await using var app = new AcademyApp(opened);
        Assert.Equal(Wrong, await app.NewClient().TryAsync("E9999", OpenedAcademy.Password));
        Assert.Equal(Wrong, await app.NewClient().TryAsync("E0001", "not-the-password-1"));
    }

    [Theory]
    [InlineData("E0001")]
    [InlineData("e0001")]
    [InlineData("  e0001 ")]
    public async Task A_number_is_known_in_either_case_and_with_spaces_around_it(string number)
    {
        Assert.Null(await academy.App.NewClient().TryAsync(number, OpenedAcademy.Password));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("E0001", "")]
    [InlineData("  ", "qinglan-2026")]
    public async Task Nothing_is_tried_before_number_and_password_are_given(string number, string password)
    {
        Assert.Equal("请输入工号和密码。", await academy.App.NewClient().TryAsync(number, password));
        Assert.Equal(0, await academy.App.InStoreAsync(db => db.Employees.MaxAsync(e => e.AccessFailedCount)));
    }

    [Fact]
    public async Task Only_who_knows_the_password_learns_that_the_account_is_disabled()
    {
        await using var app = new AcademyApp(opened);
        await app.DisableAsync("E0001");
        Assert.Equal(Wrong, await app.NewClient().TryAsync("E0001", "not-the-password-1"));
        Assert.Equal("这个账号已停用。如有疑问，请联系本机构管理员。", await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    private static async Task<List<string?>> GuessAsync(AcademyApp app, int times)
    {
        var client = app.NewClient();
        var answers = new List<string?>();
        for (var n = 0; n < times; n++) answers.Add(await client.TryAsync("E0001", $"guess-{n}"));
        return answers;
    }
}
