using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

/// <summary>How many people have something to finish, and for how many of them a day of it is past.</summary>
public readonly record struct MissingPeople(int All, int Overdue);

public static class CoverageQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Who of a scope is missing something, counted by the day that each of them has.</summary>
        public async Task<MissingPeople> MissingPeopleAsync(Coverage coverage, CoverageScope scope, CancellationToken ct)
        {
            var people = coverage.PeopleIn(scope).ToList();
            var (all, overdue) = (new HashSet<long>(), new HashSet<long>());
            foreach (var subject in coverage.Subjects)
            {
                var missing = people.FindAll(p => coverage.StateOf(p, subject) == CoverageState.Missing);
                all.UnionWith(missing.Select(p => p.Id));
                if (missing.Count == 0 || subject.DueOn >= coverage.Day) continue;

                var duties = await db.DutiesAsync(coverage, subject, missing, ct);
                overdue.UnionWith(missing.Where(p => duties[p.Id].Any(d => d.DueOn < coverage.Day)).Select(p => p.Id));
            }

            return new MissingPeople(all.Count, overdue.Count);
        }

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
