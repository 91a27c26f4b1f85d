using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Academy.Domain.Data;

/// <summary>
/// Waits for its turn to write while another program has locked the store, without holding a thread: the store itself would sleep on
/// the thread that asks, and with a few dozen who wait nobody could even read. Whoever has waited for long is told.
/// </summary>
internal sealed class WriterPatience : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const int Held = 5;
    private const int MostPauses = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        await WaitAsync(connection, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (IsWritingAlone(command, eventData)) await WaitAsync(command.Connection!, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (IsWritingAlone(command, eventData)) await WaitAsync(command.Connection!, cancellationToken);
        return result;
    }

    private static bool IsWritingAlone(DbCommand command, CommandEventData eventData) => command.Transaction is null
        && eventData.CommandSource is CommandSource.SaveChanges or CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete;

    private static async Task WaitAsync(DbConnection connection, CancellationToken ct)
    {
        var store = ((SqliteConnection)connection).Handle;
        for (var pauses = 0; IsHeld(store); pauses++)
        {
            if (pauses == MostPauses) throw StoreFailures.LockedForLong();

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Begins to write and stops at once, without waiting. Any other failure is found by whoever writes.</summary>
    private static bool IsHeld(sqlite3? store)
    {
        _ = raw.sqlite3_busy_timeout(store, 0);
        try
        {
            return raw.sqlite3_exec(store, "BEGIN IMMEDIATE; ROLLBACK") == Held;
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(store, SqlitePragmas.MillisecondsForALock);
        }
    }
}
