using System.Data.Common;
using System.Diagnostics.Metrics;
using Academy.Domain;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Hosting;

/// <summary>
/// Has several acts cross: all of them have looked before the first one begins to write, which holds its turn until the others wait
/// for theirs.
/// </summary>
public sealed class Crossing : DbTransactionInterceptor, IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly Lock counting = new();
    private readonly MeterListener listener = new();
    private TaskCompletionSource arrived = new();
    private string? store;
    private int waiting;
    private int awaited;

    public Crossing()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == "academy.store.writers.waiting") own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, change, tags, _) =>
        {
            if (tags[0].Value as string == store) Wait(change);
        });
        listener.Start();
    }

    public void Into(IServiceCollection services)
    {
        store = services.Select(service => service.ImplementationInstance).OfType<AcademySettings>().Last().ConnectionString;
        services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));
    }

    /// <summary>Sends the form of a page twice at once, as it is shown and filled in, to the address it is for or to another.</summary>
    public async Task<HttpResponseMessage[]> PressTwiceAsync(HttpClient client, string page, string fields, string? address = null)
    {
        var shown = await client.GetPageAsync(page);
        var entered = fields.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('='))
            .Select(field => KeyValuePair.Create(field[0], field[1]));
        List<KeyValuePair<string, string>> form = [.. shown.Hidden(), .. entered];
        Await(2);
        return await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => client.PostAsync(address ?? page, new FormUrlEncodedContent(form))));
    }

    /// <summary>The next acts, as many as said, wait for each other.</summary>
    public void Await(int acts)
    {
        lock (counting) (arrived, awaited) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), acts);
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        if (Arrive() is { } all) await all.WaitAsync(LongEnough, cancellationToken);
        return result;
    }

    public void Dispose() => listener.Dispose();

    private Task? Arrive()
    {
        lock (counting)
        {
            if (awaited == 0) return null;

            awaited--;
            Meet();
            return arrived.Task;
        }
    }

    private void Wait(int change)
    {
        lock (counting)
        {
            waiting += change;
            if (!arrived.Task.IsCompleted) Meet();
        }
    }

    private void Meet()
    {
        if (awaited > waiting) return;

        awaited = 0;
        arrived.TrySetResult();
    }
}
