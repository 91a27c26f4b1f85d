using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Academy.Tests.Measurements;

/// <summary>Times every transaction that keeps others from writing, from when it began until it was committed.</summary>
internal sealed class TimedTurns : DbTransactionInterceptor
{
    private readonly ConcurrentDictionary<Guid, long> begun = [];

    public ConcurrentBag<TimeSpan> Lengths { get; } = [];

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        begun[eventData.TransactionId] = Stopwatch.GetTimestamp();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (begun.TryRemove(eventData.TransactionId, out var start)) Lengths.Add(Stopwatch.GetElapsedTime(start));
        return Task.CompletedTask;
    }
}
