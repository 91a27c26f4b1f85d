using System.Security.Cryptography;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public enum RegistrarRefusal
{
    Malformed,
    NumberTaken, AdministratorExists, BranchClosed, HasLeft, HasNotLeft, NotOnLeave, Oneself, ChangedMeanwhile, MayNotAdminister,
}

/// <summary>Somebody who joins the bank; without a key they are sorted by name.</summary>
public sealed record Newcomer(string Number, string Name, string PinyinKey, long BranchId, long PositionId, string MailAddress = "");

/// <summary>
/// Keeps the roll: enters people, and records where and as what they work. Whoever puts other entries in place of those shown says
/// what was shown (<see cref="Employee.AsSeen"/>); where the person is another by then, or who does it does not administer any more,
/// nothing is done.
/// </summary>
public sealed class Registrar(AcademyDb db, PasswordHashes hashes, ChangedRights changed, BankZone zone, TimeProvider clock)
{
    // No 0, O, 1, l or I: the password is read off a screen and typed once.
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Makes the administrator of an academy that has none. The password must be changed at the first sign-in.</summary>
    public async Task<RegistrarRefusal?> CreateFirstAdministratorAsync(string number, string name, string password, CancellationToken ct)
    {
        if (!RollEntry.Number.Accepts(number) || !RollEntry.PersonName.Accepts(name)) return RegistrarRefusal.Malformed;

        var hash = hashes.Hash(password);
        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.Administrators().AnyAsync(ct)) return RegistrarRefusal.AdministratorExists;
        if (await db.Employees.Numbered(number).AnyAsync(ct)) return RegistrarRefusal.NumberTaken;

        var (branch, position) = await HeadOfficeAsync(ct);
        var administrator = new Employee(number, name, branch.Id, position.Id, Today);
        administrator.ReceiveFirstPassword(hash, clock.GetUtcNow());
        await EnterAsync(Actor.Academy, administrator, [Roles.Administrator, Roles.Employee], ct);
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<RegistrarRefusal?> AddAsync(Actor actor, Newcomer newcomer, CancellationToken ct)
    {
        if (!RollEntry.Number.Accepts(newcomer.Number) || !IsSound(newcomer.Name, newcomer.PinyinKey)
            || !RollEntry.MailAddress.Accepts(newcomer.MailAddress))
        {
            return RegistrarRefusal.Malformed;
        }


        newcomer = newcomer with { PinyinKey = Employee.SortKeyOf(newcomer.Name, newcomer.PinyinKey) };
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        if (await db.Employees.Numbered(newcomer.Number).ForChange().SingleOrDefaultAsync(ct) is { } there)
            return await IsAddedAsync(actor, there, newcomer, ct) ? null : RegistrarRefusal.NumberTaken;
        if ((await PlaceAsync(newcomer.BranchId, newcomer.PositionId, ct)).IsClosed) return RegistrarRefusal.BranchClosed;

        var person = new Employee(newcomer.Number, newcomer.Name, newcomer.BranchId, newcomer.PositionId, Today);
        person.SortBy(newcomer.PinyinKey);
        person.MailTo(newcomer.MailAddress);
        await EnterAsync(actor, person, [Roles.Employee], ct);
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<RegistrarRefusal?> EditAsync(
        Actor actor, long personId, string? seen, string name, string pinyinKey, CancellationToken ct)
    {
        if (!IsSound(name, pinyinKey)) return RegistrarRefusal.Malformed;

        pinyinKey = Employee.SortKeyOf(name, pinyinKey);
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if ((person.Name, person.PinyinKey) == (name, pinyinKey)) return null;
        if (person.AsSeen() != seen) return RegistrarRefusal.ChangedMeanwhile;

        return await ChangeAsync(turn, actor, PeopleTrail.PersonEdited, person, () => person.Rename(name, pinyinKey), ct);
    }

    /// <summary>Writes down where letters to somebody are mailed; nowhere when the address is empty.</summary>
    public async Task<RegistrarRefusal?> MailToAsync(Actor actor, long personId, string? seen, string address, CancellationToken ct)
    {
        if (!RollEntry.MailAddress.Accepts(address)) return RegistrarRefusal.Malformed;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if ((person.Email ?? "") == address) return null;
        if (person.MailAsSeen() != seen) return RegistrarRefusal.ChangedMeanwhile;

        var before = new MailFacts(person.Email);
        person.MailTo(address);
        db.Add(person.Entry(actor, clock.GetUtcNow(), PeopleTrail.PersonMailChanged, before, new MailFacts(person.Email)));
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<RegistrarRefusal?> MoveAsync(
        Actor actor, long personId, string? seen, long branchId, long positionId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if (person.Employment == Employment.Left) return RegistrarRefusal.HasLeft;
        if ((person.BranchId, person.PositionId) == (branchId, positionId)) return null;
        if (person.AsSeen() != seen) return RegistrarRefusal.ChangedMeanwhile;

        var branch = await PlaceAsync(branchId, positionId, ct);
        if (branch.IsClosed && branchId != person.BranchId) return RegistrarRefusal.BranchClosed;

        return await ChangeAsync(turn, actor, PeopleTrail.PersonMoved, person, () => person.Move(branchId, positionId, Today), ct);
    }

    /// <summary>Sends somebody on leave, or corrects what kind of leave it is.</summary>
    public async Task<RegistrarRefusal?> SendOnLeaveAsync(
        Actor actor, long personId, string? seen, LeaveKind kind, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if (person.Employment == Employment.Left) return RegistrarRefusal.HasLeft;
        if (person.Leave == kind) return null;
        if (person.AsSeen() != seen) return RegistrarRefusal.ChangedMeanwhile;

        return await ChangeAsync(turn, actor, PeopleTrail.PersonWentOnLeave, person, () => person.GoOnLeave(kind, Today), ct);
    }

    public async Task<RegistrarRefusal?> TakeBackAsync(Actor actor, long personId, string? seen, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if (person.Employment == Employment.Left) return RegistrarRefusal.HasLeft;
        if (person.Employment != Employment.OnLeave) return RegistrarRefusal.NotOnLeave;
        if (person.AsSeen() != seen) return RegistrarRefusal.ChangedMeanwhile;

        return await ChangeAsync(turn, actor, PeopleTrail.PersonReturned, person, () => person.Return(Today), ct);
    }

    /// <summary>Somebody leaves the bank: the history stays, the account is shut.</summary>
    public async Task<RegistrarRefusal?> DischargeAsync(Actor actor, long personId, string? seen, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if (person.Employment == Employment.Left) return RegistrarRefusal.HasLeft;
        if (personId == actor.Id) return RegistrarRefusal.Oneself;
        if (person.AsSeen() != seen) return RegistrarRefusal.ChangedMeanwhile;

        return await ChangeAsync(turn, actor, PeopleTrail.PersonLeft, person, () => person.Depart(Today, clock.GetUtcNow()), ct);
    }

    /// <summary>Takes somebody on again who had left: number and history are the same, the account opens for an employee.</summary>
    public async Task<RegistrarRefusal?> RehireAsync(
        Actor actor, long personId, string? seen, long branchId, long positionId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return RegistrarRefusal.MayNotAdminister;
        var person = await PersonAsync(personId, ct);
        if (person.Employment != Employment.Left) return RegistrarRefusal.HasNotLeft;
        if (person.AsSeen() != seen) return RegistrarRefusal.ChangedMeanwhile;
        if ((await PlaceAsync(branchId, positionId, ct)).IsClosed) return RegistrarRefusal.BranchClosed;

        await BeginAnewAsync([personId], actor, ct);
        return await ChangeAsync(turn, actor, PeopleTrail.PersonReturned, person, () => person.Rejoin(branchId, positionId, Today), ct);
    }

    /// <summary>What people may do who are taken on again is given anew: of what they once did, nothing comes back by itself.</summary>
    internal async Task BeginAnewAsync(IReadOnlyCollection<long> people, Actor actor, CancellationToken ct)
    {
        var names = (await RoleIdsAsync(ct)).ToDictionary(role => role.Value, role => role.Key);
        var held = await db.UserRoles.Where(r => people.Contains(r.UserId)).ToListAsync(ct);
        foreach (var roles in held.GroupBy(r => r.UserId))
        {
            var more = roles.Where(r => names[r.RoleId] != Roles.Employee).ToList();
            if (more.Count == 0) continue;

            db.UserRoles.RemoveRange(more);
            var (before, after) = (FactsOf(roles), FactsOf(roles.Except(more)));
            db.Add((await PersonAsync(roles.Key, ct)).Entry(actor, clock.GetUtcNow(), PeopleTrail.RolesChanged, before, after));
        }

        RolesFacts FactsOf(IEnumerable<IdentityUserRole<long>> some) => RolesFacts.Of([.. some.Select(r => names[r.RoleId])]);
    }

    /// <summary>Ids of all roles by name; those not yet in the store are added, in the turn of who needs them.</summary>
    internal async Task<Dictionary<string, long>> RoleIdsAsync(CancellationToken ct)
    {
        db.DemandTurn();
        var known = await db.Roles.ToListAsync(ct);
        var missing = Roles.All.Except(known.Select(r => r.Name!))
            .Select(name => new IdentityRole<long>(name) { NormalizedName = name.ToUpperInvariant() }).ToList();
        db.Roles.AddRange(missing);
        await db.SaveChangesAsync(ct);
        return known.Concat(missing).ToDictionary(r => r.Name!, r => r.Id);
    }

    public static string OneTimePassword() => RandomNumberGenerator.GetString(PasswordLetters, 14);

    private static bool IsSound(string name, string pinyinKey) =>
        RollEntry.PersonName.Accepts(name) && (pinyinKey == name || RollEntry.PinyinKey.Accepts(pinyinKey));

    private DateOnly Today => zone.DayOf(clock.GetUtcNow());

    private Task<Employee> PersonAsync(long id, CancellationToken ct) => db.Employees.ForChange().SingleAsync(e => e.Id == id, ct);

    /// <summary>The branch; it is kept track of with the position, so that the person's facts name both.</summary>
    private async Task<Branch> PlaceAsync(long branchId, long positionId, CancellationToken ct)
    {
        await db.Positions.SingleAsync(p => p.Id == positionId, ct);
        return await db.Branches.SingleAsync(b => b.Id == branchId, ct);
    }

    /// <summary>Whether it is this entry, by the same person, that the form has brought before.</summary>
    private async Task<bool> IsAddedAsync(Actor actor, Employee there, Newcomer newcomer, CancellationToken ct) =>
        (there.Number, there.Name, there.PinyinKey, there.BranchId, there.PositionId)
            == (newcomer.Number, newcomer.Name, newcomer.PinyinKey, newcomer.BranchId, newcomer.PositionId)
        && await db.RepeatedAsync(actor, PeopleTrail.PersonAdded, PeopleTrail.Person, there.Number, ct) is not null;

    private async Task EnterAsync(Actor actor, Employee person, IEnumerable<string> roles, CancellationToken ct)
    {
        var ids = await RoleIdsAsync(ct);
        db.Add(person);
        await db.SaveChangesAsync(ct);
        db.UserRoles.AddRange(roles.Select(role => new IdentityUserRole<long> { UserId = person.Id, RoleId = ids[role] }));
        db.Add(person.Entry(actor, clock.GetUtcNow(), PeopleTrail.PersonAdded, null, RollFacts.Of(person)));
    }

    private async Task<RegistrarRefusal?> ChangeAsync(
        Turn turn, Actor actor, Act act, Employee person, Action change, CancellationToken ct)
    {
        var before = RollFacts.Of(person);
        change();
        // Branch and position follow their ids, so that the facts name the new ones.
        db.ChangeTracker.DetectChanges();
        db.Add(person.Entry(actor, clock.GetUtcNow(), act, before, RollFacts.Of(person)));
        await turn.CommitAsync(ct);
        changed.Tell(person.Id, clock.GetUtcNow());
        return null;
    }

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
