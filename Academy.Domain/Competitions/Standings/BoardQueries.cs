using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>Somebody's best of a month, which is named by its first day.</summary>
public sealed record MonthBest(DateOnly Month, int Score);

public static class BoardQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The board of a quarter: of each person the best run at each branch in its competitions that counts.</summary>
        public async Task<Board> BoardAsync(Discipline discipline, Quarter quarter, BankZone zone, CancellationToken ct)
        {
            var (from, until) = quarter.In(zone);
            var events = await db.Events
                .Where(e => e.Discipline == discipline.Slug && e.Competition.ClosesAt >= from && e.Competition.ClosesAt < until)
                .Select(e => (long?)e.Id)
                .ToListAsync(ct);
            var runs = db.DrillRuns
                .Where(r => events.Contains(r.EventId) && r.Counts)
                .GroupBy(r => new { r.EmployeeId, r.BranchId });
            var best = discipline.IsRace
                ? runs.Select(own => own.OrderBy(r => r.Score).ThenBy(r => r.Wrong)
                    .Select(r => new { r.EmployeeId, r.BranchId, r.Score, r.Wrong }).First())
                : runs.Select(own => own.OrderByDescending(r => r.Score).ThenBy(r => r.Wrong)
                    .Select(r => new { r.EmployeeId, r.BranchId, r.Score, r.Wrong }).First());
            return new Board(
                discipline, (await best.ToListAsync(ct)).Select(r => new BoardEntry(r.EmployeeId, r.BranchId, r.Score!.Value, r.Wrong)));
        }

        /// <summary>Somebody's best of each month's contests from this day on; a month without one that counts is none.</summary>
        public async Task<IReadOnlyList<MonthBest>> MonthlyBestAsync(
            long employeeId, Discipline discipline, DateOnly from, BankZone zone, CancellationToken ct)
        {
            var since = zone.At(from, TimeOnly.MinValue);
            var runs = await db.DrillRuns.Of(employeeId).Best(discipline)
                .Where(r => r.EventId != null && r.EndedAt >= since)
                .Select(r => new { EndedAt = r.EndedAt!.Value, Score = r.Score!.Value })
                .ToListAsync(ct);
            return
            [
                .. runs.GroupBy(run => zone.DayOf(run.EndedAt).ToFirstOfMonth())
                    .OrderBy(month => month.Key)
                    .Select(month => new MonthBest(month.Key, month.First().Score)),
            ];
        }
    }

    extension(DateOnly day)
    {
        private DateOnly ToFirstOfMonth() => new(day.Year, day.Month, 1);
    }
}
