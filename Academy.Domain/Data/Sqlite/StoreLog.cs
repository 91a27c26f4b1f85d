using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Academy.Domain.Data;

/// <summary>
/// The log that commits are written to, and what carries it into the store's file once it is long. The store alone has that done by
/// whoever commits, while they still have the turn; here it is done when the turn is over, and everybody else writes meanwhile.
/// </summary>
internal sealed class StoreLog : IAsyncDisposable
{
    private const int LongInPages = 1000;
    private const int PagesWritten = 9;

    private static readonly ConcurrentDictionary<string, StrongBox<long>> Lengths = new(StringComparer.Ordinal);

    private readonly AcademyDb db;
    private readonly SqliteConnection connection;
    private readonly StrongBox<long> length;

    private StoreLog(AcademyDb db)
    {
        (this.db, connection) = (db, (SqliteConnection)db.Database.GetDbConnection());
        length = Lengths.GetOrAdd(connection.ConnectionString, _ => new StrongBox<long>());
    }

    /// <summary>Keeps the connection open, so that what is written through it is counted.</summary>
    public static async Task<StoreLog> OpenAsync(AcademyDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return new StoreLog(db);
    }

    /// <summary>To be called when something was committed.</summary>
    public void Count()
    {
        _ = raw.sqlite3_db_status(connection.Handle, PagesWritten, out var pages, out _, resetFlg: 1);
        Interlocked.Add(ref length.Value, pages);
    }

    /// <summary>Nobody waits for this: others write while it goes on, and what it cannot carry over yet comes with the next time.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Read(ref length.Value) >= LongInPages && Interlocked.Exchange(ref length.Value, 0) >= LongInPages)
            await CarryOverAsync();
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>A full disk does not undo what is committed: then it is tried again after the next commit.</summary>
    private async Task CarryOverAsync()
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            await command.ExecuteNonQueryAsync();
        }
        catch (SqliteException)
        {
            Interlocked.Add(ref length.Value, LongInPages);
        }
    }
}
