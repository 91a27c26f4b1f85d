using System.Threading.Channels;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Academy.Domain.Quizzes;

/// <summary>
/// Writes answers. One writer serves all pages and commits whatever has come in since its last commit as one
/// transaction, so a full hall costs one disk flush at a time. Nobody is answered before the commit has returned.
/// </summary>
public class Scribe(IDbContextFactory<AcademyDb> store, TimeProvider clock) : BackgroundService
{
    private const int MostPerCommit = 128;

    private readonly Channel<Order> orders = Channel.CreateBounded<Order>(new BoundedChannelOptions(10_000) { SingleReader = true });

    /// <summary>Writes an answer, and returns once what it says about the store is committed.</summary>
    public virtual async Task<EntryOutcome> WriteAsync(Entry entry, CancellationToken ct)
    {
        var order = new Order(entry);
        await orders.Writer.WriteAsync(order, ct);
        return await order.Done.Task.WaitAsync(ct);
    }

    /// <summary>Takes no more orders and finishes those it has.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        orders.Writer.TryComplete();
        if (ExecuteTask is { } writing) await writing.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Order>(MostPerCommit);
        while (await orders.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < MostPerCommit && orders.Reader.TryRead(out var order)) batch.Add(order);
            await CarryOutAsync(batch);
        }
    }

    /// <summary>Should a commit fail, each order is tried by itself: a bad one fails alone.</summary>
    private async Task CarryOutAsync(IReadOnlyList<Order> batch)
    {
        try
        {
            var outcomes = await CommitAsync(batch);
            foreach (var (order, outcome) in batch.Zip(outcomes)) order.Done.SetResult(outcome);
        }
        catch (Exception) when (batch.Count > 1)
        {
            foreach (var order in batch) await CarryOutAsync([order]);
        }
        catch (Exception e)
        {
            batch[0].Done.SetException(e);
        }
    }

    private async Task<List<EntryOutcome>> CommitAsync(IReadOnlyList<Order> batch)
    {
        await using var db = await store.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var attempts = await LoadAsync(db, batch);
        var now = clock.GetUtcNow();
        var outcomes = batch.Select(order => attempts[order.Entry.AttemptId].Take(order.Entry, now)).ToList();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return outcomes;
    }

    private static Task<Dictionary<long, Attempt>> LoadAsync(AcademyDb db, IReadOnlyList<Order> batch)
    {
        var attempts = batch.Select(order => order.Entry.AttemptId).Distinct().ToList();
        var slots = batch.Select(order => order.Entry.Slot).Distinct().ToList();
        return db.Attempts.Where(a => attempts.Contains(a.Id))
            .Include(a => a.Quiz)
            .Include(a => a.Responses.Where(r => slots.Contains(r.Slot)))
            .ToDictionaryAsync(a => a.Id);
    }

    private sealed record Order(Entry Entry)
    {
        public TaskCompletionSource<EntryOutcome> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
