using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

/// <summary>Whether somebody can sign in: not at all, not yet, only to change the password, or as usual.</summary>
public enum AccountState { Open, FirstPassword, NoPassword, Disabled }

/// <summary>How administrators find people.</summary>
public static class RollQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Who holds the administrator's right and can use it.</summary>
        public IQueryable<Employee> Administrators() => db.Employees.Holding(db, Roles.Administrator).Where(e => e.DisabledAt == null);

        /// <summary>Whether somebody administers, as the roll says now.</summary>
        public Task<bool> AdministersAsync(Actor actor, CancellationToken ct) => db.HoldsAsync(actor, Roles.Administrator, ct);

        /// <summary>Whether somebody teaches, as the roll says now.</summary>
        public Task<bool> TeachesAsync(Actor actor, CancellationToken ct) => db.HoldsAsync(actor, Roles.Teaching, ct);

        /// <summary>Whether somebody decides on what judges decide on, as the roll says now.</summary>
        public Task<bool> JudgesAsync(Actor actor, CancellationToken ct) => db.HoldsAsync(actor, Roles.Judging, ct);

        /// <summary>
        /// Whether somebody is with the bank, may sign in and holds one of the roles. Whoever acts for a role asks it within the turn:
        /// what a session knows may be of before.
        /// </summary>
        private Task<bool> HoldsAsync(Actor actor, string roles, CancellationToken ct) => db.Employees
            .Employed()
            .Where(e => e.DisabledAt == null)
            .Holding(db, roles.Split(','))
            .AnyAsync(e => e.Id == actor.Id, ct);
    }

    extension(IQueryable<Employee> employees)
    {
        /// <summary>With all that a change of the person reads: the current posting, the branch and the position.</summary>
        public IQueryable<Employee> ForChange() => employees.WithPosting().Include(e => e.Branch).Include(e => e.Position);

        /// <summary>Whose number begins with the text, or whose name or pinyin contains it, with or without the space.</summary>
        public IQueryable<Employee> Called(string text)
        {
            var number = Employee.Normalize(text);
            var pinyin = text.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
            var name = text.Trim();
            return employees.Where(e =>
                e.NormalizedUserName!.StartsWith(number) || e.Name.Contains(name) || e.PinyinKey.Replace(" ", "").Contains(pinyin));
        }

        /// <summary>Who holds one of the roles.</summary>
        public IQueryable<Employee> Holding(AcademyDb db, params IReadOnlyList<string> roles)
        {
            var holders =
                from held in db.UserRoles
                join known in db.Roles on held.RoleId equals known.Id
                where roles.Contains(known.Name!)
                select held.UserId;
            return employees.Where(e => holders.Contains(e.Id));
        }

        public IQueryable<Employee> InState(AccountState state) => state switch
        {
            AccountState.Disabled => employees.Where(e => e.DisabledAt != null),
            AccountState.NoPassword => employees.Where(e => e.DisabledAt == null && e.PasswordHash == null),
            AccountState.FirstPassword => employees.Where(e => e.DisabledAt == null && e.PasswordHash != null && e.MustChangePassword),
            AccountState.Open => employees.Where(e => e.DisabledAt == null && e.PasswordHash != null && !e.MustChangePassword),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

        /// <summary>In the order of the pinyin keys, as a list of names reads.</summary>
        public IQueryable<Employee> InOrderOfNames() => employees.OrderBy(e => e.PinyinKey).ThenBy(e => e.Id);
    }
}
