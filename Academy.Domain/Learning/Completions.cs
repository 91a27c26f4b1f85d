using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>The one way in which it comes to be written down that somebody finished something.</summary>
public static class Completions
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Writes down what was finished, with the turn of the act that finished it. What is written down already stays as it is.
        /// </summary>
        public async Task CompleteAsync(IReadOnlyCollection<Completion> completions, CancellationToken ct)
        {
            db.DemandTurn();
            if (completions.Count == 0) return;

            var people = completions.Select(c => c.EmployeeId).Distinct().ToList();
            var subjects = completions.Select(c => c.SubjectId).Distinct().ToList();
            var known = (await db.Completions
                .Where(c => people.Contains(c.EmployeeId) && subjects.Contains(c.SubjectId))
                .Select(c => new { c.EmployeeId, c.SubjectKind, c.SubjectId, c.Number })
                .ToListAsync(ct)).ToHashSet();
            var newCompletions = completions.Where(c => known.Add(new { c.EmployeeId, c.SubjectKind, c.SubjectId, c.Number })).ToList();
            db.AddRange(newCompletions);
            await db.RecordAsync(newCompletions, ct);
        }
    }
}
