using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Auditing;

/// <summary>Who did something last, and when. The name is empty when it was the program itself.</summary>
public sealed record LastAct(string By, DateTimeOffset At);

public static class AuditingQueries
{
    extension(AcademyDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        /// <summary>What was done last to a thing; null when nothing is on record.</summary>
        public Task<LastAct?> LastActAsync(AuditSubject subject, string key, CancellationToken ct) =>
            db.AuditEntries.Where(e => e.Subject == subject && e.SubjectKey == key).OrderByDescending(e => e.Id)
                .Select(e => new LastAct(e.ActorName, e.At)).FirstOrDefaultAsync(ct);
    }
}
