using Academy.Domain.Competitions.Drills;
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
    }

    extension(IQueryable<Goal> goals)
    {
        public IQueryable<Goal> Of(long employeeId, Discipline discipline) =>
            goals.Where(g => g.EmployeeId == employeeId && g.Discipline == discipline.Slug);
    }
}
