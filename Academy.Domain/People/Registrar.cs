using System.Security.Cryptography;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public enum RegistrarRefusal { NumberTaken, AdministratorExists }

/// <summary>Keeps the roll: enters people and says what they may do.</summary>
public sealed class Registrar(AcademyDb db, IPasswordHasher<Employee> hasher, BankZone zone, TimeProvider clock)
{
    // No 0, O, 1, l or I: the password is read off a screen and typed once.
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Makes the administrator of an academy that has none. The password must be changed at the first sign-in.</summary>
    public async Task<RegistrarRefusal?> CreateFirstAdministratorAsync(string number, string name, string password, CancellationToken ct)
    {
        if (await HasAdministratorAsync(ct)) return RegistrarRefusal.AdministratorExists;
        if (await db.Employees.Numbered(number).AnyAsync(ct)) return RegistrarRefusal.NumberTaken;

        var (branch, position) = await HeadOfficeAsync(ct);
        var administrator = new Employee(number.Trim(), name, branch.Id, position.Id, zone.DayOf(clock.GetUtcNow()));
        administrator.ReceiveFirstPassword(hasher.HashPassword(administrator, password));
        db.Add(administrator);
        await db.SaveChangesAsync(ct);
        await GrantAsync(administrator, [Roles.Administrator, Roles.Employee], ct);
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

    private async Task<bool> HasAdministratorAsync(CancellationToken ct) => await (
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        where role.Name == Roles.Administrator
        select held).AnyAsync(ct);

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
