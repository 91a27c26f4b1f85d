using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public static class PeopleQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Employee> Employees => db.Users;
        public DbSet<Branch> Branches => db.Set<Branch>();
        public DbSet<Position> Positions => db.Set<Position>();
        public DbSet<Posting> Postings => db.Set<Posting>();

        public async Task<Organization> OrganizationAsync(CancellationToken ct) =>
            new((await db.Branches.Select(b => new { b.Id, b.Path }).ToListAsync(ct)).Select(b => (b.Id, b.Path)));

        /// <summary>Those of some units that are closed, in the order of the tree.</summary>
        public Task<List<Branch>> ClosedAsync(IEnumerable<long> branches, CancellationToken ct) => db.Branches
            .AsNoTracking()
            .Where(b => b.ClosedAt != null && branches.Contains(b.Id))
            .OrderBy(b => b.Path)
            .ToListAsync(ct);
    }

    extension(IQueryable<Branch> branches)
    {
        public IQueryable<Branch> Open() => branches.Where(b => b.ClosedAt == null);
    }

    extension(IQueryable<Employee> employees)
    {
        public IQueryable<Employee> Numbered(string number)
        {
            var normalized = Employee.Normalize(number);
            return employees.Where(e => e.NormalizedUserName == normalized);
        }

        /// <summary>Who is with the bank, at work or on leave.</summary>
        public IQueryable<Employee> Employed() => employees.Where(e => e.Employment != Employment.Left);

        /// <summary>The people of a unit and of all below it.</summary>
        public IQueryable<Employee> Within(string branchPath) => employees.Where(e => e.Branch.Path.StartsWith(branchPath));

        /// <summary>Whose name, number or pinyin has every one of the terms, which are letters and digits alone.</summary>
        public IQueryable<Employee> Called(IEnumerable<string> terms) =>
            terms.Select(term => $"%{term}%").Aggregate(employees, (found, like) => found.Where(e =>
                EF.Functions.Like(e.Name, like)
                || EF.Functions.Like(e.UserName!, like)
                || EF.Functions.Like(e.PinyinKey.Replace(" ", ""), like)));

        /// <summary>With the posting that a change of branch, position or employment ends.</summary>
        public IQueryable<Employee> WithPosting() => employees.Include(e => e.Postings.Where(p => p.Until == null));
    }
}
