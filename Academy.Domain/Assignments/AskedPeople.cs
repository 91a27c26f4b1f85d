using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

public static class AskedPeople
{
    extension(AcademyDb db)
    {
        /// <summary>Everybody at work whom an assignment asks for the subject on the day, by id.</summary>
        public async Task<IQueryable<long>> AskedAsync(Subject subject, DateOnly today, CancellationToken ct)
        {
            var assignments = await db.Assignments
                .InForce(today)
                .Where(a => a.SubjectKind == subject.Kind && a.SubjectId == subject.Id)
                .AsNoTracking()
                .ToListAsync(ct);
            var organization = await db.OrganizationAsync(ct);
            return assignments
                .Select(a => db.Employees.AtWorkIn(a.Audience, organization))
                .DefaultIfEmpty(db.Employees.Where(e => false).Select(e => e.Id))
                .Aggregate((one, other) => one.Union(other));
        }
    }

    extension(IQueryable<Employee> people)
    {
        /// <summary>What <see cref="Duties.Covers"/> says of each, said to the store.</summary>
        private IQueryable<long> AtWorkIn(Audience audience, Organization organization)
        {
            var (named, branches, positions) = (audience.People, organization.Within(audience.Branches), audience.Positions);
            var (anywhere, anything, nobodyElse) =
                (audience.Branches.Count == 0, audience.Positions.Count == 0, audience.Branches.Count + audience.Positions.Count == 0);
            return people.Where(e => e.Employment == Employment.Active)
                .Where(e => named.Contains(e.Id)
                    || (!nobodyElse && (anywhere || branches.Contains(e.BranchId)) && (anything || positions.Contains(e.PositionId))))
                .Select(e => e.Id);
        }
    }
}
