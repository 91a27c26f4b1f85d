using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening;

internal static class LastWritten
{
    extension(AcademyDb db)
    {
        /// <summary>The latest instant that the academy has written down as now.</summary>
        public async Task<DateTimeOffset> LastWrittenAtAsync(CancellationToken ct)
        {
            DateTimeOffset?[] latest =
            [
                await db.AuditEntries.OrderByDescending(e => e.Id).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct),
                await db.Attempts.MaxAsync(a => (DateTimeOffset?)a.StartedAt, ct),
                await db.Attempts.MaxAsync(a => a.SubmittedAt, ct),
                await db.Attempts.Running().SelectMany(a => a.Responses).MaxAsync(r => (DateTimeOffset?)r.SavedAt, ct),
                await db.Set<ContentFile>().MaxAsync(f => (DateTimeOffset?)f.LoadedAt, ct),
            ];
            return latest.Max() ?? DateTimeOffset.MinValue;
        }
    }
}
