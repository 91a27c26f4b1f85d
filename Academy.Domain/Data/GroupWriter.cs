using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Academy.Domain.Data;

/// <summary>
/// Writes what many send at the same time. One writer serves all pages and commits whatever has come in since its last commit as one
/// act, so that a full hall costs one disk flush at a time. Nobody is answered before the commit has returned.
/// </summary>
/// <typeparam name="TSent">What is sent.</typeparam>
/// <typeparam name="TOutcome">What becomes of it.</typeparam>
public abstract class GroupWriter<TSent, TOutcome>(TimeProvider clock) : BackgroundService
{
    private const int MostPerCommit = 128;

    /// <summary>For how long a failure is held against the store when nothing was written since, and how long a commit may take.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Channel<Order> orders = Channel.CreateBounded<Order>(new BoundedChannelOptions(10_000) { SingleReader = true });

    private readonly Lock pulse = new();

    private long? committingSince;
    private long? failedAt;

    /// <summary>Whether what is sent gets through: the last commit did, or its failure is past, and none goes on for long.</summary>
    public bool IsKeepingUp
    {
        get
        {
            lock (pulse) return !IsWithin(failedAt) && (committingSince is null || IsWithin(committingSince));
        }
    }

    protected TimeProvider Clock => clock;

    /// <summary>Writes it, and returns once what the outcome says about the store is committed.</summary>
    /// <exception cref="ClosingException">No more orders are taken; nothing is written.</exception>
    public virtual async Task<TOutcome> WriteAsync(TSent sent, CancellationToken ct)
    {
        var order = new Order(sent);
        try
        {
            await orders.Writer.WriteAsync(order, ct);
        }
        catch (ChannelClosedException closed)
        {
            throw new ClosingException(closed);
        }

        return await order.Done.Task.WaitAsync(ct);
    }

    /// <summary>Takes no more orders and finishes those it has.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        orders.Writer.TryComplete();
        if (ExecuteTask is { } writing) await writing.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>Writes all of it in one turn; what becomes of each, in the same order.</summary>
    protected abstract Task<IReadOnlyList<TOutcome>> CommitAsync(IReadOnlyList<TSent> sent);

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

    /// <summary>
    /// Should a commit fail, each order is tried by itself: a bad one fails alone. What strikes all alike, as a lock or a
    /// full disk, is told to all at once: trying each would make the last one wait for all the others.
    /// </summary>
    private async Task CarryOutAsync(IReadOnlyList<Order> batch)
    {
        try
        {
            var outcomes = await CommitWatchedAsync(batch);
            foreach (var (order, outcome) in batch.Zip(outcomes)) order.Done.SetResult(outcome);
        }
        catch (Exception e) when (batch.Count > 1 && !e.StrikesAll)
        {
            foreach (var order in batch) await CarryOutAsync([order]);
        }
        catch (Exception e)
        {
            foreach (var order in batch) order.Done.SetException(e);
        }
    }

    private async Task<IReadOnlyList<TOutcome>> CommitWatchedAsync(IReadOnlyList<Order> batch)
    {
        lock (pulse) committingSince = clock.GetTimestamp();
        try
        {
            var outcomes = await CommitAsync([.. batch.Select(order => order.Sent)]);
            Note(failure: null);
            return outcomes;
        }
        catch (Exception e)
        {
            Note(e.StrikesAll ? clock.GetTimestamp() : null);
            throw;
        }
    }

    private void Note(long? failure)
    {
        lock (pulse) (committingSince, failedAt) = (null, failure);
    }

    private bool IsWithin(long? moment) => moment is { } at && clock.GetElapsedTime(at) < Soon;

    private sealed record Order(TSent Sent)
    {
        public TaskCompletionSource<TOutcome> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
