using Academy.Domain.Archives;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions;

/// <summary>
/// What papers of knowledge events come to behind a freeze (封榜) is told to nobody but their writers before results are final.
/// </summary>
internal sealed class FrozenPapers : IWithheld
{
    public Task<List<string>> SourcesOfOthersAsync(AcademyDb db, DateTimeOffset now, CancellationToken ct) => db.TakenPapers()
        .Where(p => p.Event.Competition.FinalizedAt == null && p.Event.Competition.FreezesAt <= p.Paper.SubmittedAt)
        .Select(p => "attempt:" + p.Paper.Id)
        .ToListAsync(ct);
}
