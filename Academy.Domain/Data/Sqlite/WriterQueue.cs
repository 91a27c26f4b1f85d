using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
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

    private static readonly Meter Meter = new("Academy.Store");

    private static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>(
        "academy.store.writers.waiting", description: "Who waits for their turn to write to a store.");

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Places = new(StringComparer.Ordinal);

    private SemaphoreSlim? place;

    private WriterQueue(SemaphoreSlim? place) => this.place = place;

    public static async Task<WriterQueue> WaitAsync(AcademyDb db, CancellationToken ct)
    {
        var store = db.Database.GetConnectionString()!;
        var place = Places.GetOrAdd(store, _ => new SemaphoreSlim(1, 1));
        if (place.Wait(TimeSpan.Zero, ct)) return new WriterQueue(place);

        var which = KeyValuePair.Create<string, object?>("store", store);
        Waiting.Add(1, which);
        try
        {
            return new WriterQueue(await place.WaitAsync(Longest, ct) ? place : null);
        }
        finally
        {
            Waiting.Add(-1, which);
        }
    }

    /// <summary>Lets the next one write.</summary>
    public void Dispose() => Interlocked.Exchange(ref place, null)?.Release();
}
