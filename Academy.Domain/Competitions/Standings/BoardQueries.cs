using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>Somebody's best of a month, which is named by its first day.</summary>
public sealed record MonthBest(DateOnly Month, int Score);

/// <summary>Which results a board has.</summary>
public enum BoardCopy
{
    /// <summary>For everybody: none that came after the freeze of a competition whose results are not final yet (封榜).</summary>
    Public,

    /// <summary>For who holds the competition: all.</summary>
    Restricted,
}

public static class BoardQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The public board of a quarter: of each person the best run at each branch in its competitions that counts.</summary>
        public async Task<Board> BoardAsync(Discipline discipline, Quarter quarter, BankZone zone, CancellationToken ct)
        {
            var (from, until) = quarter.In(zone);
            var events = db.Events.Where(e =>
                e.Discipline == discipline.Slug && e.Competition.ClosesAt >= from && e.Competition.ClosesAt < until);
            return await db.BoardAsync(discipline, events, BoardCopy.Public, ct);
        }

        /// <summary>The board of one event.</summary>
        public async Task<Board> BoardAsync(Discipline discipline, long eventId, BoardCopy copy, CancellationToken ct) =>
            discipline.IsKnowledge
                ? new Board(discipline, await db.AnsweredAsync(eventId, copy, ct))
                : await db.BoardAsync(discipline, db.Events.Where(e => e.Id == eventId), copy, ct);

        private async Task<Board> BoardAsync(Discipline discipline, IQueryable<Event> events, BoardCopy copy, CancellationToken ct)
        {
            if (discipline.IsJudged) return new Board(discipline, await db.JudgedAsync(events, copy, ct));

            var asked = await events.Select(e => (long?)e.Id).ToListAsync(ct);
            var runs = copy == BoardCopy.Public ? db.ShownRuns() : db.DrillRuns;
            return new Board(discipline, await BestOfEachAsync(discipline, runs.Where(r => asked.Contains(r.EventId)), ct));
        }

        /// <summary>What judges have come to of each person, which is theirs from the moment when the last sheet was handed in.</summary>
        private async Task<IReadOnlyList<BoardEntry>> JudgedAsync(
            IQueryable<Event> events, BoardCopy copy, CancellationToken ct)
        {
            var results =
                from contestant in copy == BoardCopy.Public ? db.ShownContestants() : db.Contestants
                join held in events on contestant.EventId equals held.Id
                where contestant.Counts
                select new BoardEntry(contestant.EmployeeId, contestant.BranchId, contestant.Score!.Value, contestant.Wrong);
            return await results.ToListAsync(ct);
        }

        /// <summary>What those are called whom a board tells by name.</summary>
        public async Task<IReadOnlyDictionary<long, string>> NamesOnAsync(Board board, CancellationToken ct)
        {
            var ids = board.Named.Select(row => row.Entry.EmployeeId).ToList();
            return await db.Employees.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
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

    private static async Task<IReadOnlyList<BoardEntry>> BestOfEachAsync(
        Discipline discipline, IQueryable<DrillRun> runs, CancellationToken ct)
    {
        var own = runs.Where(r => r.Counts).GroupBy(r => new { r.EmployeeId, r.BranchId });
        var best = discipline.IsRace
            ? own.Select(tries => tries.OrderBy(r => r.Score).ThenBy(r => r.Wrong)
                .Select(r => new { r.EmployeeId, r.BranchId, r.Score, r.Wrong }).First())
            : own.Select(tries => tries.OrderByDescending(r => r.Score).ThenBy(r => r.Wrong)
                .Select(r => new { r.EmployeeId, r.BranchId, r.Score, r.Wrong }).First());
        return [.. (await best.ToListAsync(ct)).Select(r => new BoardEntry(r.EmployeeId, r.BranchId, r.Score!.Value, r.Wrong))];
    }

    extension(DateOnly day)
    {
        private DateOnly ToFirstOfMonth() => new(day.Year, day.Month, 1);
    }
}
