using Academy.Domain.Archives;
using Academy.Domain.Data;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Drills;

/// <summary>What the archive keeps of practice: runs that count and were better than all practice before them.</summary>
internal static class DrillArchive
{
    extension(AcademyDb db)
    {
        /// <summary>Runs in the order in which they ended; those of contests are told when results are final.</summary>
        public async Task RecordBestsAsync(IReadOnlyCollection<DrillRun> runs, CancellationToken ct)
        {
            db.DemandTurn();
            var counting = runs.Where(run => run is { Counts: true, EventId: null, EndedAt: not null }).ToList();
            if (counting.Count == 0) return;

            var people = counting.Select(run => run.EmployeeId).Distinct();
            var held = await db.ArchiveEntries
                .Where(e => people.Contains(e.EmployeeId) && e.Kind == ArchiveKind.PersonalBest && e.ReversesId == null && e.Score != null)
                .Select(e => new { e.EmployeeId, e.Discipline, e.At, Score = e.Score!.Value })
                .ToListAsync(ct);
            var told = held.Select(e => (e.EmployeeId, e.Discipline, e.At, e.Score)).ToList();
            var bests = new List<Happening>();
            foreach (var run in counting)
            {
                var (drill, at) = (Discipline.Named(run.Discipline)!, run.EndedAt!.Value);
                var score = Points.Nearest(drill.FigureOf(run.Score!.Value));
                var earlier = told.Where(e => e.EmployeeId == run.EmployeeId && e.Discipline == run.Discipline && e.At <= at);
                if (earlier.Any(e => drill.IsRace ? e.Score <= score : e.Score >= score)) continue;

                told.Add((run.EmployeeId, run.Discipline, at, score));
                bests.Add(new Happening(
                    run.EmployeeId, ArchiveKind.PersonalBest, $"run:{run.Id}", at, $"drill:{run.Discipline}", run.Discipline)
                {
                    Discipline = run.Discipline,
                    Score = score,
                    BranchId = run.BranchId,
                });
            }

            await db.RecordAsync(bests, ct);
        }
    }
}

/// <summary>Runs of practice of before there was an archive.</summary>
internal sealed class DrillHistory : IHistorySource
{
    public string Name => "drills";

    public Task<List<long>> IdsAsync(AcademyDb db, CancellationToken ct) => db.DrillRuns
        .Where(r => r.Counts && r.EventId == null && r.EndedAt != null).OrderBy(r => r.EndedAt).ThenBy(r => r.Id).Select(r => r.Id)
        .ToListAsync(ct);

    public async Task EnterAsync(AcademyDb db, IReadOnlyList<long> ids, CancellationToken ct) => await db.RecordBestsAsync(
        await db.DrillRuns.AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.EndedAt).ThenBy(r => r.Id).ToListAsync(ct), ct);
}
