using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions;

public static class RoundQueries
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Who advances into an event from the round before: by the boards of its discipline that were kept, and from any of them where
        /// there are several.
        /// </summary>
        public IQueryable<long> Advanced(AdvanceTerms terms, string discipline) =>
            from row in db.Set<FinalRow>()
            join held in db.Set<Event>() on row.EventId equals held.Id
            where held.CompetitionId == terms.CompetitionId && held.Discipline == discipline && row.Rank <= terms.Ranks
            select row.EmployeeId;

        /// <summary>The published competitions that are the next round of one.</summary>
        public async Task<IReadOnlyList<Competition>> NextRoundsAsync(Competition competition, CancellationToken ct)
        {
            var closed = competition.ClosesAt;
            var limited = await db.Competitions.AsNoTracking().Published().WithEvents()
                .Where(c => c.OwnEligibility != null && c.OpensAt >= closed)
                .OrderBy(c => c.OpensAt)
                .ToListAsync(ct);
            return limited.FindAll(c => c.Eligibility.Advancing?.CompetitionId == competition.Id);
        }

        /// <summary>
        /// Why a competition cannot be the next round of the one it names. It opens after that one has closed, so none is its own next
        /// round, however long the way.
        /// </summary>
        internal async Task<CompetitionRefusal?> RoundRefusalAsync(CompetitionTerms terms, CancellationToken ct)
        {
            if (terms.Eligibility.Advancing is not { } advancing) return null;

            var earlier = await db.Competitions.AsNoTracking().Published().WithEvents()
                .SingleOrDefaultAsync(c => c.Id == advancing.CompetitionId, ct);
            if (earlier is null) return CompetitionRefusal.NoSuchRound;
            if (earlier.ClosesAt > terms.OpensAt) return CompetitionRefusal.RoundNotOver;

            var held = earlier.Events.Select(e => e.Discipline);
            return terms.Events.Any(e => !held.Contains(e.Discipline)) ? CompetitionRefusal.RoundLacksEvent : null;
        }
    }
}
