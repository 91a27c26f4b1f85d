using System.Globalization;
using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

/// <summary>What the trail tells of the door.</summary>
public sealed class DoorTrailTests : IAsyncDisposable
{
    private static readonly Caller Stranger = Caller.At(IPAddress.Parse("10.1.0.66"));

    private readonly OpenedAcademy opened;
    private readonly Office office;

    public DoorTrailTests(OpenedAcademy opened) => (this.opened, office) = (opened, new Office(opened));

    [Fact]
    public async Task Who_signs_in_and_out_and_chooses_a_password_is_on_the_trail_with_the_address()
    {
        await using var app = new AcademyApp(opened);
        var person = app.ClientAt("10.1.0.7");
        await person.TryAsync("E0001", OpenedAcademy.Password);
        await person.ChangePasswordAsync(OpenedAcademy.Password, "long-enough-7");
        await person.PostFormAsync("/", "/account/logout");
        await person.TryAsync("E0001", "long-enough-7");

        var trail = await app.InStoreAsync(db => db.AuditEntries.AsNoTracking()
            .Where(e => e.Subject == PeopleTrail.Account && e.SubjectKey == "E0001").OrderBy(e => e.Id).ToListAsync());

        Assert.Equal(
            [PeopleTrail.SignedIn, PeopleTrail.PasswordChosen, PeopleTrail.SignedOut, PeopleTrail.SignedIn], trail.Select(e => e.Act));
        Assert.All(trail, e => Assert.Equal(("E0001", "10.1.0.7"), (e.ActorNumber, e.After["Address"])));
        Assert.Equal(["False", "True"], trail.Where(e => e.Act == PeopleTrail.SignedIn).Select(e => e.After["KnownDevice"]));
    }

    [Fact]
    public async Task The_home_page_tells_of_the_sign_in_before_and_of_tries_that_were_refused_since()
    {
        await using var app = new AcademyApp(opened);
        Assert.Null((await (await app.SignInAsync("E0001")).GetPageAsync("/")).QuerySelector("#last-sign-in"));
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["上次登录：11月24日 14:00（127.0.0.1）"], await ToldAsync(await app.SignInAsync("E0001")));

        app.Clock.Advance(TimeSpan.FromHours(1));
        for (var n = 0; n < 3; n++) await app.NewClient().TryAsync("E0001", "guess");
        Assert.Equal(
            ["上次登录：11月24日 15:00（127.0.0.1）", "此后登录失败 3 次", "不是您本人？请修改密码"],
            await ToldAsync(await app.SignInAsync("E0001")));
    }

    [Fact]
    public async Task Who_is_in_while_somebody_else_comes_in_is_told_of_them_and_still_of_the_sign_in_before_the_own()
    {
        await using var app = new AcademyApp(opened);
        await app.ClientAt("10.1.0.6").TryAsync("E0001", OpenedAcademy.Password);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var person = app.ClientAt("10.1.0.7");
        await person.TryAsync("E0001", OpenedAcademy.Password);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var other = app.ClientAt("10.1.0.66");
        other.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0");
        await other.TryAsync("E0001", OpenedAcademy.Password);

        Assert.Equal(
            ["上次登录：11月24日 14:00（10.1.0.6）", "本次登录之后又在别处登录：11月24日 14:20（Edge · Windows · 10.1.0.66）", "查看已登录的设备"],
            await ToldAsync(person));
        Assert.Equal(["上次登录：11月24日 14:10（10.1.0.7）"], await ToldAsync(other));
    }

    [Fact]
    public async Task Passwords_that_were_not_confirmed_are_counted_apart_from_refused_sign_ins()
    {
        await using var app = new AcademyApp(opened);
        await app.SignInAsync("E0001");
        var person = await app.SignInAsync("E0001");
        for (var n = 0; n < 2; n++) await person.ChangePasswordAsync("guess", "long-enough-7");
        app.Clock.Advance(Tries.Window);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Doorkeeper>().TellRefusalsAsync();

        Assert.Equal(
            ["上次登录：11月24日 14:00（127.0.0.1）", "此后登录状态下输错密码 2 次", "不是您本人？请修改密码"], await ToldAsync(person));
    }

    [Fact]
    public async Task However_many_guesses_arrive_at_once_five_are_looked_at_and_one_line_tells_of_the_lockout()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(() => ConfirmAsync("E0001", $"guess-{n}"))));

        Assert.Equal(
            (5, 55),
            (outcomes.Count(o => o == AdmissionRefusal.WrongNumberOrPassword), outcomes.Count(o => o == AdmissionRefusal.LockedOut)));
        await TellAsync();
        var line = Assert.Single(await RefusalsAsync());
        Assert.Equal(("E0001", "10.1.0.66", "True"), (line.SubjectKey, line.After["Address"], line.After["LockedOut"]));
        office.Store.Clock.Advance(Tries.Window);
        await TellAsync();
        Assert.Equal(60, (await RefusalsAsync()).Sum(TriesOf));
        Assert.All(await RefusalsAsync(), told => Assert.Equal("True", told.After["LockedOut"]));
    }

    [Fact]
    public async Task Whoever_waits_for_the_turn_at_the_door_is_written_down_at_its_time()
    {
        var meanwhile = new Meanwhile();
        await using var waiting = new Office(opened, meanwhile.Into);
        var (store, minute) = (waiting.Store, TimeSpan.FromMinutes(1));
        var id = (await waiting.PersonAsync("E0001")).Id;

        meanwhile.Act = () => store.Clock.Advance(minute);
        Assert.Null((await store.AskAsync((Doorkeeper keeper) =>
            keeper.AdmitAsync("E0001", OpenedAcademy.Password, Stranger, CancellationToken.None))).Refusal);
        var admitted = store.Clock.GetUtcNow();
        meanwhile.Act = () => store.Clock.Advance(minute);
        var key = await store.AskAsync((Porter porter) =>
            porter.BeginAsync(id, "stamp", new Whereabouts("10.1.0.66", "Edge"), null, CancellationToken.None));
        var begun = store.Clock.GetUtcNow();
        meanwhile.Act = () => store.Clock.Advance(minute);
        await store.TellAsync((Porter porter) =>
            porter.TakeLeaveAsync(new Actor(id, "E0001", "沈砚"), key, Stranger, CancellationToken.None));

        var lines = (await waiting.TrailAsync()).TakeLast(2).ToList();
        var session = await store.AskAsync((AcademyDb db) => db.Sessions.AsNoTracking().SingleAsync(s => s.EmployeeId == id));
        Assert.Equal([PeopleTrail.SignedIn, PeopleTrail.SignedOut], lines.Select(line => line.Act));
        Assert.Equal([admitted, store.Clock.GetUtcNow()], lines.Select(line => line.At));
        Assert.Equal((begun, store.Clock.GetUtcNow()), (session.StartedAt, session.EndedAt));
    }

    [Fact]
    public async Task Whoever_does_not_wait_for_the_answer_is_on_the_trail_all_the_same()
    {
        var (meanwhile, gone) = (new Meanwhile(), new CancellationTokenSource());
        await using var left = new Office(opened, meanwhile.Into);
        meanwhile.Act = gone.Cancel;

        await left.Store.AskAsync((Doorkeeper door) => door.AdmitAsync("E0001", OpenedAcademy.Password, Stranger, gone.Token));

        Assert.True(gone.IsCancellationRequested);
        Assert.Single(await left.TrailAsync(), e => e.Act == PeopleTrail.SignedIn);
    }

    [Theory]
    [InlineData("E0001")]
    [InlineData("E9999")]
    public async Task Nobody_who_is_refused_waits_for_the_trail_whether_or_not_the_number_is_anybodys(string number)
    {
        var meanwhile = new Meanwhile();
        await using var locked = new Office(opened, meanwhile.Into);
        meanwhile.Act = () => throw new IOException("Another program writes.");

        for (var n = 0; n <= Tries.MostTries; n++)
        {
            Assert.Equal(
                n < Tries.MostTries ? AdmissionRefusal.WrongNumberOrPassword : AdmissionRefusal.LockedOut,
                (await locked.Store.AskAsync((Doorkeeper door) => door.ConfirmAsync(number, "guess", Stranger, default))).Refusal);
        }
    }

    [Fact]
    public async Task Guesses_from_however_many_addresses_are_told_of_those_too_that_nobody_looks_at()
    {
        for (var place = 0; place < 40; place++)
            for (var n = 0; n < Tries.MostTries; n++) await ConfirmAsync("E0001", "guess", $"10.1.0.{place}");
        office.Store.Clock.Advance(Tries.Window);
        await TellAsync();

        var lines = await RefusalsAsync();
        Assert.Equal((Tries.MostPlaces + 1, 40 * Tries.MostTries), (lines.Count, lines.Sum(TriesOf)));
        Assert.All(lines, line => Assert.Equal(("E0001", "True"), (line.SubjectKey, line.After["LockedOut"])));
        Assert.Equal("10.1.0.5, 10.1.0.6, 10.1.0.7 …", lines.MaxBy(TriesOf)!.After["Address"]);
    }

    [Fact]
    public async Task Guesses_that_are_braked_are_told_of_in_a_bounded_number_of_lines()
    {
        for (var n = 0; n < Tries.MostNumbers; n++) await ConfirmAsync($"X{n}", "guess");
        for (var n = 1; n <= 100; n++)
            Assert.Equal(AdmissionRefusal.TooManyTries, await ConfirmAsync($"E{n:D4}", "guess"));
        office.Store.Clock.Advance(Tries.Window);
        await TellAsync();

        var lines = await RefusalsAsync();
        Assert.Equal((Tries.MostElsewhere + 1, 100), (lines.Count, lines.Sum(TriesOf)));
        Assert.Equal(("…", 50), (lines.MaxBy(TriesOf)!.SubjectKey, lines.Max(TriesOf)));
    }

    [Fact]
    public async Task What_could_not_be_written_of_the_door_is_written_another_time()
    {
        var meanwhile = new Meanwhile();
        await using var full = new Office(opened, meanwhile.Into);
        var door = (string password) => full.Store.AskAsync((Doorkeeper door) => door.ConfirmAsync("E0001", password, Stranger, default));
        for (var n = 0; n < Tries.MostTries; n++) await door("guess");
        meanwhile.Act = () => throw new IOException("The disk is full.");
        await Assert.ThrowsAsync<IOException>(() => full.Store.AskAsync((Doorkeeper keeper) => keeper.TellRefusalsAsync()));
        meanwhile.Act = () => throw new IOException("The disk is full.");
        full.Store.Clock.Advance(Tries.Window);
        await Assert.ThrowsAsync<IOException>(() => full.Store.AskAsync((Doorkeeper keeper) => keeper.TellRefusalsAsync()));

        await full.Store.AskAsync((Doorkeeper keeper) => keeper.TellRefusalsAsync());

        Assert.Equal("5", Assert.Single(await full.TrailAsync(), e => e.Act == PeopleTrail.SignInRefused).After["Tries"]);
    }

    [Fact]
    public async Task Wrong_tries_are_told_in_one_line_when_their_window_closes()
    {
        for (var n = 0; n < 3; n++) await ConfirmAsync("E0001", "guess");
        await ConfirmAsync("E9999", "guess");
        office.Store.Clock.Advance(Tries.Window - TimeSpan.FromSeconds(1));
        await TellAsync();
        Assert.Empty(await RefusalsAsync());

        office.Store.Clock.Advance(TimeSpan.FromSeconds(1));
        await TellAsync();
        await TellAsync();

        var line = Assert.Single(await RefusalsAsync());
        Assert.Equal(("E0001", 3, "False"), (line.SubjectKey, TriesOf(line), line.After["LockedOut"]));
    }

    [Fact]
    public async Task Wrong_tries_before_a_right_one_are_told_before_it()
    {
        for (var n = 0; n < 2; n++) await ConfirmAsync("E0001", "guess");
        await office.Store.AskAsync((Doorkeeper door) => door.AdmitAsync("E0001", OpenedAcademy.Password, Stranger, default));

        var trail = (await office.TrailAsync()).Where(e => e.Subject == PeopleTrail.Account).ToList();

        Assert.Equal([PeopleTrail.SignInRefused, PeopleTrail.SignedIn], trail.Select(e => e.Act));
        Assert.Equal(2, TriesOf(trail[0]));
    }

    [Fact]
    public async Task A_wrong_password_of_who_is_in_already_is_told_as_that_and_as_no_refused_sign_in()
    {
        await ConfirmAsync("E0001", "guess");
        var inside = Stranger with { IsIn = true };
        for (var n = 0; n < 2; n++) await office.Store.AskAsync((Doorkeeper door) => door.ConfirmAsync("E0001", "guess", inside, default));
        office.Store.Clock.Advance(Tries.Window);
        await TellAsync();

        var lines = (await office.TrailAsync()).Where(e => e.Subject == PeopleTrail.Account);
        Assert.Equal(
            [("", PeopleTrail.SignInRefused, 1), ("E0001", PeopleTrail.PasswordNotConfirmed, 2)],
            lines.Select(line => (line.ActorNumber, line.Act, TriesOf(line))));
    }

    [Fact]
    public async Task A_wave_over_one_number_and_all_numbers_writes_a_bounded_number_of_lines()
    {
        for (var n = 0; n < 100; n++) await ConfirmAsync("E0001", "guess");
        for (var n = 0; n < 100; n++) await ConfirmAsync($"E{n:D4}", "guess");
        office.Store.Clock.Advance(Tries.Window);
        await TellAsync();

        Assert.InRange((await RefusalsAsync()).Count, 2, Tries.MostNumbers + Tries.MostElsewhere + 2);
    }

    [Fact]
    public async Task From_however_many_addresses_500_numbers_are_tried_and_known_devices_still_open()
    {
        for (var n = 0; n < Tries.MostPairs; n++) await ConfirmAsync($"X{n}", "guess", $"10.2.0.{n / Tries.MostNumbers}");
        var person = await office.PersonAsync("E0001");

        Assert.Equal(AdmissionRefusal.TooManyTries, await ConfirmAsync("E0001", OpenedAcademy.Password));
        var known = Stranger with { Device = "a", KnownTo = [person.Id] };
        Assert.Null((await office.Store.AskAsync((Doorkeeper door) =>
            door.ConfirmAsync("E0001", OpenedAcademy.Password, known, default))).Refusal);
    }

    [Fact]
    public async Task A_disabled_account_is_refused_on_the_trail_whoever_knows_the_password()
    {
        await office.LookAfterAsync("E0042", (keeper, actor, person) => keeper.DisableAsync(actor, person.Id, default));

        for (var n = 0; n < Tries.MostTries; n++)
            Assert.Equal(AdmissionRefusal.Disabled, await ConfirmAsync("E0042", OpenedAcademy.Password));
        await TellAsync();

        Assert.Equal(AdmissionRefusal.LockedOut, await ConfirmAsync("E0042", OpenedAcademy.Password));
        Assert.Equal(Tries.MostTries, TriesOf(Assert.Single(await RefusalsAsync())));
    }

    [Fact]
    public async Task Two_right_passwords_at_once_are_no_wrong_try()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            office.Store.AskAsync((Doorkeeper door) => door.AdmitAsync("E0001", OpenedAcademy.Password, Stranger, default)))));
        office.Store.Clock.Advance(Tries.Window);
        await TellAsync();

        Assert.Empty(await RefusalsAsync());
    }

    [Fact]
    public async Task An_unlocked_person_comes_in_at_once_from_anywhere_and_the_act_is_on_the_trail_once()
    {
        for (var place = 0; place < Tries.MostPlaces; place++)
            for (var n = 0; n < Tries.MostTries; n++) await ConfirmAsync("E0042", "guess", $"10.1.0.{place}");
        for (var n = 0; n < Tries.MostNumbers; n++) await ConfirmAsync($"X{n}", "guess", "10.1.0.66");
        Assert.Equal(AdmissionRefusal.LockedOut, await ConfirmAsync("E0042", OpenedAcademy.Password));

        var seen = (await office.PersonAsync("E0042")).LockAsSeen();
        for (var press = 0; press < 2; press++)
        {
            await office.LookAfterAsync("E0042", async (keeper, actor, person) =>
            {
                await keeper.UnlockAsync(actor, person.Id, seen, default);
                return true;
            });
        }

        Assert.Null(await ConfirmAsync("E0042", OpenedAcademy.Password));
        Assert.Equal(AdmissionRefusal.TooManyTries, await ConfirmAsync("E0043", OpenedAcademy.Password));
        Assert.Equal("A0001", Assert.Single(await office.TrailAsync(), e => e.Act == PeopleTrail.AccountUnlocked).ActorNumber);
    }

    [Fact]
    public async Task Who_finds_somebody_unlocked_and_locked_again_by_others_is_told_that_nothing_was_done()
    {
        var seen = (await office.PersonAsync("E0042")).LockAsSeen();
        var other = await office.PersonAsync("E0043");
        var colleague = new Actor(other.Id, other.Number, other.Name);
        Assert.Null(await office.SetRolesAsync("E0043", [Roles.Employee, Roles.Administrator]));
        Assert.Null(await office.LookAfterAsync("E0042", (keeper, _, person) => keeper.UnlockAsync(colleague, person.Id, seen, default)));

        Assert.Equal(AccountRefusal.ChangedMeanwhile, await office.LookAfterAsync("E0042", (keeper, actor, person) =>
            keeper.UnlockAsync(actor, person.Id, seen, default)));
    }

    [Fact]
    public async Task After_an_unlock_the_tries_are_counted_anew()
    {
        for (var n = 0; n < Tries.MostTries; n++) await ConfirmAsync("E0042", "guess");
        await office.LookAfterAsync("E0042", async (keeper, actor, person) =>
        {
            await keeper.UnlockAsync(actor, person.Id, person.LockAsSeen(), default);
            return true;
        });

        for (var n = 0; n < Tries.MostTries; n++)
            Assert.Equal(AdmissionRefusal.WrongNumberOrPassword, await ConfirmAsync("E0042", "guess"));
        Assert.Equal(AdmissionRefusal.LockedOut, await ConfirmAsync("E0042", OpenedAcademy.Password));
    }

    [Fact]
    public async Task A_lone_administrator_who_is_locked_out_is_rescued_and_nobody_else_is()
    {
        for (var place = 0; place < Tries.MostPlaces; place++)
            for (var n = 0; n < Tries.MostTries; n++) await ConfirmAsync("A0001", "guess", $"10.1.0.{place}");
        Assert.Equal(AdmissionRefusal.LockedOut, await ConfirmAsync("A0001", OpenedAcademy.Password));

        var password = await office.Store.AskAsync((AccountKeeper keeper) => keeper.RescueAsync(" a0001", default));

        Assert.Null(await ConfirmAsync("A0001", password!));
        Assert.True((await office.PersonAsync("A0001")).MustChangePassword);
        var line = Assert.Single(await office.TrailAsync(), e => e.Act == PeopleTrail.AdministratorRescued);
        Assert.Equal((null, Caller.CommandLine), (line.ActorId, line.After["Address"]));
        Assert.Null(await office.Store.AskAsync((AccountKeeper keeper) => keeper.RescueAsync("E0042", default)));
        Assert.Null(await office.Store.AskAsync((AccountKeeper keeper) => keeper.RescueAsync("E9999", default)));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private static int TriesOf(AuditEntry line) => int.Parse(line.After["Tries"]!, CultureInfo.InvariantCulture);

    /// <summary>What the home page tells of sign-ins.</summary>
    private static async Task<IEnumerable<string>> ToldAsync(HttpClient person) =>
        (await person.GetPageAsync("/")).QuerySelectorAll("#last-sign-in > *").Select(said => said.TextContent);

    private Task<int> TellAsync() => office.Store.AskAsync((Doorkeeper door) => door.TellRefusalsAsync());

    private async Task<AdmissionRefusal?> ConfirmAsync(string number, string password, string? at = null)
    {
        var caller = at is null ? Stranger : Caller.At(IPAddress.Parse(at));
        return (await office.Store.AskAsync((Doorkeeper door) => door.ConfirmAsync(number, password, caller, default))).Refusal;
    }

    private async Task<List<AuditEntry>> RefusalsAsync() =>
        [.. (await office.TrailAsync()).Where(e => e.Act == PeopleTrail.SignInRefused)];
}
