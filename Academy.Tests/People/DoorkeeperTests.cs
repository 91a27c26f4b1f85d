using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

public sealed class DoorkeeperTests(OpenedAcademy opened, SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Wrong =
        "没能登录：工号或密码不对，或者输错次数太多。请核对后再试；连续输错 5 次要等 15 分钟，着急请联系系统管理员。";
    private const string Locked = "密码输错次数太多，暂时不能再试。请 15 分钟后再来，或联系系统管理员。";
    private const string Braked = "这个网络上输错的次数太多，暂时只接受登录过的设备。请 15 分钟后再试，或联系系统管理员。";

    [Fact]
    public async Task Whatever_is_wrong_is_answered_in_the_same_words()
    {
        await using var app = new AcademyApp(opened);
        await app.InStoreAsync(db => db.Employees.Numbered("E0002")
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, (string?)null)));
        await app.InStoreAsync(db => db.Employees.Numbered("E0003")
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.MustChangePassword, true)));

        foreach (var number in new[] { "E0001", "E0002", "E0003", "E9999" })
            Assert.All(await GuessAsync(app, Tries.MostTries + 2, number), answer => Assert.Equal(Wrong, answer));
    }

    [Fact]
    public async Task A_right_password_opens_nothing_while_the_number_is_locked()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Tries.MostTries);

        app.Clock.Advance(Tries.Window - TimeSpan.FromSeconds(1));

        Assert.Equal(Wrong, await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task After_the_window_the_right_password_opens_again_and_the_count_starts_anew()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Tries.MostTries);
        app.Clock.Advance(Tries.Window);

        await GuessAsync(app, Tries.MostTries - 1);

        Assert.Null(await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task A_right_password_wipes_the_wrong_ones_before_it()
    {
        await using var app = new AcademyApp(opened);

        for (var round = 0; round < 3; round++)
        {
            await GuessAsync(app, Tries.MostTries - 1);
            Assert.Null(await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
        }
    }

    [Fact]
    public async Task Strangers_lock_a_number_where_they_are_and_not_for_its_owner_elsewhere()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Tries.MostTries, at: "10.1.0.66");

        Assert.Equal(Wrong, await app.ClientAt("10.1.0.66").TryAsync("E0001", OpenedAcademy.Password));
        Assert.Null(await app.ClientAt("10.1.0.7").TryAsync("E0001", OpenedAcademy.Password));
        Assert.Null(await app.ClientAt("10.1.0.66").TryAsync("E0002", OpenedAcademy.Password));
    }

    [Fact]
    public async Task Strangers_anywhere_lock_nobody_out_of_a_device_that_the_person_has_signed_in_on()
    {
        await using var app = new AcademyApp(opened);
        var own = app.ClientAt("10.1.0.7");
        Assert.Null(await own.TryAsync("E0001", OpenedAcademy.Password));
        await own.PostFormAsync("/", "/account/logout");
        app.Clock.Advance(KnownDevices.Lifetime - TimeSpan.FromMinutes(1));

        for (var place = 0; place <= Tries.MostPlaces; place++) await GuessAsync(app, Tries.MostTries, at: $"10.1.0.{100 + place}");
        await GuessAsync(app, Tries.MostTries, at: "10.1.0.7");

        Assert.Equal(Wrong, await app.ClientAt("10.1.0.200").TryAsync("E0001", OpenedAcademy.Password));
        Assert.Null(await own.TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task A_device_is_known_for_180_days_and_to_its_own_people_alone()
    {
        await using var app = new AcademyApp(opened);
        var own = app.ClientAt("10.1.0.7");
        Assert.Null(await own.TryAsync("E0001", OpenedAcademy.Password));
        await own.PostFormAsync("/", "/account/logout");
        await GuessAsync(app, Tries.MostTries, "E0002", "10.1.0.7");
        Assert.Equal(Wrong, await own.TryAsync("E0002", OpenedAcademy.Password));

        app.Clock.Advance(KnownDevices.Lifetime);
        await GuessAsync(app, Tries.MostTries, at: "10.1.0.7");

        Assert.Equal(Wrong, await own.TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task A_known_device_has_five_tries_of_its_own()
    {
        await using var app = new AcademyApp(opened);
        var device = app.ClientAt("10.1.0.7");
        await device.TryAsync("E0001", OpenedAcademy.Password);
        await device.PostFormAsync("/", "/account/logout");

        for (var n = 0; n < Tries.MostTries; n++) await device.TryAsync("E0001", $"guess-{n}");

        Assert.Equal(Wrong, await device.TryAsync("E0001", OpenedAcademy.Password));
        Assert.Null(await app.ClientAt("10.1.0.7").TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task One_password_is_tried_on_20_numbers_from_an_address_and_on_no_more()
    {
        await using var app = new AcademyApp(opened);
        var (thief, teller) = (app.ClientAt("10.1.0.66"), app.ClientAt("10.1.0.66"));
        Assert.Null(await teller.TryAsync("E0050", OpenedAcademy.Password));
        await teller.PostFormAsync("/", "/account/logout");

        var answers = new List<string?>();
        for (var n = 1; n <= 40; n++) answers.Add(await thief.TryAsync(n % 2 == 0 ? $"E{n:D4}" : $"X{n:D4}", "password-1"));

        Assert.Equal([.. Enumerable.Repeat(Wrong, Tries.MostNumbers), .. Enumerable.Repeat(Braked, 20)], answers);
        Assert.Equal(Braked, await app.ClientAt("10.1.0.66").TryAsync("E0049", OpenedAcademy.Password));
        Assert.Null(await teller.TryAsync("E0050", OpenedAcademy.Password));
        Assert.Null(await app.ClientAt("10.1.0.7").TryAsync("E0049", OpenedAcademy.Password));
    }

    [Fact]
    public async Task Who_is_told_to_wait_is_told_for_how_long()
    {
        await using var app = new AcademyApp(opened);
        var thief = app.ClientAt("10.1.0.66");
        for (var n = 0; n < Tries.MostNumbers; n++) await thief.TryAsync($"X{n:D4}", "password-1");

        var answer = await thief.PostFormAsync(
            "/account/login", "/account/login", ("EmployeeNumber", "E0001"), ("Password", OpenedAcademy.Password));

        Assert.Equal((HttpStatusCode.TooManyRequests, Tries.Window), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.Equal("E0001", (await answer.ReadPageAsync()).QuerySelector("#EmployeeNumber")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("zh-CN", "现在登录的人太多，还没轮到核对密码。请 5 秒后再按一次。")]
    [InlineData("en", "Too many people are signing in, and your password was not looked at yet. Press once more in 5 seconds.")]
    public async Task Where_too_many_wait_the_next_is_told_to_come_back_and_keeps_the_form(string language, string words)
    {
        await using var app = new AcademyApp(opened);
        var client = app.ClientAt("10.1.0.66");
        await client.PostFormAsync("/account/login", "/preferences/language", ("language", language));
        await app.FillAsync(_ => Caller.At(IPAddress.Parse("10.1.0.66")));

        var answer = await client.PostFormAsync(
            "/account/login", "/account/login", ("EmployeeNumber", "E0001"), ("Password", OpenedAcademy.Password));

        Assert.Equal((HttpStatusCode.TooManyRequests, Turnstile.ComeBack), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        var page = await answer.ReadPageAsync();
        Assert.Equal(words, page.QuerySelector("#Password-error")!.TextContent.Trim());
        Assert.Equal("E0001", page.QuerySelector("#EmployeeNumber")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_changes_a_password_while_too_many_wait_is_told_to_come_back()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        await app.FillAsync(n => Caller.At(IPAddress.Loopback) with { Device = $"device-{n}" });

        var answer = await person.PostFormAsync(
            "/account/password",
            "/account/password",
            ("Current", OpenedAcademy.Password),
            ("Chosen", "long-enough-7"),
            ("Repeated", "long-enough-7"));

        Assert.Equal((HttpStatusCode.TooManyRequests, Turnstile.ComeBack), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        var page = await answer.ReadPageAsync();
        Assert.Equal("现在登录的人太多，还没轮到核对密码。请 5 秒后再按一次。", page.QuerySelector("#Current-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_administrator_sees_that_a_number_is_locked_and_lifts_it()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Tries.MostTries);
        var administrator = await app.SignInAsync("A0001");
        const string person = "/admin/people/E0001";
        Assert.Contains("登录受限", await administrator.GetStringAsync(person), StringComparison.Ordinal);

        var answer = await administrator.PostShownAsync($"{person}/unlock");

        Assert.Equal(person, answer.Headers.Location?.ToString());
        var shown = await administrator.GetStringAsync(person);
        Assert.Contains("登录限制已解除", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("登录受限", shown, StringComparison.Ordinal);
        Assert.Null(await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task There_is_nothing_to_lift_of_whom_nothing_holds_back_and_nothing_is_written()
    {
        await using var app = new AcademyApp(opened);
        await GuessAsync(app, Tries.MostTries - 1);
        var administrator = await app.SignInAsync("A0001");
        const string person = "/admin/people/E0001";
        Assert.Null((await administrator.GetPageAsync(person)).QuerySelector($"a[href='{person}/unlock']"));
        Assert.Empty((await administrator.GetPageAsync($"{person}/unlock")).QuerySelectorAll("main form"));

        await GuessAsync(app, 1);
        var form = (await administrator.GetPageAsync($"{person}/unlock")).Hidden();
        app.Clock.Advance(Tries.Window);
        await administrator.PostAsync($"{person}/unlock", new FormUrlEncodedContent(form));

        Assert.Contains("没有受限", await administrator.GetStringAsync(person), StringComparison.Ordinal);
        Assert.False(await app.InStoreAsync(db => db.AuditEntries.AnyAsync(e => e.Act == PeopleTrail.AccountUnlocked)));
    }

    [Fact]
    public async Task Guessing_the_current_password_takes_the_tries_of_the_device()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0001");
        for (var n = 0; n < Tries.MostTries; n++)
            Assert.Equal(["Current-error: 原密码不对，请重新输入。"], await person.ChangePasswordAsync($"guess-{n}", "long-enough-7"));

        Assert.Equal([$"Current-error: {Locked}"], await person.ChangePasswordAsync(OpenedAcademy.Password, "long-enough-7"));
        Assert.Null(await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task A_device_that_keeps_nothing_gives_nobody_more_tries()
    {
        await using var app = new AcademyApp(opened);
        var kept = new CookieContainer();
        using var person = BrowserOf(app, kept);
        Assert.Null(await person.TryAsync("E0001", OpenedAcademy.Password));
        for (var n = 0; n < Tries.MostTries; n++)
            Assert.Equal(["Current-error: 原密码不对，请重新输入。"], await GuessAsync($"guess-{n}"));

        Assert.Equal([$"Current-error: {Locked}"], await GuessAsync(OpenedAcademy.Password));

        Task<IReadOnlyList<string>> GuessAsync(string password)
        {
            foreach (var cookie in kept.GetAllCookies().Where(cookie => cookie.Name.Contains(KnownDevices.Cookie))) cookie.Expired = true;
            return person.ChangePasswordAsync(password, "long-enough-7");
        }
    }

    [Fact]
    public async Task A_device_of_other_people_gives_nobody_more_tries()
    {
        await using var app = new AcademyApp(opened);
        var kept = new CookieContainer();
        using var person = BrowserOf(app, kept);
        Assert.Null(await person.TryAsync("E0001", OpenedAcademy.Password));
        for (var n = 0; n < Tries.MostTries; n++)
            Assert.Equal(["Current-error: 原密码不对，请重新输入。"], await GuessOnAnotherAsync($"guess-{n}"));

        Assert.Equal([$"Current-error: {Locked}"], await GuessOnAnotherAsync(OpenedAcademy.Password));

        async Task<IReadOnlyList<string>> GuessOnAnotherAsync(string password)
        {
            var others = new CookieContainer();
            using var other = BrowserOf(app, others);
            Assert.Null(await other.TryAsync("E0002", OpenedAcademy.Password));
            DeviceOf(kept).Value = DeviceOf(others).Value;
            return await person.ChangePasswordAsync(password, "long-enough-7");
        }
    }

    private static HttpClient BrowserOf(AcademyApp app, CookieContainer kept) =>
        new(new HttpClientHandler { CookieContainer = kept, AllowAutoRedirect = false }) { BaseAddress = app.Address };

    private static Cookie DeviceOf(CookieContainer kept) =>
        kept.GetAllCookies().Single(cookie => cookie.Name.Contains(KnownDevices.Cookie));

    [Theory]
    [InlineData("E0001")]
    [InlineData("e0001")]
    [InlineData("  e0001 ")]
    public async Task A_number_is_known_in_either_case_and_with_spaces_around_it(string number)
    {
        Assert.Null(await academy.App.NewClient().TryAsync(number, OpenedAcademy.Password));
    }

    [Fact]
    public async Task Number_and_password_are_taken_from_the_form_and_not_from_the_address()
    {
        var client = academy.App.NewClient();

        var answer = await client.PostFormAsync(
            "/account/login", $"/account/login?EmployeeNumber=E0004&Password={OpenedAcademy.Password}");

        Assert.Contains("请输入工号和密码", (await answer.ReadPageAsync()).Body!.TextContent);
        Assert.True(await client.IsSignedOutAsync());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("E0004", "")]
    [InlineData("  ", "qinglan-2026")]
    public async Task Nothing_is_tried_before_number_and_password_are_given(string number, string password)
    {
        for (var n = 0; n <= Tries.MostTries; n++)
            Assert.Equal("请输入工号和密码。", await academy.App.NewClient().TryAsync(number, password));
        Assert.Null(await academy.App.NewClient().TryAsync("E0004", OpenedAcademy.Password));
    }

    [Fact]
    public async Task Only_who_knows_the_password_learns_that_the_account_is_disabled()
    {
        await using var app = new AcademyApp(opened);
        await app.DisableAsync("E0001");
        Assert.Equal(Wrong, await app.NewClient().TryAsync("E0001", "not-the-password-1"));
        Assert.Equal("这个账号已停用。如有疑问，请联系系统管理员（培训管理部门）。", await app.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    private static async Task<List<string?>> GuessAsync(AcademyApp app, int times, string number = "E0001", string? at = null)
    {
        var client = at is null ? app.NewClient() : app.ClientAt(at);
        var answers = new List<string?>();
        for (var n = 0; n < times; n++) answers.Add(await client.TryAsync(number, $"guess-{n}"));
        return answers;
    }
}

file static class CrowdedDoor
{
    /// <summary>Takes every place, and lets as many wait for one as may.</summary>
    public static async Task FillAsync(this AcademyApp app, Func<int, Caller> caller)
    {
        var turnstile = app.Services.GetRequiredService<Turnstile>();
        for (var n = 0; ; n++)
        {
            var place = turnstile.EnterAsync(caller(n), CancellationToken.None);
            if (place.IsCompleted && await place is null) return;
        }
    }
}
