using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>How many people an assignment asks now, and how many of them have done it in its period.</summary>
public sealed record Turnout(int Asked, int Done);

/// <summary>Everybody at work, in memory, to count whom audiences cover.</summary>
public sealed class Muster(IReadOnlyList<(long Id, long BranchId, long PositionId)> people, Organization organization)
{
    public IEnumerable<long> Covered(Audience audience) =>
        people.Where(p => audience.Covers(p.Id, p.BranchId, p.PositionId, organization)).Select(p => p.Id);
}

public static class MusterQueries
{
    extension(AcademyDb db)
    {
        public async Task<Muster> MusterAsync(CancellationToken ct)
        {
            var people = await db.Employees.Where(e => e.Employment == Employment.Active).Select(e => new { e.Id, e.BranchId, e.PositionId }).ToListAsync(ct);
            return new Muster([.. people.Select(p => (p.Id, p.BranchId, p.PositionId))], await db.OrganizationAsync(ct));
        }

        /// <summary>Everybody at work whom an assignment asks for the subject on the day.</summary>
        public async Task<HashSet<long>> AskedAsync(Subject subject, DateOnly today, CancellationToken ct)
        {
            var assignments = await db.Assignments.InForce(today).Where(a => a.SubjectKind == subject.Kind && a.SubjectId == subject.Id).AsNoTracking().ToListAsync(ct);
            if (assignments.Count == 0) return [];

            var muster = await db.MusterAsync(ct);
            return [.. assignments.SelectMany(a => muster.Covered(a.Audience))];
        }

        /// <summary>The turnout of each of a few assignments on the day.</summary>
        public async Task<Dictionary<long, Turnout>> TurnoutsAsync(IReadOnlyList<Assignment> assignments, BankZone zone, DateOnly today, CancellationToken ct)
        {
            var muster = await db.MusterAsync(ct);
            var least = await db.LeastEditionsAsync(ct);
            var turnouts = new Dictionary<long, Turnout>();
            foreach (var assignment in assignments)
            {
                var covered = muster.Covered(assignment.Audience).ToHashSet();
                turnouts.Add(assignment.Id, new Turnout(covered.Count, await CountDoneAsync(db, assignment, covered, least.GetValueOrDefault(assignment.Subject), zone, today, ct)));
            }

            return turnouts;
        }
    }

    private static async Task<int> CountDoneAsync(
        AcademyDb db, Assignment assignment, HashSet<long> covered, int least, BankZone zone, DateOnly today, CancellationToken ct)
    {
        if (assignment.PeriodOn(today) is not { } period) return 0;

        var since = assignment.Recurrence == Recurrence.None ? DateTimeOffset.MinValue : zone.At(period.StartsOn, TimeOnly.MinValue);
        var done = await db.Completions
            .Where(c => c.SubjectKind == assignment.SubjectKind && c.SubjectId == assignment.SubjectId && c.Edition >= least && c.CompletedAt >= since)
            .Select(c => c.EmployeeId).Distinct().ToListAsync(ct);
        return done.Count(covered.Contains);
    }
}
