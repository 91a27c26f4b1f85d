using System.Collections.Concurrent;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>
/// Public boards as they were a moment ago, read once for everybody who looks within it: a whole bank looks at the board after a contest.
/// </summary>
public sealed class KeptBoards(IDbContextFactory<AcademyDb> stores, SeasonRules rules, BankZone zone, TimeProvider clock)
{
    /// <summary>How old a board may be.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    /// <summary>A board of ten thousand people takes 1 MB.</summary>
    private const int Most = 40;

    private readonly ConcurrentDictionary<object, Kept> kept = [];

    /// <summary>The board of a quarter.</summary>
    public Task<Board> OfAsync(Discipline discipline, Quarter quarter) =>
        OfAsync((discipline.Slug, quarter), db => db.BoardAsync(discipline, quarter, zone, CancellationToken.None));

    /// <summary>The board of one event.</summary>
    public Task<Board> OfAsync(Discipline discipline, long eventId) =>
        OfAsync(eventId, db => db.BoardAsync(discipline, eventId, BoardCopy.Public, CancellationToken.None));

    /// <summary>The board of an event that was kept when its results became final; null where none was.</summary>
    public Task<KeptResults?> FinalOfAsync(long eventId) =>
        OfAsync(("final", eventId), db => db.KeptResultsAsync(eventId, CancellationToken.None));

    /// <summary>The season of a quarter.</summary>
    public Task<Season> SeasonOfAsync(Quarter quarter) =>
        OfAsync(("season", quarter), db => db.SeasonAsync(quarter, rules.Of(quarter), zone, CancellationToken.None));

    /// <summary>Those who ask at the same time wait for one reading.</summary>
    private async Task<T> OfAsync<T>(object key, Func<AcademyDb, Task<T>> read)
    {
        var now = clock.GetUtcNow();
        while (kept.Count >= Most && !kept.ContainsKey(key)) kept.TryRemove(kept.MinBy(known => known.Value.At));
        var board = kept.AddOrUpdate(key, _ => Read(), (_, known) => now - known.At < Moment ? known : Read());
        try
        {
            return (T)(await board.Reading.Value)!;
        }
        catch
        {
            kept.TryRemove(KeyValuePair.Create(key, board));
            throw;
        }

        // Nobody stops the reading: others may wait for it.
        Kept Read() => new(now, new Lazy<Task<object?>>(() => ReadAsync(read)));
    }

    private async Task<object?> ReadAsync<T>(Func<AcademyDb, Task<T>> read)
    {
        await using var db = await stores.CreateDbContextAsync();
        return await read(db);
    }

    private sealed record Kept(DateTimeOffset At, Lazy<Task<object?>> Reading);
}
