using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Data;

/// <summary>The store that the academy opens. Nothing outside this folder knows which one it is.</summary>
internal static class Store
{
    /// <summary>The store of an academy that names none: a file of its folder.</summary>
    public static string In(string folder) => $"Data Source={Path.Combine(folder, "academy.db")}";

    /// <summary>The files that it lies in, those that are there only while it is open among them.</summary>
    public static IReadOnlyList<string> FilesOf(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        return [file, $"{file}-wal", $"{file}-shm"];
    }

    public static bool IsConnectionString(string given)
    {
        try
        {
            return new SqliteConnectionStringBuilder(given).DataSource.Length > 0;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            return false;
        }
    }

    extension(DbContextOptionsBuilder db)
    {
        public DbContextOptionsBuilder UseStore(string connectionString) => db
            // A list goes as one parameter: ten thousand of them take seconds to name.
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            // Whoever asks is told by the exception, and knows whether that is worth a line in the log.
            .ConfigureWarnings(warnings => warnings.Log(
                (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                (CoreEventId.QueryIterationFailed, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug),
                (RelationalEventId.ConnectionError, LogLevel.Debug)))
            .AddInterceptors(new SqlitePragmas(), new WriterPatience());
    }

    extension(ModelConfigurationBuilder conventions)
    {
        /// <summary>The store neither compares nor orders DateTimeOffset; whole UTC ticks it does.</summary>
        public void KeepInstants() => conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    extension(DatabaseFacade database)
    {
        /// <summary>
        /// Brings the tables up to date where that is pending (comparing the whole model takes long). To be called by one process at
        /// a time: the row by which EF keeps others out outlives whoever is killed, so what is left of it is removed.
        /// </summary>
        public async Task MigrateAloneAsync(CancellationToken ct)
        {
            await database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; DROP TABLE IF EXISTS __EFMigrationsLock;", ct);
            if ((await database.GetPendingMigrationsAsync(ct)).Any()) await database.MigrateAsync(ct);
        }

        /// <summary>Writes a page of the store: a number that the store keeps for whoever wants one, and nobody does.</summary>
        public Task TouchAsync(CancellationToken ct) => database.ExecuteSqlRawAsync("PRAGMA user_version=1", ct);

        /// <summary>Begins a transaction that only reads, and that nobody who writes waits for.</summary>
        public DbTransaction BeginReading() => ((SqliteConnection)database.GetDbConnection()).BeginTransaction(deferred: true);
    }
}
