using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

/// <summary>That what a slice had before there was an archive is entered. It never changes.</summary>
public sealed class HistoryPart
{
    public required string Name { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
}

/// <summary>What one slice had before there was an archive, in the order in which it is entered.</summary>
public interface IHistorySource
{
    string Name { get; }

    /// <summary>So many in one turn, so that nobody's answers wait long.</summary>
    int AtOnce => 200;

    /// <summary>The numbers of all that is to be entered.</summary>
    Task<List<long>> IdsAsync(AcademyDb db, CancellationToken ct);

    /// <summary>Enters some of it, within the turn that is on.</summary>
    Task EnterAsync(AcademyDb db, IReadOnlyList<long> ids, CancellationToken ct);
}

/// <summary>
/// Enters once what the bank has had before there was an archive. Who is stopped on the way begins again, and nothing is entered twice:
/// each line has a source of its own.
/// </summary>
public sealed class ArchiveHistory(AcademyDb db, IEnumerable<IHistorySource> sources, TimeProvider clock)
{
    public async Task EnterAsync(CancellationToken ct)
    {
        var entered = await db.Set<HistoryPart>().Select(part => part.Name).ToListAsync(ct);
        foreach (var source in sources.Where(source => !entered.Contains(source.Name)))
        {
            await EnterAllAsync(source, ct);
            await using var turn = await db.TakeTurnAsync(ct);
            db.Add(new HistoryPart { Name = source.Name, EnteredAt = clock.GetUtcNow() });
            await turn.CommitAsync(ct);
        }
    }

    /// <summary>The same although it was entered before: for whoever has grown a bank past its acts.</summary>
    public async Task EnterAgainAsync(CancellationToken ct)
    {
        foreach (var source in sources) await EnterAllAsync(source, ct);
    }

    private async Task EnterAllAsync(IHistorySource source, CancellationToken ct)
    {
        foreach (var some in (await source.IdsAsync(db, ct)).Chunk(source.AtOnce))
        {
            await using var turn = await db.TakeTurnAsync(ct);
            await source.EnterAsync(db, some, ct);
            await turn.CommitAsync(ct);
        }
    }
}
