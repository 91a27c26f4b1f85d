using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People.Sessions;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening;

internal static class LastWritten
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// The latest instant that the academy has written down as now, those left out that a clock wrote of which somebody has said
        /// that it was ahead. The trail has a line since then, and its last one always counts.
        /// </summary>
        public async Task<DateTimeOffset> LastWrittenAtAsync(CancellationToken ct)
        {
            var accepted = await db.AcceptedUntilAsync(ct);
            DateTimeOffset?[] latest =
            [
                await db.Attempts.MaxAsync(a => (DateTimeOffset?)a.StartedAt, ct),
                await db.Attempts.MaxAsync(a => a.SubmittedAt, ct),
                await db.Attempts.Running().SelectMany(a => a.Responses).MaxAsync(r => (DateTimeOffset?)r.SavedAt, ct),
                await db.Sessions.MaxAsync(s => (DateTimeOffset?)s.SeenAt, ct),
                await db.DrillRuns.MaxAsync(r => (DateTimeOffset?)r.StartedAt, ct) - DrillRun.LeadIn,
                await db.DrillRuns.MaxAsync(r => r.EndedAt, ct),
                await db.DrillRuns.Running()
                    .Join(db.DrillBatches, r => r.Id, b => b.RunId, (_, b) => b)
                    .MaxAsync(b => (DateTimeOffset?)b.ReceivedAt, ct),
                await db.Set<ContentFile>().MaxAsync(f => (DateTimeOffset?)f.LoadedAt, ct),
            ];
            var line = await db.AuditEntries.OrderByDescending(e => e.Id).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct);
            return latest.Where(at => at >= accepted).Append(line).Max() ?? DateTimeOffset.MinValue;
        }

        private async Task<DateTimeOffset> AcceptedUntilAsync(CancellationToken ct)
        {
            var lines = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == OpeningTrail.Clock).ToListAsync(ct);
            return lines.Select(ClockFacts.EndOf).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        }
    }
}
