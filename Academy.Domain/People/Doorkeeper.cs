using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public enum AdmissionRefusal { WrongNumberOrPassword, LockedOut, Disabled }

/// <summary>Either the person who may come in, or why not.</summary>
public readonly record struct Admission(Employee? Employee, AdmissionRefusal? Refusal);

/// <summary>
/// Checks passwords. Every guess first takes a try in the store, in one atomic update, and only who got one
/// has the password looked at: however many guesses arrive at once, no more than <see cref="TriesAllowed"/> are.
/// </summary>
public sealed class Doorkeeper(AcademyDb db, PasswordHashes hashes, TimeProvider clock)
{
    public const int TriesAllowed = 5;
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    public async Task<Admission> AdmitAsync(string number, string password, CancellationToken ct)
    {
        if (await db.Employees.AsNoTracking().Numbered(number).SingleOrDefaultAsync(ct) is not { } employee)
        {
            hashes.Check(null, password);
            return Refuse(AdmissionRefusal.WrongNumberOrPassword);
        }

        if (!await TakeTryAsync(employee.Id, ct)) return Refuse(AdmissionRefusal.LockedOut);
        var result = hashes.Check(employee.PasswordHash, password);
        if (result == PasswordVerificationResult.Failed) return Refuse(AdmissionRefusal.WrongNumberOrPassword);
        if (result == PasswordVerificationResult.SuccessRehashNeeded && !employee.MustChangePassword)
            await RenewAsync(employee, hashes.Hash(password), ct);

        await ForgiveAsync(employee.Id, ct);
        return employee.IsDisabled ? Refuse(AdmissionRefusal.Disabled) : new Admission(employee, null);
    }

    /// <summary>Keeps the same password as it is hashed by now. One that was given or chosen meanwhile stays.</summary>
    private async Task RenewAsync(Employee employee, string hash, CancellationToken ct)
    {
        var before = employee.PasswordHash;
        await db.Employees
            .Where(e => e.Id == employee.Id && e.PasswordHash == before)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, hash), ct);
        employee.PasswordHash = hash;
    }

    /// <summary>A lockout that has ended starts the count anew with this try.</summary>
    private async Task<bool> TakeTryAsync(long employeeId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Lockout;
        var taken = await db.Employees
            .Where(e => e.Id == employeeId && (e.LockoutEnd == null || e.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(e => e.AccessFailedCount, e => e.LockoutEnd == null ? e.AccessFailedCount + 1 : 1)
                .SetProperty(e => e.LockoutEnd, e => e.LockoutEnd == null && e.AccessFailedCount + 1 >= TriesAllowed ? until : null), ct);
        return taken == 1;
    }

    private Task<int> ForgiveAsync(long employeeId, CancellationToken ct) => db.Employees
        .Where(e => e.Id == employeeId)
        .ExecuteUpdateAsync(set => set
            .SetProperty(e => e.AccessFailedCount, 0)
            .SetProperty(e => e.LockoutEnd, (DateTimeOffset?)null), ct);

    private static Admission Refuse(AdmissionRefusal refusal) => new(null, refusal);
}
