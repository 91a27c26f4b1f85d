using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

/// <summary>Who may sign in, with which first password, and as what.</summary>
public sealed class StewardTests : IAsyncDisposable
{
    private readonly Office office;

    public StewardTests(OpenedAcademy opened) => office = new Office(opened);

    [Fact]
    public async Task Nobody_locks_himself_out()
    {
        Assert.Equal(StewardRefusal.Oneself, await DisableAsync("A0001"));
        Assert.Equal(StewardRefusal.Oneself, await SetRolesAsync("A0001", [Roles.Employee]));
        Assert.Null(await SetRolesAsync("A0001", [Roles.Administrator, Roles.Trainer]));
    }

    [Fact]
    public async Task Nobody_takes_the_right_of_the_last_administrator()
    {
        Assert.Equal(StewardRefusal.LastAdministrator, await SetRolesAsync("A0001", [Roles.Employee], by: "T0001"));
        Assert.Equal(StewardRefusal.LastAdministrator, await DisableAsync("A0001", by: "T0001"));

        Assert.Null(await SetRolesAsync("T0001", [Roles.Administrator]));
        Assert.Null(await SetRolesAsync("A0001", [Roles.Employee], by: "T0001"));
    }

    [Fact]
    public async Task An_administrator_whose_account_is_disabled_does_not_count()
    {
        Assert.Null(await SetRolesAsync("T0001", [Roles.Administrator]));
        Assert.Null(await DisableAsync("T0001"));
        Assert.Equal(StewardRefusal.LastAdministrator, await SetRolesAsync("A0001", [Roles.Employee], by: "E0001"));
    }

    [Fact]
    public async Task An_account_of_somebody_who_has_left_is_neither_opened_nor_given_a_password()
    {
        await office.DepartAsync("E0042");
        Assert.Equal(
            StewardRefusal.HasLeft,
            await office.LookAfterAsync("E0042", (steward, actor, person) => steward.EnableAsync(actor, person, CancellationToken.None)));
        Assert.Equal(
            StewardRefusal.HasLeft,
            await office.LookAfterAsync(
                "E0042",
                async (steward, actor, person) => (await steward.ResetPasswordAsync(actor, person, CancellationToken.None)).Refusal));
    }

    [Fact]
    public async Task A_reset_password_admits_and_must_be_changed_and_the_lock_is_gone()
    {
        for (var i = 0; i < Doorkeeper.TriesAllowed; i++) await KnockAsync("E0042", "wrong");
        var password = await ResetAsync("E0042");

        Assert.Null((await KnockAsync("E0042", password)).Refusal);
        Assert.True((await office.PersonAsync("E0042")).MustChangePassword);
        Assert.Equal(AdmissionRefusal.WrongNumberOrPassword, (await KnockAsync("E0042", OpenedAcademy.Password)).Refusal);
    }

    [Fact]
    public async Task Passwords_are_issued_to_those_of_the_subtree_who_never_had_one()
    {
        await ForgetPasswordsAsync("E0001", "E0002");
        await ForgetPasswordsAsync(await OneOfAsync("200"));

        var issued = await IssueAsync("100");

        Assert.Equal(["E0001", "E0002"], issued.Select(i => i.Number).Order());
        foreach (var one in issued) Assert.Null((await KnockAsync(one.Number, one.Password)).Refusal);
        Assert.Empty(await IssueAsync("100"));
        Assert.Equal(["E0001", "E0002"], (await IssueAsync("100", alsoUnused: true)).Select(i => i.Number).Order());
    }

    [Fact]
    public async Task Every_act_is_on_the_trail_and_no_password_is()
    {
        await DisableAsync("E0042");
        await office.LookAfterAsync("E0042", (steward, actor, person) => steward.EnableAsync(actor, person, CancellationToken.None));
        await SetRolesAsync("E0042", [Roles.Employee, Roles.Trainer]);
        var reset = await ResetAsync("E0042");
        await ForgetPasswordsAsync("E0001");
        var issued = await IssueAsync("100");

        var trail = (await office.TrailAsync()).TakeLast(5).ToList();
        Assert.Equal(
            [PeopleTrail.AccountDisabled, PeopleTrail.AccountEnabled, PeopleTrail.RolesChanged, PeopleTrail.PasswordReset, PeopleTrail.PasswordsIssued],
            trail.Select(e => e.Act));
        Assert.Equal(("employee", "employee, trainer"), (trail[2].Before["Roles"], trail[2].After["Roles"]));
        Assert.Equal(("1", "E0001"), (trail[4].After["People"], trail[4].After["Numbers"]));
        Assert.DoesNotContain(trail.SelectMany(e => e.After.Values), value => value == reset || value == issued[0].Password);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private Task<StewardRefusal?> DisableAsync(string number, string by = "A0001") =>
        office.LookAfterAsync(number, (steward, actor, person) => steward.DisableAsync(actor, person, CancellationToken.None), by);

    private Task<StewardRefusal?> SetRolesAsync(string number, string[] roles, string by = "A0001") =>
        office.LookAfterAsync(number, (steward, actor, person) => steward.SetRolesAsync(actor, person, roles, CancellationToken.None), by);

    private Task<Admission> KnockAsync(string number, string password) =>
        office.Store.AskAsync((Doorkeeper doorkeeper) => doorkeeper.AdmitAsync(number, password, CancellationToken.None));

    private async Task<string> ResetAsync(string number)
    {
        var actor = await office.AdministratorAsync();
        return (await office.AboutAsync(number, (services, person) =>
            services.GetRequiredService<Steward>().ResetPasswordAsync(actor, person, CancellationToken.None))).Password!;
    }

    private async Task<IReadOnlyList<IssuedPassword>> IssueAsync(string branch, bool alsoUnused = false)
    {
        var actor = await office.AdministratorAsync();
        return await office.Store.AskAsync(async (IServiceProvider services) =>
            await services.GetRequiredService<Steward>().IssuePasswordsAsync(
                actor,
                await services.GetRequiredService<AcademyDb>().Branches.SingleAsync(b => b.Code == branch),
                alsoUnused,
                CancellationToken.None));
    }

    private Task<int> ForgetPasswordsAsync(params string[] numbers) => office.Store.AskAsync((AcademyDb db) =>
        db.Employees
            .Where(e => numbers.Contains(e.UserName))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, (string?)null)));

    private Task<string> OneOfAsync(string branch) =>
        office.Store.AskAsync((AcademyDb db) => db.Employees.Within($"/000/{branch}/").Select(e => e.UserName!).FirstAsync());
}
