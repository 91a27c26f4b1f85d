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

    /// <summary>For how long a failure is held against the store when nobody has answered since, and how long a commit may take.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Channel<Order> orders = Channel.CreateBounded<Order>(new BoundedChannelOptions(10_000) { SingleReader = true });

    private readonly Lock pulse = new();

    private long? committingSince;
    private long? failedAt;

    /// <summary>Whether answers get through: the last commit did, or its failure is past, and none goes on for long.</summary>
    public bool IsKeepingUp
    {
        get
        {
            lock (pulse) return !IsWithin(failedAt) && (committingSince is null || IsWithin(committingSince));
        }
    }

    /// <summary>Writes an answer, and returns once what it says about the store is committed.</summary>
    /// <exception cref="ClosingException">No more orders are taken; nothing is written.</exception>
    public virtual async Task<AnswerOutcome> WriteAsync(SentAnswer sent, CancellationToken ct)
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

    private async Task<List<AnswerOutcome>> CommitWatchedAsync(IReadOnlyList<Order> batch)
    {
        lock (pulse) committingSince = clock.GetTimestamp();
        try
        {
            var outcomes = await CommitAsync(batch);
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

    private async Task<List<AnswerOutcome>> CommitAsync(IReadOnlyList<Order> batch)
    {
        await using var db = await store.CreateDbContextAsync();
        await using var turn = await db.TakeTurnAsync(CancellationToken.None);
        var attempts = await LoadAsync(db, batch);
        var now = clock.GetUtcNow();
        var outcomes = batch.Select(order => attempts[order.Sent.AttemptId].Take(order.Sent, now)).ToList();
        await turn.CommitAsync(CancellationToken.None);
        return outcomes;
    }

    private static Task<Dictionary<long, Attempt>> LoadAsync(AcademyDb db, IReadOnlyList<Order> batch)
    {
        var attempts = batch.Select(order => order.Sent.AttemptId).Distinct().ToList();
        var slots = batch.Select(order => order.Sent.Slot).Distinct().ToList();
        return db.Attempts.Where(a => attempts.Contains(a.Id))
            .WithResponsesIn(slots)
            .ToDictionaryAsync(a => a.Id);
    }

    private sealed record Order(SentAnswer Sent)
    {
        public TaskCompletionSource<AnswerOutcome> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
