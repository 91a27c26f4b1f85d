using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
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

        /// <summary>
        /// Whether somebody took part in an event: who has run in it, who is entered, or who has a paper of it; of such people only may
        /// anybody object.
        /// </summary>
        public Task<bool> TookPartAsync(Competition competition, Event held, long employeeId, CancellationToken ct) => held.Drill switch
        {
            { IsJudged: true } =>
                db.Contestants.Entered().AnyAsync(c => c.EventId == held.Id && c.EmployeeId == employeeId, ct),
            { IsKnowledge: true } =>
                db.TakenPapersOf(competition).AnyAsync(p => p.Event.Id == held.Id && p.Paper.EmployeeId == employeeId, ct),
            _ => db.DrillRuns.Of(employeeId).AnyAsync(r => r.EventId == held.Id, ct),
        };

        /// <summary>
        /// What stands of a contestant: what somebody settled or judges agreed on, or what an objection has put right since; null where
        /// nothing does.
        /// </summary>
        public async Task<SheetValues?> StandingOfAsync(long contestantId, CancellationToken ct) =>
            await db.CorrectionsOf(contestantId).OrderByDescending(o => o.DecidedAt).ThenByDescending(o => o.Id).Select(o => o.Agreed)
                .FirstOrDefaultAsync(ct)
            ?? await db.Settlements.Where(s => s.ContestantId == contestantId).Select(s => s.Agreed).SingleOrDefaultAsync(ct);

        /// <summary>The objections by which something else stands of a contestant.</summary>
        public IQueryable<Objection> CorrectionsOf(long contestantId) =>
            db.Objections.Where(o => o.ContestantId == contestantId && o.Agreed != null);
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
