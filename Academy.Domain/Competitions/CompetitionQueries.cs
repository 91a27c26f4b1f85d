using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions;

public static class CompetitionQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Competition> Competitions => db.Set<Competition>();
        public DbSet<Event> Events => db.Set<Event>();

        /// <summary>
        /// All runs but those behind a freeze (封榜), which nobody but the holders of their competition is shown. What is public asks here.
        /// </summary>
        public IQueryable<DrillRun> ShownRuns() => db.DrillRuns.Where(r => r.EventId == null || !db.Set<Event>().Any(e =>
            e.Id == r.EventId && e.Competition.FinalizedAt == null && e.Competition.FreezesAt <= r.EndedAt));

        /// <summary>The same of those whom judges have judged, by the moment when the last sheet was handed in.</summary>
        public IQueryable<Contestant> ShownContestants() => db.Contestants.Where(c => !db.Set<Event>().Any(e =>
            e.Id == c.EventId && e.Competition.FinalizedAt == null && e.Competition.FreezesAt <= c.JudgedAt));

        /// <summary>Why it was last decided so on a run; null where nobody has decided on it.</summary>
        public async Task<string?> VerdictReasonAsync(long runId, CancellationToken ct)
        {
            var key = $"{runId}";
            var said = await db.AuditEntries
                .Where(e => e.Subject == CompetitionTrail.DrillRun && e.SubjectKey == key && e.Act == CompetitionTrail.RunDecided)
                .OrderByDescending(e => e.Id)
                .Select(e => e.After)
                .FirstOrDefaultAsync(ct);
            return said?.GetValueOrDefault("Reason");
        }

        /// <summary>The runs of a competition.</summary>
        public IQueryable<DrillRun> RunsOf(long competitionId) =>
            from run in db.DrillRuns
            join held in db.Set<Event>() on run.EventId equals held.Id
            where held.CompetitionId == competitionId
            select run;
    }

    extension(IQueryable<Competition> competitions)
    {
        /// <summary>Those that everybody sees.</summary>
        public IQueryable<Competition> Published() => competitions.Where(c => c.PublishedAt != null);

        public IQueryable<Competition> WithEvents() => competitions.Include(c => c.Events.OrderBy(e => e.Number));
    }
}
