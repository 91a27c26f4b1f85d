using Academy.Domain.Data;
using Academy.Domain.People.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>Nobody is sent away from a paper before its deadline and grace are over, though they think for long.</summary>
internal sealed class PapersInHand(AcademyDb db) : IWorkInHand
{
    public async Task<bool> IsThereAsync(long employeeId, DateTimeOffset begunBy, DateTimeOffset now, CancellationToken ct)
    {
        var papers = await db.Attempts.Of(employeeId).Running()
            .Where(a => a.StartedAt <= begunBy)
            .Select(a => new { a.DueAt, a.Grace })
            .ToListAsync(ct);
        return papers.Exists(paper => now < paper.DueAt + paper.Grace);
    }
}
