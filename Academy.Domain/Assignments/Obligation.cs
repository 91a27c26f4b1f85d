using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

/// <summary>A duty of a person and whether it is done.</summary>
public sealed record Obligation(Duty Duty, bool IsDone)
{
    /// <summary>Whether a course that was read to its end on the day has to be read again: the day was in an earlier period.</summary>
    public bool AsksAgain(DateOnly readOn) => !IsDone && !Duty.Counts(readOn);
}

public static class ObligationQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Assignment> Assignments => db.Set<Assignment>();

        /// <summary>What the person has to do today, done or not, with all that the rules need read in five queries.</summary>
        public async Task<List<Obligation>> ObligationsAsync(long employeeId, BankZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var today = zone.DayOf(now);
            var assignments = await db.Assignments.InForce(today).AsNoTracking().ToListAsync(ct);
            if (assignments.Count == 0) return [];

            var postings = await db.Postings.Where(p => p.EmployeeId == employeeId).AsNoTracking().ToListAsync(ct);
            var duties = Duties.On(today, employeeId, postings, assignments, await db.OrganizationAsync(ct));
            var completions = (await db.Completions.Where(c => c.EmployeeId == employeeId).AsNoTracking().ToListAsync(ct))
                .ToLookup(c => new Subject(c.SubjectKind, c.SubjectId));
            var least = await db.LeastEditionsAsync(ct);
            return [.. duties.Select(duty => new Obligation(duty, completions[duty.Subject].Any(c =>
                duty.IsDoneBy(zone.DayOf(c.CompletedAt), c.Edition, least.GetValueOrDefault(duty.Subject)))))];
        }

        /// <summary>The least edition that counts, of each course.</summary>
        public async Task<Dictionary<Subject, int>> LeastEditionsAsync(CancellationToken ct) =>
            (await db.Courses.Select(c => new { c.Id, c.Attestation, c.Edition }).ToListAsync(ct))
            .ToDictionary(c => new Subject(SubjectKind.Course, c.Id), c => c.Attestation.LeastOf(c.Edition));
    }

    extension(IQueryable<Assignment> assignments)
    {
        /// <summary>Those that ask something on the day.</summary>
        public IQueryable<Assignment> InForce(DateOnly day) =>
            assignments.Where(a => a.StartsOn <= day && (a.WithdrawnOn == null || a.WithdrawnOn > day));
    }
}
