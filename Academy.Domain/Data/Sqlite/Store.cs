using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Academy.Domain.Data;

/// <summary>The store that the academy opens. Nothing outside this folder knows which one it is.</summary>
internal static class Store
{
    /// <summary>The store of an academy that names none: a file of its folder.</summary>
    public static string In(string folder) => $"Data Source={Path.Combine(folder, "academy.db")}";

    extension(DbContextOptionsBuilder db)
    {
        public DbContextOptionsBuilder UseStore(string connectionString) => db
            // A list goes as one parameter: ten thousand of them take seconds to name.
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas());
    }

    extension(ModelConfigurationBuilder conventions)
    {
        /// <summary>The store neither compares nor orders DateTimeOffset; whole UTC ticks it does.</summary>
        public void KeepInstants() => conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    extension(DatabaseFacade database)
    {
        /// <summary>Begins a transaction that only reads, and that nobody who writes waits for.</summary>
        public DbTransaction BeginReading() => ((SqliteConnection)database.GetDbConnection()).BeginTransaction(deferred: true);
    }
}
