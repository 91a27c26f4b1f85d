using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Scheduling;

public static class SchedulingQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();
        public DbSet<Run> Runs => db.Set<Run>();

        /// <summary>The last run of each job that has one.</summary>
        public async Task<IReadOnlyDictionary<string, Run>> LastRunsAsync(CancellationToken ct)
        {
            var last = db.Runs.GroupBy(r => r.Job).Select(runs => runs.Max(r => r.Id));
            return await db.Runs.AsNoTracking().Where(r => last.Contains(r.Id)).ToDictionaryAsync(r => r.Job, ct);
        }
    }

    extension(IQueryable<Run> runs)
    {
        public IQueryable<Run> Of(string job) => runs.Where(r => r.Job == job);

        /// <summary>Asked for or at work.</summary>
        public IQueryable<Run> Open() => runs.Where(r => r.EndedAt == null);
    }
}
