using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

public static class CoverageQueries
{
    extension(AcademyDb db)
    {
        /// <summary>What each of the people has to do about a subject, with the day by which that very person must.</summary>
        public async Task<Dictionary<long, IReadOnlyList<Duty>>> DutiesAsync(
            Coverage coverage, CoveredSubject subject, IReadOnlyList<CoveredPerson> people, CancellationToken ct)
        {
            var ids = people.Select(p => p.Id).ToList();
            var assignments = subject.Duties.Select(d => d.Assignment).ToList();
            var postings = (await db.Postings.AsNoTracking().Where(p => ids.Contains(p.EmployeeId)).ToListAsync(ct))
                .ToLookup(p => p.EmployeeId);
            return ids.ToDictionary(id => id, id => Duties.On(coverage.Day, id, [.. postings[id]], assignments, coverage.Organization));
        }
    }
}
