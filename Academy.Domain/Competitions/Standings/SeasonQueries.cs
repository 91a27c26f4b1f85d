using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

public static class SeasonQueries
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// The season of a quarter: of the boards that were kept of its competitions, and of nothing else, so that it tells of no result
        /// before it is final.
        /// </summary>
        public async Task<Season> SeasonAsync(Quarter quarter, SeasonTerms terms, BankZone zone, CancellationToken ct)
        {
            var (since, until) = quarter.In(zone);
            var boards = await (
                from board in db.FinalBoards
                join held in db.Set<Event>() on board.EventId equals held.Id
                where held.Competition.ClosesAt >= since && held.Competition.ClosesAt < until
                orderby held.Competition.ClosesAt, held.Id
                select new { board.EventId, board.People }).ToListAsync(ct);
            var results = new List<SeasonResult>(boards.Sum(board => board.People));
            foreach (var (eventId, people) in boards.Select(board => (board.EventId, board.People)))
            {
                results.AddRange(await db.FinalRows.Where(r => r.EventId == eventId)
                    .Select(r => new SeasonResult(r.EventId, r.EmployeeId, r.BranchId, r.Rank, AllRound.RankPoints(people, r.Rank)))
                    .ToListAsync(ct));
            }

            return new Season(terms, boards.ConvertAll(board => board.EventId), results);
        }
    }
}
