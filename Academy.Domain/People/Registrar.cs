using System.Security.Cryptography;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public enum RegistrarRefusal { NumberTaken, AdministratorExists, BranchClosed, HasLeft, HasNotLeft, NotOnLeave, Oneself, LastAdministrator }

/// <summary>Somebody who joins the bank.</summary>
public sealed record Newcomer(string Number, string Name, string PinyinKey, Branch Branch, Position Position);

/// <summary>
/// Keeps the roll: enters people, and records where and as what they work. A person to change comes with
/// the current posting, the branch and the position; see <see cref="PeopleQueries"/>.
/// </summary>
public sealed class Registrar(AcademyDb db, IPasswordHasher<Employee> hasher, BankZone zone, TimeProvider clock)
{
    // No 0, O, 1, l or I: the password is read off a screen and typed once.
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Makes the administrator of an academy that has none. The password must be changed at the first sign-in.</summary>
    public async Task<RegistrarRefusal?> CreateFirstAdministratorAsync(string number, string name, string password, CancellationToken ct)
    {
        if (await HasAdministratorAsync(ct)) return RegistrarRefusal.AdministratorExists;
        if (await db.Employees.Numbered(number).AnyAsync(ct)) return RegistrarRefusal.NumberTaken;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (branch, position) = await HeadOfficeAsync(ct);
        var administrator = new Employee(number.Trim(), name, branch.Id, position.Id, Today);
        administrator.ReceiveFirstPassword(hasher.HashPassword(administrator, password));
        await EnterAsync(Actor.Academy, administrator, [Roles.Administrator, Roles.Employee], ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    public async Task<RegistrarRefusal?> AddAsync(Actor actor, Newcomer newcomer, CancellationToken ct)
    {
        if (await db.Employees.Numbered(newcomer.Number).AnyAsync(ct)) return RegistrarRefusal.NumberTaken;
        if (newcomer.Branch.IsClosed) return RegistrarRefusal.BranchClosed;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = new Employee(newcomer.Number, newcomer.Name, newcomer.Branch.Id, newcomer.Position.Id, Today);
        person.SortBy(newcomer.PinyinKey);
        await EnterAsync(actor, person, [Roles.Employee], ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    public Task EditAsync(Actor actor, Employee person, string name, string pinyinKey, CancellationToken ct) =>
        ChangeAsync(actor, PeopleTrail.PersonEdited, person, () => person.Rename(name, pinyinKey), ct);

    public async Task<RegistrarRefusal?> MoveAsync(Actor actor, Employee person, Branch branch, Position position, CancellationToken ct)
    {
        if (person.Employment == Employment.Left) return RegistrarRefusal.HasLeft;
        if (branch.IsClosed && branch.Id != person.BranchId) return RegistrarRefusal.BranchClosed;
        if ((branch.Id, position.Id) == (person.BranchId, person.PositionId)) return null;

        await ChangeAsync(actor, PeopleTrail.PersonMoved, person, () => person.Move(branch.Id, position.Id, Today), ct);
        return null;
    }

    /// <summary>Sends somebody on leave, or corrects what kind of leave it is.</summary>
    public async Task<RegistrarRefusal?> SendOnLeaveAsync(Actor actor, Employee person, LeaveKind kind, CancellationToken ct)
    {
        if (person.Employment == Employment.Left) return RegistrarRefusal.HasLeft;
        if (person.Leave == kind) return null;

        await ChangeAsync(actor, PeopleTrail.PersonWentOnLeave, person, () => person.GoOnLeave(kind, Today), ct);
        return null;
    }

    public async Task<RegistrarRefusal?> TakeBackAsync(Actor actor, Employee person, CancellationToken ct)
    {
        if (person.Employment != Employment.OnLeave) return RegistrarRefusal.NotOnLeave;

        await ChangeAsync(actor, PeopleTrail.PersonReturned, person, () => person.Return(Today), ct);
        return null;
    }

    /// <summary>Somebody leaves the bank: the history stays, the account is shut.</summary>
    public async Task<RegistrarRefusal?> DischargeAsync(Actor actor, Employee person, CancellationToken ct)
    {
        if (person.Employment == Employment.Left) return RegistrarRefusal.HasLeft;
        if (person.Id == actor.Id) return RegistrarRefusal.Oneself;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.IsLastAdministratorAsync(person.Id, ct)) return RegistrarRefusal.LastAdministrator;

        await ChangeAsync(actor, PeopleTrail.PersonLeft, person, () => person.Depart(Today, clock.GetUtcNow()), ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes somebody on again who had left; number and history are the same, the account opens.</summary>
    public async Task<RegistrarRefusal?> RehireAsync(Actor actor, Employee person, Branch branch, Position position, CancellationToken ct)
    {
        if (person.Employment != Employment.Left) return RegistrarRefusal.HasNotLeft;
        if (branch.IsClosed) return RegistrarRefusal.BranchClosed;

        await ChangeAsync(actor, PeopleTrail.PersonReturned, person, () => person.Rejoin(branch.Id, position.Id, Today), ct);
        return null;
    }

    /// <summary>Makes the roles of the given names exist and gives them to the person.</summary>
    public async Task GrantAsync(Employee employee, IEnumerable<string> roles, CancellationToken ct)
    {
        var ids = await RoleIdsAsync(ct);
        db.UserRoles.AddRange(roles.Select(role => new IdentityUserRole<long> { UserId = employee.Id, RoleId = ids[role] }));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ids of all roles by name; those not yet in the store are added.</summary>
    public async Task<Dictionary<string, long>> RoleIdsAsync(CancellationToken ct)
    {
        var known = await db.Roles.ToListAsync(ct);
        var missing = Roles.All.Except(known.Select(r => r.Name!))
            .Select(name => new IdentityRole<long>(name) { NormalizedName = name.ToUpperInvariant() }).ToList();
        db.Roles.AddRange(missing);
        await db.SaveChangesAsync(ct);
        return known.Concat(missing).ToDictionary(r => r.Name!, r => r.Id);
    }

    public static string OneTimePassword() => RandomNumberGenerator.GetString(PasswordLetters, 14);

    private DateOnly Today => zone.DayOf(clock.GetUtcNow());

    private async Task EnterAsync(Actor actor, Employee person, IReadOnlyList<string> roles, CancellationToken ct)
    {
        db.Add(person);
        await db.SaveChangesAsync(ct);
        db.Add(person.Entry(actor, clock.GetUtcNow(), PeopleTrail.PersonAdded, null, RollFacts.Of(person)));
        await GrantAsync(person, roles, ct);
    }

    private async Task ChangeAsync(Actor actor, Act act, Employee person, Action change, CancellationToken ct)
    {
        var before = RollFacts.Of(person);
        change();
        // Branch and position follow their ids, so that the facts name the new ones.
        db.ChangeTracker.DetectChanges();
        var after = RollFacts.Of(person);
        if (before == after) return;

        db.Add(person.Entry(actor, clock.GetUtcNow(), act, before, after));
        await db.SaveChangesAsync(ct);
    }

    private Task<bool> HasAdministratorAsync(CancellationToken ct) => db.Administrators().AnyAsync(ct);

    private async Task<(Branch Branch, Position Position)> HeadOfficeAsync(CancellationToken ct)
    {
        var branch = await db.Branches.SingleOrDefaultAsync(b => b.ParentId == null, ct)
            ?? db.Branches.Add(new Branch("000", "总行", "Head office", BranchKind.HeadOffice, null)).Entity;
        var position = await db.Positions.SingleOrDefaultAsync(p => p.Slug == "administrator", ct)
            ?? db.Positions.Add(new Position("administrator", "系统管理员", "Administrator")).Entity;
        await db.SaveChangesAsync(ct);
        return (branch, position);
    }
}
