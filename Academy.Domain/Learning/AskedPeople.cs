using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

public static class AskedPeople
{
    extension(AcademyDb db)
    {
        /// <summary>Everybody at work whom an assignment asks for the subject on the day.</summary>
        public async Task<HashSet<long>> AskedAsync(Subject subject, DateOnly today, CancellationToken ct)
        {
            var assignments = await db.Assignments.InForce(today).Where(a => a.SubjectKind == subject.Kind && a.SubjectId == subject.Id).AsNoTracking().ToListAsync(ct);
            if (assignments.Count == 0) return [];

            var people = await db.Employees.Where(e => e.Employment == Employment.Active).Select(e => new { e.Id, e.BranchId, e.PositionId }).ToListAsync(ct);
            var organization = await db.OrganizationAsync(ct);
            return [.. people.Where(p => assignments.Any(a => a.Audience.Covers(p.Id, p.BranchId, p.PositionId, organization))).Select(p => p.Id)];
        }
    }
}
