using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

public static class ObjectionQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Objection> Objections => db.Set<Objection>();

        /// <summary>The objections to results of a competition.</summary>
        public IQueryable<Objection> ObjectionsOf(long competitionId) =>
            from objection in db.Set<Objection>()
            join held in db.Set<Event>() on objection.EventId equals held.Id
            where held.CompetitionId == competitionId
            select objection;

        /// <summary>What a change of a run would do to the ranks of its event; null where it has no such run with a result.</summary>
        public async Task<RankEffect?> EffectOfAsync(long eventId, RunChange change, CancellationToken ct)
        {
            var run = await db.DrillRuns.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == change.RunId && r.EventId == eventId && r.Score != null, ct);
            if (run is null) return null;

            var held = await db.Events.AsNoTracking().SingleAsync(e => e.Id == eventId, ct);
            var before = await db.BoardAsync(held.Drill, eventId, BoardCopy.Restricted, ct);
            var others = await db.DrillRuns
                .Where(r => r.EventId == eventId && r.EmployeeId == run.EmployeeId && r.Counts && r.Id != run.Id)
                .Select(r => new BoardEntry(r.EmployeeId, r.BranchId, r.Score!.Value, r.Wrong))
                .ToListAsync(ct);
            var own = new BoardEntry(run.EmployeeId, run.BranchId, run.Score!.Value, run.Wrong);
            return RankEffect.Between(
                before, before.With(run.EmployeeId, change.Verdict == Verdict.Counts ? [.. others, own] : others));
        }
    }

    extension(IQueryable<Objection> objections)
    {
        public IQueryable<Objection> Open() => objections.Where(o => o.State == ObjectionState.Open);

        public IQueryable<Objection> Of(long employeeId) => objections.Where(o => o.EmployeeId == employeeId);
    }

    extension(Competition competition)
    {
        /// <summary>Until when one may object.</summary>
        public DateTimeOffset ObjectionsUntil => competition.OverAt.AddHours(competition.Results.ObjectionHours);

        /// <summary>Whether one may object now: once it is closed, for as long as is declared, until results are final.</summary>
        public bool TakesObjections(DateTimeOffset now) =>
            competition.Results.ObjectionHours > 0 && competition.State(now) == CompetitionState.Closed
            && now < competition.ObjectionsUntil;
    }
}
