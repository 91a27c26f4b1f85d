using System.Data.Common;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Hosting;

/// <summary>Has several acts cross: all of them have looked before the first one begins to write.</summary>
public sealed class Crossing : DbTransactionInterceptor
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly Lock counting = new();
    private TaskCompletionSource arrived = new();
    private int awaited;

    public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

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

    private Task? Arrive()
    {
        lock (counting)
        {
            if (awaited == 0) return null;
            if (--awaited == 0) arrived.SetResult();
            return arrived.Task;
        }
    }
}
