using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public enum AccountRefusal { Oneself, HasLeft, ChangedMeanwhile, MayNotAdminister }

/// <summary>A password as it is handed out, once.</summary>
public sealed record IssuedPassword(string Number, string Name, string Branch, string Password);

/// <summary>
/// Looks after the accounts: who may sign in, with which password, and what they may do. Passwords are hashed before the turn. Who
/// does not administer any more when the turn comes does nothing.
/// </summary>
public sealed class AccountKeeper(
    AcademyDb db, Registrar registrar, PasswordHashes hashes, Turnstile turnstile, ChangedRights changed, TimeProvider clock)
{
    // So many at a time that nobody's answers wait for passwords that are issued.
    private const int PeopleInTurn = 200;

    public async Task<AccountRefusal?> DisableAsync(Actor actor, long personId, CancellationToken ct)
    {
        if (personId == actor.Id) return AccountRefusal.Oneself;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return AccountRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        return await SwitchAsync(turn, actor, PeopleTrail.AccountDisabled, person, () => person.Disable(clock.GetUtcNow()), ct);
    }

    public async Task<AccountRefusal?> EnableAsync(Actor actor, long personId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return AccountRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if (person.Employment == Employment.Left) return AccountRefusal.HasLeft;

        return await SwitchAsync(turn, actor, PeopleTrail.AccountEnabled, person, person.Enable, ct);
    }

    /// <summary>Sets what somebody may do. Nobody gives away the own right to administer, so that somebody always has it.</summary>
    /// <param name="actor">Who sets it.</param>
    /// <param name="personId">Whose roles they are.</param>
    /// <param name="seen">The roles that the actor saw, as <see cref="RolesFacts.AsSeen"/> tells them.</param>
    /// <param name="roles">What they are to become.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<AccountRefusal?> SetRolesAsync(
        Actor actor, long personId, string? seen, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return AccountRefusal.MayNotAdminister;
        var ids = await registrar.RoleIdsAsync(ct);
        var held = await db.UserRoles.Where(r => r.UserId == personId).ToListAsync(ct);
        var before = RolesFacts.Of([.. ids.Where(role => held.Any(h => h.RoleId == role.Value)).Select(role => role.Key)]);
        var after = RolesFacts.Of(roles);
        if (before.AsSeen() == after.AsSeen()) return null;
        if (before.AsSeen() != seen) return AccountRefusal.ChangedMeanwhile;

        if (personId == actor.Id && !after.Roles.Contains(Roles.Administrator)) return AccountRefusal.Oneself;

        db.UserRoles.RemoveRange(held.Where(h => !after.Roles.Any(role => ids[role] == h.RoleId)));
        db.UserRoles.AddRange(
            after.Roles.Except(before.Roles).Select(role => new IdentityUserRole<long> { UserId = personId, RoleId = ids[role] }));
        db.Add((await PersonAsync(personId, ct)).Entry(actor, clock.GetUtcNow(), PeopleTrail.RolesChanged, before, after));
        await turn.CommitAsync(ct);
        changed.Tell(personId, clock.GetUtcNow());
        return null;
    }

    /// <summary>Replaces the password by a one-time one, which is told only now.</summary>
    /// <param name="actor">Who replaces it.</param>
    /// <param name="personId">Whose password it is.</param>
    /// <param name="seen">The account that the actor saw, as <see cref="Employee.AccountAsSeen"/> tells it.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<(string? Password, AccountRefusal? Refusal)> ResetPasswordAsync(
        Actor actor, long personId, string? seen, CancellationToken ct)
    {
        if (personId == actor.Id) return (null, AccountRefusal.Oneself);

        var (password, hash) = Draw();
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return (null, AccountRefusal.MayNotAdminister);
        var person = await PersonAsync(personId, ct);
        if (person.Employment == Employment.Left) return (null, AccountRefusal.HasLeft);
        if (person.AccountAsSeen() != seen) return (null, AccountRefusal.ChangedMeanwhile);

        person.ReceiveFirstPassword(hash, clock.GetUtcNow());
        db.Add(person.Entry(actor, clock.GetUtcNow(), PeopleTrail.PasswordReset, null, null));
        await turn.CommitAsync(ct);
        changed.Tell(personId, clock.GetUtcNow());
        return (password, null);
    }

    /// <summary>
    /// Has the wrong tries on somebody's number forgotten. Pressed twice, it is one act; done by another since, it is refused.
    /// </summary>
    /// <param name="actor">Who has it done.</param>
    /// <param name="personId">Whose number it is.</param>
    /// <param name="seen">The lock that the actor saw, as <see cref="Employee.LockAsSeen"/> tells it.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<AccountRefusal?> UnlockAsync(Actor actor, long personId, string? seen, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return AccountRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if (person.LockAsSeen() != seen)
        {
            var isRepeat = await db.RepeatedAsync(actor, PeopleTrail.AccountUnlocked, PeopleTrail.Person, person.Number, ct) is not null;
            return isRepeat ? null : AccountRefusal.ChangedMeanwhile;
        }

        person.Unlock(clock.GetUtcNow());
        db.Add(person.Entry(actor, clock.GetUtcNow(), PeopleTrail.AccountUnlocked, null, null));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>
    /// Lets an administrator in again whom no other administrator can help: with a one-time password, from wherever, at once.
    /// </summary>
    /// <returns>The password; null when the number is no administrator's who may sign in.</returns>
    public async Task<string?> RescueAsync(string number, CancellationToken ct)
    {
        var (password, hash) = Draw();
        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.Administrators().Numbered(number).SingleOrDefaultAsync(ct) is not { } person) return null;

        person.ReceiveFirstPassword(hash, clock.GetUtcNow());
        var machine = Actor.Academy with { Address = Caller.CommandLine };
        db.Add(person.Entry(machine, clock.GetUtcNow(), PeopleTrail.AdministratorRescued, null, null));
        await turn.CommitAsync(ct);
        return password;
    }

    /// <summary>
    /// Gives everybody who waits a one-time password, by branch and name, some people in a turn. Of two who do so at once the first
    /// gives all of them.
    /// </summary>
    /// <param name="actor">Who gives them.</param>
    /// <param name="branchId">The unit to whose people, and those of the units below it, they are given.</param>
    /// <param name="alsoUnused">Whether it is also who has not used the one-time password yet.</param>
    /// <param name="seen">Those who the actor saw waiting, as <see cref="WaitingPeople.AsSeen"/> tells them.</param>
    /// <param name="ct">Stops the work; who has a password by then keeps it.</param>
    public async Task<(IReadOnlyList<IssuedPassword> Issued, AccountRefusal? Refusal)> IssuePasswordsAsync(
        Actor actor, long branchId, bool alsoUnused, string? seen, CancellationToken ct)
    {
        var waiting = await db.WaitingForPasswordAsync(branchId, alsoUnused, ct);
        if (waiting.AsSeen() != seen) return ([], AccountRefusal.ChangedMeanwhile);

        List<IssuedPassword> issued = [];
        foreach (var part in waiting.People.Where(p => p.Id != actor.Id).Select(p => (Person: p, Drawn: Draw())).Chunk(PeopleInTurn))
        {
            var (given, refusal) = await GiveAsync(actor, branchId, part.ToDictionary(p => p.Person, p => p.Drawn.Hash), ct);
            issued.AddRange(part.Where(p => given.Contains(p.Person.Id)).Select(p => p.Person.Receive(p.Drawn.Password)));
            if (given.Count == 0) return (issued, issued.Count == 0 ? refusal : null);
        }

        return (issued, null);
    }

    /// <summary>Sets the password that the person has chosen, as long as the one that was checked is still theirs.</summary>
    /// <returns>The person as signed in from now on; null when the password is another meanwhile.</returns>
    public async Task<Employee?> ChoosePasswordAsync(
        long personId, string checkedHash, string chosen, Caller caller, CancellationToken ct)
    {
        var hash = await HashAsync(chosen, ct);
        await using var turn = await db.TakeTurnAsync(ct);
        var person = await PersonAsync(personId, ct);
        if (person.PasswordHash != checkedHash || person.IsDisabled) return null;

        person.ChoosePassword(hash);
        var actor = new Actor(person.Id, person.Number, person.Name);
        db.Add(new AuditEntry(
            actor, clock.GetUtcNow(), PeopleTrail.PasswordChosen, PeopleTrail.Account, person.Number, person.Name, null,
            new AddressFacts(caller.AddressText)));
        await turn.CommitAsync(ct);
        return person;
    }

    private async Task<string> HashAsync(string chosen, CancellationToken ct)
    {
        using var place = await turnstile.EnterAsync(ct);
        return hashes.Hash(chosen);
    }

    private static (string Password, string Hash) Draw()
    {
        var password = Registrar.OneTimePassword();
        return (password, PasswordHashes.HashOneTime(password));
    }

    private Task<Employee> PersonAsync(long id, CancellationToken ct) =>
        db.Employees.Include(e => e.Branch).Include(e => e.Position).SingleAsync(e => e.Id == id, ct);

    /// <summary>Gives the passwords to those whose account is as it was when they were drawn; says who that is, or why nobody.</summary>
    private async Task<(HashSet<long> Given, AccountRefusal? Refusal)> GiveAsync(
        Actor actor, long branchId, Dictionary<WaitingPerson, string> hashes, CancellationToken ct)
    {
        var ids = hashes.Keys.Select(p => p.Id).ToList();
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return ([], AccountRefusal.MayNotAdminister);
        var people = await db.Employees.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        var left = hashes.Where(p => people[p.Key.Id].AccountAsSeen() == p.Key.Account).ToList();
        if (left.Count == 0) return ([], AccountRefusal.ChangedMeanwhile);

        foreach (var (waiting, hash) in left) people[waiting.Id].ReceiveFirstPassword(hash, clock.GetUtcNow());
        var branch = await db.Branches.SingleAsync(b => b.Id == branchId, ct);
        db.Add(new AuditEntry(
            actor, clock.GetUtcNow(), PeopleTrail.PasswordsIssued, PeopleTrail.Branch, branch.Code, branch.Name, null,
            new IssueFacts(left.Count, [.. left.Select(p => p.Key.Number)])));
        await turn.CommitAsync(ct);
        foreach (var (waiting, _) in left) changed.Tell(waiting.Id, clock.GetUtcNow());
        return ([.. left.Select(p => p.Key.Id)], null);
    }

    private async Task<AccountRefusal?> SwitchAsync(
        Turn turn, Actor actor, Act act, Employee person, Action change, CancellationToken ct)
    {
        var before = RollFacts.Of(person);
        change();
        if (before == RollFacts.Of(person)) return null;

        db.Add(person.Entry(actor, clock.GetUtcNow(), act, before, RollFacts.Of(person)));
        await turn.CommitAsync(ct);
        changed.Tell(person.Id, clock.GetUtcNow());
        return null;
    }
}
