using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

/// <summary>
/// Where those who want to write to one store wait in this process, first come, first served. SQLite alone lets them ask again and
/// again, ever less often: whoever has waited longest would come last, and never while somebody takes one turn after the other.
/// </summary>
internal sealed class WriterQueue : IDisposable
{
    /// <summary>Whoever has waited so long asks the store itself, which has the last word in any case.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Places = new(StringComparer.Ordinal);

    private SemaphoreSlim? place;

    private WriterQueue(SemaphoreSlim? place) => this.place = place;

    public static async Task<WriterQueue> WaitAsync(AcademyDb db, CancellationToken ct)
    {
        var place = Places.GetOrAdd(db.Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        return new WriterQueue(await place.WaitAsync(Longest, ct) ? place : null);
    }

    /// <summary>Lets the next one write.</summary>
    public void Dispose() => Interlocked.Exchange(ref place, null)?.Release();
}
