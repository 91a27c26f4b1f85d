using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Domain.People;

public enum StewardRefusal { Oneself, LastAdministrator, HasLeft }

/// <summary>A password as it is handed out, once.</summary>
public sealed record IssuedPassword(string Number, string Name, string Branch, string Password);

/// <summary>Looks after the accounts: who may sign in, with which first password, and what they may do.</summary>
public sealed class Steward(AcademyDb db, Registrar registrar, TimeProvider clock)
{
    // Slow hashing protects what people think up. A one-time password is drawn from 55^14, beyond any guessing, and is
    // replaced at the first sign-in; 10,000 of them are issued in seconds instead of minutes.
    private static readonly PasswordHasher<Employee> OneTimeHasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 100 }));

    public async Task<StewardRefusal?> DisableAsync(Actor actor, Employee person, CancellationToken ct)
    {
        if (person.Id == actor.Id) return StewardRefusal.Oneself;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.IsLastAdministratorAsync(person.Id, ct)) return StewardRefusal.LastAdministrator;

        await SwitchAsync(actor, PeopleTrail.AccountDisabled, person, () => person.Disable(clock.GetUtcNow()), ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    public async Task<StewardRefusal?> EnableAsync(Actor actor, Employee person, CancellationToken ct)
    {
        if (person.Employment == Employment.Left) return StewardRefusal.HasLeft;

        await SwitchAsync(actor, PeopleTrail.AccountEnabled, person, person.Enable, ct);
        return null;
    }

    /// <summary>Sets what somebody may do. Nobody gives away the own right to administer, and somebody always has it.</summary>
    public async Task<StewardRefusal?> SetRolesAsync(Actor actor, Employee person, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        var ids = await registrar.RoleIdsAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = await db.UserRoles.Where(r => r.UserId == person.Id).ToListAsync(ct);
        var before = Roles.All.Where(role => held.Any(h => h.RoleId == ids[role])).ToList();
        var after = Roles.All.Where(roles.Contains).ToList();
        if (before.SequenceEqual(after)) return null;

        if (before.Contains(Roles.Administrator) && !after.Contains(Roles.Administrator))
        {
            if (person.Id == actor.Id) return StewardRefusal.Oneself;
            if (await db.IsLastAdministratorAsync(person.Id, ct)) return StewardRefusal.LastAdministrator;
        }

        db.UserRoles.RemoveRange(held.Where(h => !after.Any(role => ids[role] == h.RoleId)));
        db.UserRoles.AddRange(after.Except(before).Select(role => new IdentityUserRole<long> { UserId = person.Id, RoleId = ids[role] }));
        db.Add(person.Entry(actor, clock.GetUtcNow(), PeopleTrail.RolesChanged, new { Roles = before }, new { Roles = after }));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>Replaces the password by a one-time one, which is told only now.</summary>
    public async Task<(string? Password, StewardRefusal? Refusal)> ResetPasswordAsync(Actor actor, Employee person, CancellationToken ct)
    {
        if (person.Id == actor.Id) return (null, StewardRefusal.Oneself);
        if (person.Employment == Employment.Left) return (null, StewardRefusal.HasLeft);

        var password = Give(person);
        db.Add(person.Entry(actor, clock.GetUtcNow(), PeopleTrail.PasswordReset, null, null));
        await db.SaveChangesAsync(ct);
        return (password, null);
    }

    /// <summary>Who of a unit and those below it waits for a first password; with those, if wanted, who have not used theirs yet.</summary>
    public IQueryable<Employee> WaitingForPassword(Branch branch, bool alsoUnused) => db.Employees
        .Within(branch.Path).Employed()
        .Where(e => e.DisabledAt == null && (e.PasswordHash == null || (alsoUnused && e.MustChangePassword)));

    /// <summary>Gives all of them a one-time password each, by branch and name.</summary>
    public async Task<IReadOnlyList<IssuedPassword>> IssuePasswordsAsync(Actor actor, Branch branch, bool alsoUnused, CancellationToken ct)
    {
        var people = await WaitingForPassword(branch, alsoUnused).Where(e => e.Id != actor.Id)
            .Include(e => e.Branch).OrderBy(e => e.Branch.Path).ThenBy(e => e.PinyinKey).ToListAsync(ct);
        if (people.Count == 0) return [];

        List<IssuedPassword> issued = [.. people.Select(person =>
            new IssuedPassword(person.Number, person.Name, person.Branch.Name, Give(person)))];
        db.Add(new AuditEntry(
            actor, clock.GetUtcNow(), PeopleTrail.PasswordsIssued, PeopleTrail.Branch, branch.Code, branch.Name,
            null, new { People = people.Count, Numbers = people.Select(p => p.Number) }));
        await db.SaveChangesAsync(ct);
        return issued;
    }

    private static string Give(Employee person)
    {
        var password = Registrar.OneTimePassword();
        person.ReceiveFirstPassword(OneTimeHasher.HashPassword(person, password));
        return password;
    }

    private async Task SwitchAsync(Actor actor, Act act, Employee person, Action change, CancellationToken ct)
    {
        var before = person.IsDisabled;
        change();
        if (before == person.IsDisabled) return;

        db.Add(person.Entry(actor, clock.GetUtcNow(), act, new { AccountDisabled = before }, new { AccountDisabled = person.IsDisabled }));
        await db.SaveChangesAsync(ct);
    }
}
