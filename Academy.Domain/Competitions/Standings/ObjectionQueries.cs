using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
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

        /// <summary>Until when one may object: for as many hours as are declared after the last result was known.</summary>
        public async Task<DateTimeOffset> ObjectionsUntilAsync(Competition competition, CancellationToken ct)
        {
            var (id, papers) = (competition.Id, db.TakenPapersOf(competition).Select(p => p.Paper.Id));
            DateTimeOffset?[] known =
            [
                competition.OverAt,
                await db.RunsOf(id).MaxAsync(r => r.DecidedAt, ct),
                await db.Contestants.Entered().In(id).MaxAsync(c => c.SettledAt, ct),
                await db.Marks.Where(m => papers.Contains(m.AttemptId)).MaxAsync(m => (DateTimeOffset?)m.MarkedAt, ct),
            ];
            return known.Max()!.Value.AddHours(competition.Results.ObjectionHours);
        }

        /// <summary>
        /// Whether somebody had a hand in a result, so that others decide on it: judged or settled it, decided on it when it was in doubt
        /// or by an earlier objection, or marked it.
        /// </summary>
        /// <param name="resultId">Of a run, a contestant or a paper.</param>
        /// <param name="discipline">Of its event.</param>
        /// <param name="judgeId">Who.</param>
        /// <param name="ct">Stops the search.</param>
        public async Task<bool> HasHandInAsync(long resultId, Discipline discipline, long judgeId, CancellationToken ct)
        {
            var decided = db.Objections.Where(o => o.DecidedById == judgeId);
            return discipline switch
            {
                { IsJudged: true } =>
                    await db.HasJudgedAsync(resultId, judgeId, ct) || await decided.AnyAsync(o => o.ContestantId == resultId, ct),
                { IsKnowledge: true } =>
                    await db.Marks.AnyAsync(m => m.AttemptId == resultId && m.MarkerId == judgeId, ct)
                    || await decided.AnyAsync(o => o.PaperId == resultId, ct),
                _ =>
                    await db.DrillRuns.AnyAsync(r => r.Id == resultId && r.DecidedById == judgeId, ct)
                    || await decided.AnyAsync(o => o.RunId == resultId, ct),
            };
        }

        /// <summary>The same of any result that somebody has in an event.</summary>
        internal async Task<bool> HasHandInAnyOfAsync(Event held, long employeeId, long judgeId, CancellationToken ct)
        {
            foreach (var result in await db.ResultsOfAsync(held, employeeId, ct))
            {
                if (await db.HasHandInAsync(result, held.Drill, judgeId, ct)) return true;
            }

            return false;
        }

        internal async Task<Discipline> DisciplineOfAsync(long eventId, CancellationToken ct) =>
            Discipline.Named(await db.Events.Where(e => e.Id == eventId).Select(e => e.Discipline).SingleAsync(ct))!;

        private Task<List<long>> ResultsOfAsync(Event held, long employeeId, CancellationToken ct) => held.Drill switch
        {
            { IsJudged: true } => db.Contestants.Entered().Where(c => c.EventId == held.Id && c.EmployeeId == employeeId)
                .Select(c => c.Id).ToListAsync(ct),
            { IsKnowledge: true } => db.TakenPapersOf(held.Competition)
                .Where(p => p.Event.Id == held.Id && p.Paper.EmployeeId == employeeId).Select(p => p.Paper.Id).ToListAsync(ct),
            _ => db.DrillRuns.Of(employeeId).Where(r => r.EventId == held.Id).Select(r => r.Id).ToListAsync(ct),
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
        /// <summary>Whether one may object now: once it is closed, for as long as is declared, until results are final.</summary>
        public bool TakesObjections(DateTimeOffset now, DateTimeOffset until) =>
            competition.Results.ObjectionHours > 0 && competition.State(now) == CompetitionState.Closed && now < until;
    }
}
