using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

/// <summary>Who may sign in, with which first password, and as what.</summary>
public sealed class AccountKeeperTests : IAsyncDisposable
{
    private readonly Office office;

    public AccountKeeperTests(OpenedAcademy opened) => office = new Office(opened);

    [Fact]
    public async Task Nobody_locks_himself_out()
    {
        Assert.Equal(AccountRefusal.Oneself, await DisableAsync("A0001"));
        Assert.Equal(AccountRefusal.Oneself, await SetRolesAsync("A0001", [Roles.Employee]));
        Assert.Null(await SetRolesAsync("A0001", [Roles.Administrator, Roles.Trainer]));
    }

    [Fact]
    public async Task Only_who_administers_takes_the_right_of_another_who_does()
    {
        Assert.Equal(AccountRefusal.MayNotAdminister, await SetRolesAsync("A0001", [Roles.Employee], by: "T0001"));
        Assert.Equal(AccountRefusal.MayNotAdminister, await DisableAsync("A0001", by: "T0001"));

        Assert.Null(await SetRolesAsync("T0001", [Roles.Administrator]));
        Assert.Null(await SetRolesAsync("A0001", [Roles.Employee], by: "T0001"));
    }

    [Fact]
    public async Task An_administrator_whose_account_is_disabled_is_none()
    {
        Assert.Null(await SetRolesAsync("T0001", [Roles.Administrator]));
        Assert.Null(await DisableAsync("T0001"));
        Assert.Equal(AccountRefusal.MayNotAdminister, await SetRolesAsync("A0001", [Roles.Employee], by: "T0001"));
    }

    [Fact]
    public async Task An_account_of_somebody_who_has_left_is_neither_opened_nor_given_a_password()
    {
        await office.DepartAsync("E0042");
        Assert.Equal(
            AccountRefusal.HasLeft,
            await office.LookAfterAsync("E0042", (keeper, actor, person) => keeper.EnableAsync(actor, person.Id, CancellationToken.None)));
        Assert.Equal(
            AccountRefusal.HasLeft,
            await office.LookAfterAsync(
                "E0042",
                async (keeper, actor, person) =>
                    (await keeper.ResetPasswordAsync(actor, person.Id, person.AccountAsSeen(), CancellationToken.None)).Refusal));
    }

    [Fact]
    public async Task A_reset_password_admits_and_must_be_changed_and_the_lock_is_gone()
    {
        for (var i = 0; i < Tries.MostTries; i++) await KnockAsync("E0042", "wrong");
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
    public async Task Roles_that_somebody_else_has_set_meanwhile_are_not_taken_away()
    {
        var seen = RolesFacts.Of(await office.RolesAsync("E0042")).AsSeen();
        Assert.Null(await SetRolesAsync("E0042", [Roles.Employee, Roles.Auditor]));

        Assert.Equal(AccountRefusal.ChangedMeanwhile, await office.LookAfterAsync("E0042", (keeper, actor, person) =>
            keeper.SetRolesAsync(actor, person.Id, seen, [Roles.Employee, Roles.Trainer], CancellationToken.None)));

        Assert.Equal([Roles.Auditor, Roles.Employee], (await office.RolesAsync("E0042")).Order());
    }

    [Fact]
    public async Task A_password_that_was_given_out_meanwhile_stays_the_one_that_opens()
    {
        var seen = await office.PersonAsync("E0042");
        var first = await ResetAsync("E0042");

        Assert.Equal((null, AccountRefusal.ChangedMeanwhile), await office.LookAfterAsync("E0042", (keeper, actor, person) =>
            keeper.ResetPasswordAsync(actor, person.Id, seen.AccountAsSeen(), CancellationToken.None)));

        Assert.Null((await KnockAsync("E0042", first)).Refusal);
    }

    [Fact]
    public async Task A_password_that_was_given_out_while_somebody_chose_another_is_not_replaced()
    {
        var before = (await office.PersonAsync("E0042")).PasswordHash!;
        var given = await ResetAsync("E0042");

        Assert.Null(await office.LookAfterAsync("E0042", (keeper, _, person) =>
            keeper.ChoosePasswordAsync(person.Id, before, "long-enough-7", Office.Here, CancellationToken.None)));

        Assert.Null((await KnockAsync("E0042", given)).Refusal);
    }

    [Fact]
    public async Task Two_who_issue_passwords_at_once_give_each_person_one_and_each_of_them_opens()
    {
        await office.Store.TellAsync((AcademyDb db) =>
            db.Employees.ExecuteUpdateAsync(set => set.SetProperty(e => e.MustChangePassword, true)));
        var waiting = await WaitingAsync("000", alsoUnused: true);

        var issues = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => IssueAsync("000", alsoUnused: true, waiting))));

        Assert.Equal([AccountRefusal.ChangedMeanwhile, null], issues.Select(issue => issue.Refusal).OrderDescending());
        Assert.Empty(issues.Single(issue => issue.Refusal is not null).Issued);
        var issued = issues.Single(issue => issue.Refusal is null).Issued;
        Assert.Equal(waiting.People.Select(p => p.Number).Where(number => number != "A0001").Order(), issued.Select(i => i.Number).Order());
        Assert.Null((await KnockAsync(issued[^1].Number, issued[^1].Password)).Refusal);
    }

    [Fact]
    public async Task Whose_account_changes_while_passwords_are_issued_is_left_out()
    {
        await ForgetPasswordsAsync("E0001", "E0002");
        var waiting = await WaitingAsync("100", alsoUnused: false);
        await DisableAsync("E0002");

        Assert.Equal(AccountRefusal.ChangedMeanwhile, (await IssueAsync("100", alsoUnused: false, waiting)).Refusal);
        Assert.Equal("E0001", Assert.Single(await IssueAsync("100")).Number);
    }

    [Fact]
    public async Task Every_act_is_on_the_trail_and_no_password_is()
    {
        await DisableAsync("E0042");
        await office.LookAfterAsync("E0042", (keeper, actor, person) => keeper.EnableAsync(actor, person.Id, CancellationToken.None));
        await SetRolesAsync("E0042", [Roles.Employee, Roles.Trainer]);
        var reset = await ResetAsync("E0042");
        await ForgetPasswordsAsync("E0001");
        var issued = await IssueAsync("100");

        var trail = (await office.TrailAsync()).TakeLast(5).ToList();
        Assert.Equal(
            [
                PeopleTrail.AccountDisabled, PeopleTrail.AccountEnabled, PeopleTrail.RolesChanged, PeopleTrail.PasswordReset,
                PeopleTrail.PasswordsIssued,
            ],
            trail.Select(e => e.Act));
        Assert.Equal(("employee", "employee, trainer"), (trail[2].Before["Roles"], trail[2].After["Roles"]));
        Assert.Equal(("1", "E0001"), (trail[4].After["People"], trail[4].After["Numbers"]));
        Assert.DoesNotContain(trail.SelectMany(e => e.After.Values), value => value == reset || value == issued[0].Password);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private Task<AccountRefusal?> DisableAsync(string number, string by = "A0001") =>
        office.LookAfterAsync(number, (keeper, actor, person) => keeper.DisableAsync(actor, person.Id, CancellationToken.None), by);

    private Task<AccountRefusal?> SetRolesAsync(string number, string[] roles, string by = "A0001") =>
        office.SetRolesAsync(number, roles, by);

    private Task<Admission> KnockAsync(string number, string password) =>
        office.Store.AskAsync((Doorkeeper doorkeeper) => doorkeeper.AdmitAsync(number, password, Office.Here, CancellationToken.None));

    private async Task<string> ResetAsync(string number) => (await office.LookAfterAsync(number, (keeper, actor, person) =>
        keeper.ResetPasswordAsync(actor, person.Id, person.AccountAsSeen(), CancellationToken.None))).Password!;

    private async Task<IReadOnlyList<IssuedPassword>> IssueAsync(string branch, bool alsoUnused = false)
    {
        var (issued, refusal) = await IssueAsync(branch, alsoUnused, await WaitingAsync(branch, alsoUnused));
        Assert.Null(refusal);
        return issued;
    }

    private async Task<(IReadOnlyList<IssuedPassword> Issued, AccountRefusal? Refusal)> IssueAsync(
        string branch, bool alsoUnused, WaitingPeople seen)
    {
        var (actor, unit) = (await office.AdministratorAsync(), await office.BranchAsync(branch));
        return await office.Store.AskAsync((AccountKeeper keeper) =>
            keeper.IssuePasswordsAsync(actor, unit, alsoUnused, seen.AsSeen(), CancellationToken.None));
    }

    private async Task<WaitingPeople> WaitingAsync(string branch, bool alsoUnused)
    {
        var unit = await office.BranchAsync(branch);
        return await office.Store.AskAsync((AcademyDb db) => db.WaitingForPasswordAsync(unit, alsoUnused, CancellationToken.None));
    }

    private Task<int> ForgetPasswordsAsync(params string[] numbers) => office.Store.AskAsync((AcademyDb db) =>
        db.Employees
            .Where(e => numbers.Contains(e.UserName))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, (string?)null)));

    private Task<string> OneOfAsync(string branch) =>
        office.Store.AskAsync((AcademyDb db) => db.Employees.Within($"/000/{branch}/").Select(e => e.UserName!).FirstAsync());
}
