using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

/// <summary>Somebody who waits for a one-time password, with the account as it is.</summary>
public sealed record WaitingPerson(long Id, string Number, string Name, string Branch, string Account)
{
    public IssuedPassword Receive(string password) => new(Number, Name, Branch, password);
}

/// <summary>Those who wait for a one-time password, by branch and name.</summary>
public sealed record WaitingPeople(IReadOnlyList<WaitingPerson> People)
{
    /// <summary>Tells one list of people and their accounts from another.</summary>
    public string AsSeen() => Fingerprint.Of(People);
}

public static class WaitingQueries
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Who of a unit and those below it waits for a first password; with those, if wanted, who have not used theirs yet.
        /// </summary>
        public async Task<WaitingPeople> WaitingForPasswordAsync(long branchId, bool alsoUnused, CancellationToken ct)
        {
            var path = await db.Branches.Where(b => b.Id == branchId).Select(b => b.Path).SingleAsync(ct);
            var people = await db.Employees.AsNoTracking().Within(path).Employed().Include(e => e.Branch)
                .Where(e => e.DisabledAt == null && (e.PasswordHash == null || (alsoUnused && e.MustChangePassword)))
                .OrderBy(e => e.Branch.Path).ThenBy(e => e.PinyinKey).ThenBy(e => e.Id)
                .ToListAsync(ct);
            return new WaitingPeople([.. people.Select(e => new WaitingPerson(e.Id, e.Number, e.Name, e.Branch.Name, e.AccountAsSeen()))]);
        }
    }
}
