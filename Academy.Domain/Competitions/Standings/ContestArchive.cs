using Academy.Domain.Archives;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>
/// What the archive keeps of drills and contests: runs of practice that were better than all before, and once results are final each
/// rank, prize and title. A best of a contest is told when that is final: nothing shows behind a freeze, and objections are decided.
/// </summary>
internal static class ContestArchive
{
    extension(AcademyDb db)
    {
        /// <summary>Records what a final board says of everybody on it.</summary>
        public async Task RecordFinalAsync(
            Event held, string competition, FinalBoard board, IEnumerable<FinalRow> rows, CancellationToken ct)
        {
            db.DemandTurn();
            await db.RecordAsync([.. rows.SelectMany(Told)], ct);

            IEnumerable<Happening> Told(FinalRow row)
            {
                var result = new Happening(
                    row.EmployeeId, ArchiveKind.ContestResult, $"event:{row.EventId}/{row.EmployeeId}", board.KeptAt,
                    $"event:{row.EventId}", competition)
                {
                    Discipline = held.Discipline,
                    Score = PointsOf(held.Drill, row.Score),
                    Rank = row.Rank,
                    Field = board.People,
                    BranchId = row.BranchId,
                };
                yield return result;

                var prize = result with { Kind = ArchiveKind.Award, Score = null };
                if (board.AwardOf(row) is { } award)
                    yield return prize with { Source = $"award:{row.EventId}/{row.EmployeeId}", Detail = $"{award}" };
                if (board.TitleOf(row) is { } title)
                    yield return prize with { Source = $"title:{row.EventId}/{row.EmployeeId}", Detail = title };
            }
        }
    }

    /// <summary>The result as people say it, in hundredths.</summary>
    internal static Points PointsOf(Discipline discipline, int score) => Points.Nearest(discipline.FigureOf(score));
}

/// <summary>Boards that were final before there was an archive.</summary>
internal sealed class FinalHistory : IHistorySource
{
    public string Name => "finals";

    public int AtOnce => 1;

    public Task<List<long>> IdsAsync(AcademyDb db, CancellationToken ct) =>
        db.FinalBoards.OrderBy(b => b.KeptAt).ThenBy(b => b.EventId).Select(b => b.EventId).ToListAsync(ct);

    public async Task EnterAsync(AcademyDb db, IReadOnlyList<long> ids, CancellationToken ct)
    {
        db.DemandTurn();
        foreach (var id in ids)
        {
            var held = await db.Events.AsNoTracking().Include(e => e.Competition).SingleAsync(e => e.Id == id, ct);
            if (await db.KeptResultsAsync(id, ct) is { } kept)
                await db.RecordFinalAsync(held, held.Competition.Title, kept.Head, kept.Rows, ct);
        }
    }
}
