using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>Somebody's row of a board that was kept, with what it was of.</summary>
public sealed record OwnFinal(FinalRow Row, FinalBoard Board, Event Held, string Competition);

public static class FinalBoardQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Finalization> Finalizations => db.Set<Finalization>();
        public DbSet<FinalBoard> FinalBoards => db.Set<FinalBoard>();
        public DbSet<FinalRow> FinalRows => db.Set<FinalRow>();

        /// <summary>The board of an event as it was when its results became final; null where none was kept.</summary>
        public async Task<KeptResults?> KeptResultsAsync(long eventId, CancellationToken ct)
        {
            if (await db.FinalBoards.AsNoTracking().SingleOrDefaultAsync(b => b.EventId == eventId, ct) is not { } head) return null;

            var rows = await db.FinalRows.AsNoTracking().Where(r => r.EventId == eventId).OrderBy(r => r.Place).ToListAsync(ct);
            return new KeptResults(head, rows);
        }

        /// <summary>What somebody came to in events whose results are final, the latest first.</summary>
        public IQueryable<OwnFinal> OwnFinals(long employeeId) =>
            from row in db.Set<FinalRow>()
            join board in db.Set<FinalBoard>() on row.EventId equals board.EventId
            join held in db.Set<Event>() on row.EventId equals held.Id
            where row.EmployeeId == employeeId
            orderby board.KeptAt descending, held.CompetitionId descending, held.Number
            select new OwnFinal(row, board, held, held.Competition.Title);

        /// <summary>Keeps the boards of a competition as they are, for good.</summary>
        internal async Task KeepBoardsAsync(Competition competition, Finalization finalization, LevelTable levels, CancellationToken ct)
        {
            db.DemandTurn();
            var boards = new List<(Event Held, Board Board, FinalBoard Kept)>();
            foreach (var held in competition.Events)
            {
                var board = await db.BoardAsync(held.Drill, held.Id, BoardCopy.Restricted, ct);
                var kept = db.Add(new FinalBoard
                {
                    EventId = held.Id,
                    KeptAt = finalization.At,
                    People = board.Rows.Count,
                    Rules = FinalRules.Of(held.Drill, competition.Results, levels),
                }).Entity;
                boards.Add((held, board, kept));
            }

            await db.SaveChangesAsync(ct);
            foreach (var (held, board, kept) in boards)
                await db.RecordFinalAsync(held, competition.Title, kept, await db.KeepRowsAsync(held.Id, board, ct), ct);
            db.Add(finalization);
        }

        private async Task<IReadOnlyList<FinalRow>> KeepRowsAsync(long eventId, Board board, CancellationToken ct)
        {
            db.DemandTurn();
            var ids = board.Rows.Select(row => row.Entry.EmployeeId).ToList();
            var people = await db.Employees.Where(e => ids.Contains(e.Id))
                .Select(e => new { e.Id, Number = e.UserName!, e.Name })
                .ToDictionaryAsync(e => e.Id, ct);
            var branches = await db.Branches.Select(b => new { b.Id, b.Name, b.EnglishName }).ToDictionaryAsync(b => b.Id, ct);
            var rows =
                from row in board.Rows.Index()
                let entry = row.Item.Entry
                let person = people[entry.EmployeeId]
                let branch = branches[entry.BranchId]
                select new FinalRow
                {
                    EventId = eventId,
                    Place = row.Index + 1,
                    Rank = row.Item.Rank,
                    EmployeeId = entry.EmployeeId,
                    Number = person.Number,
                    Name = person.Name,
                    BranchId = entry.BranchId,
                    Branch = branch.Name,
                    BranchEnglish = branch.EnglishName,
                    Score = entry.Score,
                    Wrong = entry.Wrong,
                };
            var kept = rows.ToList();
            await BulkInsert.WriteAsync(db, kept, ct);
            return kept;
        }
    }
}
