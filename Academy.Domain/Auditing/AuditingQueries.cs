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

        /// <summary>Who did something to a thing last, and when.</summary>
        public Task<LastAct?> LastActAsync(AuditSubject subject, string key, CancellationToken ct) =>
            db.AuditEntries.Where(e => e.Subject == subject && e.SubjectKey == key).LastActAsync(ct);

        /// <summary>
        /// The last line of a thing, if it tells of this act by this person: then it may be their form that came once more.
        /// </summary>
        public async Task<AuditEntry?> RepeatedAsync(Actor actor, Act act, AuditSubject subject, string key, CancellationToken ct)
        {
            var last = await db.AuditEntries
                .AsNoTracking()
                .Where(e => e.Subject == subject && e.SubjectKey == key)
                .OrderByDescending(e => e.Id)
                .FirstOrDefaultAsync(ct);
            return last is not null && last.ActorId == actor.Id && last.Act == act ? last : null;
        }
    }

    extension(IQueryable<AuditEntry> entries)
    {
        public Task<LastAct?> LastActAsync(CancellationToken ct) =>
            entries.OrderByDescending(e => e.Id).Select(e => new LastAct(e.ActorName, e.At)).FirstOrDefaultAsync(ct);
    }
}
