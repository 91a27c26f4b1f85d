using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Judging;

public static class JudgingQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Contestant> Contestants => db.Set<Contestant>();
        public DbSet<ScoreSheet> ScoreSheets => db.Set<ScoreSheet>();
        public DbSet<SheetChange> SheetChanges => db.Set<SheetChange>();
        public DbSet<Settlement> Settlements => db.Set<Settlement>();

        /// <summary>Whether somebody has judged a contestant, or begun to, or settled what others differed about.</summary>
        public async Task<bool> HasJudgedAsync(long contestantId, long judgeId, CancellationToken ct) =>
            await db.ScoreSheets.AnyAsync(s => s.ContestantId == contestantId && s.JudgeId == judgeId, ct)
            || await db.Settlements.AnyAsync(s => s.ContestantId == contestantId && s.ById == judgeId, ct);

        /// <summary>Whether somebody competes for a rank in a judged event: who does judges nobody in it.</summary>
        public Task<bool> CompetesAsync(long eventId, long judgeId, CancellationToken ct) =>
            db.Contestants.Entered().AnyAsync(c => c.EventId == eventId && c.EmployeeId == judgeId && c.IsRanked, ct);

        /// <summary>Those about whom a judge may still write: of competitions that have begun and whose results are open.</summary>
        public IQueryable<Contestant> ToJudge(long judgeId, DateTimeOffset now)
        {
            var (sheets, own) = (db.ScoreSheets, db.Contestants.Entered().Where(c => c.EmployeeId == judgeId && c.IsRanked));
            return db.Contestants.AsNoTracking().Unsettled().Where(c =>
                c.JudgedAt == null
                && c.EmployeeId != judgeId && !own.Any(o => o.EventId == c.EventId)
                && c.Event.Competition.PublishedAt != null && c.Event.Competition.FinalizedAt == null
                && c.Event.Competition.OpensAt <= now
                && !sheets.Any(s => s.ContestantId == c.Id && s.JudgeId == judgeId && s.HandedInAt != null));
        }

        /// <summary>
        /// Those whose judges differ and whom somebody settles: of all competitions who teaches, of their own who is chief judge, and
        /// nobody whom one has judged.
        /// </summary>
        public IQueryable<Contestant> ToSettle(long byId, bool teaches)
        {
            var sheets = db.ScoreSheets;
            return db.Contestants.AsNoTracking().ToSettle().Where(c =>
                c.EmployeeId != byId
                && c.Event.Competition.FinalizedAt == null
                && (teaches || c.Event.Competition.ChiefJudgeId == byId)
                && !sheets.Any(s => s.ContestantId == c.Id && s.JudgeId == byId));
        }

        /// <summary>What the judges of a contestant have handed in.</summary>
        internal async Task<IReadOnlyList<SheetValues>> SheetsOfAsync(long contestantId, CancellationToken ct) =>
            await db.ScoreSheets.HandedIn().Where(s => s.ContestantId == contestantId).Select(s => s.Values).ToListAsync(ct);
    }

    extension(IQueryable<Contestant> contestants)
    {
        /// <summary>Those who have not withdrawn.</summary>
        public IQueryable<Contestant> Entered() => contestants.Where(c => c.WithdrawnAt == null);

        /// <summary>Those of whom a result is still waited for.</summary>
        public IQueryable<Contestant> Unsettled() => contestants.Entered().Where(c => !c.IsAbsent && c.SettledAt == null);

        /// <summary>Those whose judges differ.</summary>
        public IQueryable<Contestant> ToSettle() => contestants.Unsettled().Where(c => c.JudgedAt != null);

        public IQueryable<Contestant> In(long competitionId) => contestants.Where(c => c.Event.CompetitionId == competitionId);
    }

    extension(IQueryable<ScoreSheet> sheets)
    {
        public IQueryable<ScoreSheet> HandedIn() => sheets.Where(s => s.HandedInAt != null);
    }
}
