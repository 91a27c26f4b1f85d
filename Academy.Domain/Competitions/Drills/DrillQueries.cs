using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Drills;

public static class DrillQueries
{
    extension(AcademyDb db)
    {
        public DbSet<DrillRun> DrillRuns => db.Set<DrillRun>();
        public DbSet<DrillBatch> DrillBatches => db.Set<DrillBatch>();

        /// <summary>The keys of a run as they came.</summary>
        public async Task<IReadOnlyList<ReceivedKeys>> KeysOfAsync(long runId, CancellationToken ct)
        {
            var batches = await db.DrillBatches.Where(b => b.RunId == runId).OrderBy(b => b.Number).AsNoTracking().ToListAsync(ct);
            return [.. batches.Select(batch => new ReceivedKeys(batch.ReceivedAt, KeyStrokes.Read(batch.Keys)))];
        }

        /// <summary>How many batches of a run were taken down: they are numbered from 1 without a gap.</summary>
        internal async Task<int> BatchesOfAsync(long runId, CancellationToken ct) =>
            await db.DrillBatches.Where(b => b.RunId == runId).MaxAsync(b => (int?)b.Number, ct) ?? 0;

        /// <summary>What was taken down of the runs that keys are sent of, by whose they are.</summary>
        internal async Task<Dictionary<(long EmployeeId, long RunId), TakenKeys>> TakenOfAsync(
            IReadOnlyList<SentKeys> sent, CancellationToken ct)
        {
            var ids = sent.Select(keys => keys.Batch.RunId).Distinct().ToList();
            var numbers = sent.Select(keys => keys.Batch.Number).Distinct().ToList();
            var batches = db.DrillBatches.Where(b => ids.Contains(b.RunId));
            var runs = await db.DrillRuns.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
            // As they are kept, a space stands between two keys.
            var taken = await batches
                .GroupBy(b => b.RunId)
                .Select(own => new
                {
                    RunId = own.Key,
                    Last = own.Max(b => b.Number),
                    Keys = own.Sum(b => b.Keys.Length - b.Keys.Replace(" ", "").Length + 1),
                })
                .ToDictionaryAsync(own => own.RunId, ct);
            var known = await batches.Where(b => numbers.Contains(b.Number)).Select(b => new { b.RunId, b.Number, b.Keys }).ToListAsync(ct);
            return runs.ToDictionary(run => (run.EmployeeId, run.Id), run => new TakenKeys(
                run, taken.GetValueOrDefault(run.Id)?.Last ?? 0, taken.GetValueOrDefault(run.Id)?.Keys ?? 0,
                known.Where(batch => batch.RunId == run.Id).ToDictionary(batch => batch.Number, batch => batch.Keys)));
        }

        /// <summary>What a run comes to.</summary>
        public async Task<DrillResult> ResultOfAsync(DrillRun run, CancellationToken ct) =>
            Replay.Of(run.Terms, (await db.KeysOfAsync(run.Id, ct)).SelectMany(piece => piece.Keys));
    }

    extension(AcademyDb db)
    {
        /// <summary>What cost somebody most in the last runs of a drill; null where nothing stands out.</summary>
        public async Task<Emphasis?> EmphasisAsync(long employeeId, Discipline discipline, CancellationToken ct)
        {
            var runs = await db.DrillRuns.AsNoTracking().Of(employeeId).Finished()
                .Where(r => r.Discipline == discipline.Slug && r.Keys > 0)
                .OrderByDescending(r => r.EndedAt)
                .Take(WeakSpots.Runs)
                .ToListAsync(ct);
            var results = new List<DrillResult>();
            foreach (var run in runs.Where(run => !run.IsInDoubt)) results.Add(await db.ResultOfAsync(run, ct));
            return WeakSpots.Of(results);
        }
    }

    extension(IQueryable<DrillRun> runs)
    {
        public IQueryable<DrillRun> Of(long employeeId) => runs.Where(r => r.EmployeeId == employeeId);

        public IQueryable<DrillRun> Running() => runs.Where(r => r.EndedAt == null);

        /// <summary>Those that have come to an end and to a result, also to none that counts.</summary>
        public IQueryable<DrillRun> Finished() => runs.Where(r => r.EndedAt != null && !r.WasAbandoned);

        /// <summary>Those that may be a personal best, the best first; of equal ones the earlier.</summary>
        public IQueryable<DrillRun> Best(Discipline discipline)
        {
            var counting = runs.Where(r => r.Discipline == discipline.Slug && r.Counts);
            var ordered = discipline.IsRace ? counting.OrderBy(r => r.Score) : counting.OrderByDescending(r => r.Score);
            return ordered.ThenBy(r => r.EndedAt);
        }
    }
}
