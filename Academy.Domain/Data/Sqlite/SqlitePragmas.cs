using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Academy.Domain.Data;

/// <summary>
/// Makes every opened SQLite connection durable and strict. Pragmas leak through the connection pool,
/// so all of them are set on every open. FULL means that a commit has reached the disk when it returns. What is temporary stays in
/// memory, so that what is staged there is poured into the store without reading a file. The log is carried into the store's file
/// between the turns (<see cref="StoreLog"/>), and within a commit only when that has long not been done. A lock is waited for on the
/// thread that asks: only so long that whoever just commits gets through (<see cref="WriterPatience"/> waits for the others).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>How long the store waits for a lock; after that the driver no longer asks again, either.</summary>
    public const int MillisecondsForALock = 2000;

    private static readonly string Pragmas =
        $"PRAGMA foreign_keys=ON; PRAGMA busy_timeout={MillisecondsForALock}; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000; "
        + "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection)
    {
        ((SqliteConnection)connection).DefaultTimeout = MillisecondsForALock / 1000;
        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
    }
}
