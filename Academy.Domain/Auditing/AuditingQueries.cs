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

        /// <summary>Who changed a thing last, and when.</summary>
        public Task<LastAct?> LastChangeAsync(Changes changes, string key, CancellationToken ct) =>
            db.LinesOf(changes.Subject, key).LastOfAsync(changes.Acts, ct);

        /// <summary>The line that tells how a thing was changed last.</summary>
        public Task<AuditEntry?> LastChangeLineAsync(Changes changes, string key, CancellationToken ct) => db.LinesOf(changes.Subject, key)
            .Where(e => changes.Acts.Contains(e.Act))
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(ct);

        /// <summary>
        /// The last line of a thing, if it tells of this act by this person: then it may be their form that came once more.
        /// </summary>
        public async Task<AuditEntry?> RepeatedAsync(Actor actor, Act act, AuditSubject subject, string key, CancellationToken ct)
        {
            var last = await db.LinesOf(subject, key).OrderByDescending(e => e.Id).FirstOrDefaultAsync(ct);
            return last is not null && last.ActorId == actor.Id && last.Act == act ? last : null;
        }

        private IQueryable<AuditEntry> LinesOf(AuditSubject subject, string key) =>
            db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject && e.SubjectKey == key);
    }

    extension(IQueryable<AuditEntry> entries)
    {
        public Task<LastAct?> LastOfAsync(IReadOnlyList<Act> acts, CancellationToken ct) => entries
            .Where(e => acts.Contains(e.Act))
            .OrderByDescending(e => e.Id)
            .Select(e => new LastAct(e.ActorName, e.At))
            .FirstOrDefaultAsync(ct);
    }
}
