using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions;

public static class EligibilityQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Who of some people may not enter an event of a competition now, and why.</summary>
        public async Task<IReadOnlyDictionary<long, EligibilityRefusal>> NotEligibleAsync(
            Event held, IReadOnlyCollection<long> people, LevelTable levels, CancellationToken ct)
        {
            var terms = held.Competition.Eligibility;
            if (terms.IsForEverybody) return new Dictionary<long, EligibilityRefusal>();

            var asked = await db.Employees.Where(e => people.Contains(e.Id))
                .Select(e => new { e.Id, e.Branch.Path, Position = e.Position.Slug })
                .ToListAsync(ct);
            var reached = terms.Level is not null && levels.CountOf(held.Drill) > 0
                ? await db.ReachedLevelsAsync(levels, held.Drill, people, ct)
                : null;
            var advanced = terms.Advancing is { } earlier
                ? await db.Advanced(earlier, held.Discipline).Where(id => people.Contains(id)).ToHashSetAsync(ct)
                : null;
            var refused =
                from person in asked
                let isOnLevel = reached is null || terms.Suffices(reached.Of(person.Id, held.Drill))
                let hasAdvanced = advanced is null || advanced.Contains(person.Id)
                let refusal = terms.Refusal(person.Path, person.Position, isOnLevel, hasAdvanced)
                where refusal is not null
                select (person.Id, refusal.Value);
            return refused.ToDictionary();
        }

        /// <summary>Whether there are all units and positions that somebody limits a competition to.</summary>
        internal async Task<bool> KnowsAllOfAsync(EligibilityTerms terms, CancellationToken ct)
        {
            var (codes, slugs) = (terms.Branches, terms.Positions);
            return await db.Branches.CountAsync(b => codes.Contains(b.Code), ct) == codes.Count
                && await db.Positions.CountAsync(p => slugs.Contains(p.Slug), ct) == slugs.Count;
        }
    }
}
