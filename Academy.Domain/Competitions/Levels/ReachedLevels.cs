using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Levels;

/// <summary>
/// Who is on which level: what people reached in runs that count, in practice and in contests, save behind a freeze. It tells no score.
/// </summary>
public sealed class ReachedLevels(IReadOnlyDictionary<(long EmployeeId, string Discipline), int> levels)
{
    /// <summary>The number of the level; 0 for a result below all of them, null for none.</summary>
    public int? Of(long employeeId, Discipline discipline) =>
        levels.TryGetValue((employeeId, discipline.Slug), out var level) ? level : null;
}

public static class ReachedLevelsQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The levels of those who work in a unit or below it now, wherever they were when they reached them.</summary>
        public Task<ReachedLevels> ReachedLevelsAsync(LevelTable table, string path, CancellationToken ct) =>
            db.ReachedLevelsAsync(
                table, Discipline.Practiced, db.Employees.Where(e => e.Branch.Path.StartsWith(path)).Select(e => e.Id), ct);

        /// <summary>The levels of some people in one discipline.</summary>
        public Task<ReachedLevels> ReachedLevelsAsync(
            LevelTable table, Discipline discipline, IReadOnlyCollection<long> people, CancellationToken ct) =>
            db.ReachedLevelsAsync(table, [discipline], db.Employees.Where(e => people.Contains(e.Id)).Select(e => e.Id), ct);

        private async Task<ReachedLevels> ReachedLevelsAsync(
            LevelTable table, IEnumerable<Discipline> disciplines, IQueryable<long> people, CancellationToken ct)
        {
            var reached = new Dictionary<(long, string), int>();
            foreach (var discipline in disciplines)
            {
                var runs = db.ShownRuns()
                    .Where(r => r.Counts && r.Discipline == discipline.Slug && people.Contains(r.EmployeeId))
                    .GroupBy(r => r.EmployeeId);
                var best = discipline.IsRace
                    ? runs.Select(own => new { EmployeeId = own.Key, Score = own.Min(r => r.Score) })
                    : runs.Select(own => new { EmployeeId = own.Key, Score = own.Max(r => r.Score) });
                foreach (var own in await best.ToListAsync(ct))
                    reached.Add((own.EmployeeId, discipline.Slug), table.Of(discipline, own.Score!.Value)?.Number ?? 0);
            }

            return new ReachedLevels(reached);
        }
    }
}
