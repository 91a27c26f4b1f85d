using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Practice;

/// <summary>A day on which somebody had results that count, by the bank's calendar.</summary>
/// <param name="Day">Which.</param>
/// <param name="Best">The best score of it.</param>
/// <param name="Runs">How many there were.</param>
public sealed record PracticeDay(DateOnly Day, int Best, int Runs);

public static class PracticeQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Goal> Goals => db.Set<Goal>();
        public DbSet<HandCount> HandCounts => db.Set<HandCount>();

        /// <summary>Somebody's days in a drill, the first one first, contests among them.</summary>
        public async Task<IReadOnlyList<PracticeDay>> PracticeDaysAsync(
            long employeeId, Discipline discipline, BankZone zone, CancellationToken ct)
        {
            var runs = await db.DrillRuns.Of(employeeId).Best(discipline)
                .Select(r => new { EndedAt = r.EndedAt!.Value, Score = r.Score!.Value })
                .ToListAsync(ct);
            return
            [
                .. runs.GroupBy(run => zone.DayOf(run.EndedAt))
                    .OrderBy(day => day.Key)
                    .Select(day => new PracticeDay(day.Key, day.First().Score, day.Count())),
            ];
        }

        /// <summary>How somebody stands in each of some drills.</summary>
        public async Task<IReadOnlyList<DrillStanding>> DrillStandingsAsync(
            long employeeId, IEnumerable<Discipline> offered, LevelTable levels, BankZone zone, CancellationToken ct)
        {
            var own = await db.DrillRuns.Of(employeeId).Finished()
                .GroupBy(r => r.Discipline)
                .Select(runs => new
                {
                    Discipline = runs.Key,
                    Last = runs.Max(r => r.EndedAt),
                    Least = runs.Min(r => r.Counts ? r.Score : null),
                    Most = runs.Max(r => r.Counts ? r.Score : null),
                })
                .ToDictionaryAsync(runs => runs.Discipline, ct);
            if (own.Count == 0) return [];

            var goals = await db.Goals.AsNoTracking().Where(g => g.EmployeeId == employeeId).ToDictionaryAsync(g => g.Discipline, ct);
            return [.. offered.Where(discipline => own.ContainsKey(discipline.Slug)).Select(discipline =>
            {
                var runs = own[discipline.Slug];
                var best = discipline.IsRace ? runs.Least : runs.Most;
                return new DrillStanding(
                    discipline,
                    zone.DayOf(runs.Last!.Value),
                    best,
                    best is { } score ? levels.Above(discipline, score) : null,
                    goals.GetValueOrDefault(discipline.Slug)?.ScoreBy(levels));
            })];
        }
    }

    extension(IQueryable<Goal> goals)
    {
        public IQueryable<Goal> Of(long employeeId, Discipline discipline) =>
            goals.Where(g => g.EmployeeId == employeeId && g.Discipline == discipline.Slug);
    }
}
