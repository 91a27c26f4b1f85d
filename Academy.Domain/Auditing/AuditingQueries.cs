using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Auditing;

public static class AuditingQueries
{
    extension(AcademyDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        /// <summary>The lines that tell how a thing was changed.</summary>
        public IQueryable<AuditEntry> ChangeLines(Changes changes, string key) =>
            db.LinesOf(changes.Subject, key).Where(e => changes.Acts.Contains(e.Act));

        /// <summary>The number of the trail's last line; 0 when there is none.</summary>
        public async Task<long> LastLineAsync(CancellationToken ct) => await db.AuditEntries.MaxAsync(e => (long?)e.Id, ct) ?? 0;

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
        /// <summary>The latest of those after a line of the trail, the last first, and how many more there are.</summary>
        public async Task<(IReadOnlyList<AuditEntry> Lines, int More)> LatestAsync(long after, int most, CancellationToken ct)
        {
            var later = entries.Where(e => e.Id > after);
            var lines = await later.OrderByDescending(e => e.Id).Take(most).ToListAsync(ct);
            return (lines, lines.Count < most ? 0 : await later.CountAsync(ct) - most);
        }
    }
}
