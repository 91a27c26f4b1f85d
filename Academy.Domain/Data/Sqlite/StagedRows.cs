using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Academy.Domain.Data;

/// <summary>New rows of one table, staged.</summary>
internal sealed class StagedRows : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly List<StagedColumn> columns;
    private readonly string table;
    private readonly string staged;
    private long count;

    public StagedRows(IEntityType type, SqliteConnection connection, SqliteTransaction transaction)
    {
        (Type, this.connection) = (type, connection);
        (table, staged) = (Quoted(type.GetTableName()!), Quoted($"New {type.GetTableName()}"));
        insert = connection.CreateCommand();
        columns = [.. type.GetProperties().Select((property, at) => new StagedColumn(property, type, ParameterOf(insert, at)))];
        Create(connection, transaction, staged, columns);
        insert.CommandText = InsertInto(staged, columns);
    }

    public IEntityType Type { get; }

    /// <summary>The last key that the store has given, once some are reserved.</summary>
    public long Last { get; private set; }

    /// <summary>The key that the store gives to rows of the type, where it gives one.</summary>
    public static IProperty? GivenKeyOf(IEntityType type) =>
        type.FindPrimaryKey()!.Properties.SingleOrDefault(property =>
            property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long));

    /// <summary>Rows of one type keep the order in which they were added.</summary>
    public static long TurnOf(EntityEntry entry) =>
        GivenKeyOf(entry.Metadata) is { } key && entry.Property(key) is { IsTemporary: true, CurrentValue: long turn } ? turn : 0;

    /// <summary>Lets a staged object know its negative key.</summary>
    public static void GiveKey(EntityEntry entry, IReadOnlyDictionary<(IEntityType, object), long> keys)
    {
        if (GivenKeyOf(entry.Metadata) is { } key && keys.TryGetValue((entry.Metadata, entry.Property(key).CurrentValue!), out var given))
            key.PropertyInfo!.SetValue(entry.Entity, given);
    }

    /// <summary>Gives a new row its negative key, where the store gives one.</summary>
    public void Number(EntityEntry entry, Dictionary<(IEntityType, object), long> keys)
    {
        if (GivenKeyOf(Type) is { } key) keys[(Type, entry.Property(key).CurrentValue!)] = -++count;
    }

    public async Task AddAsync(
        EntityEntry entry, IReadOnlyDictionary<(IEntityType, object), long> keys, SqliteTransaction transaction, CancellationToken ct)
    {
        foreach (var column in columns) column.Fill(entry, keys);
        insert.Transaction = transaction;
        await insert.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Learns which keys the store gives next.</summary>
    public async Task ReserveAsync(CancellationToken ct)
    {
        if (GivenKeyOf(Type) is null) return;

        await using var command = connection.CreateCommand();
        var key = columns.Single(column => column.IsGiven).Target;
        command.CommandText =
            $"""
            SELECT MAX(COALESCE((SELECT MAX({key}) FROM main.{table}), 0),
              COALESCE((SELECT seq FROM main.sqlite_sequence WHERE name = $table), 0))
            """;
        command.Parameters.AddWithValue("$table", Type.GetTableName());
        Last = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    public async Task PourAsync(IReadOnlyDictionary<IEntityType, StagedRows> rows, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            INSERT INTO main.{table} ({string.Join(", ", columns.Select(column => column.Target))})
            SELECT {string.Join(", ", columns.Select(column => column.Poured(rows, Type, "s")))} FROM temp.{staged} s ORDER BY s.rowid
            """;
        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        Drop(connection, staged);
    }

    public static string Quoted(string name) => $"\"{name}\"";

    internal static SqliteParameter ParameterOf(SqliteCommand command, int at) =>
        command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{at}") });

    internal static void Create(
        SqliteConnection connection, SqliteTransaction transaction, string staged, IEnumerable<StagedColumn> columns)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"CREATE TEMP TABLE {staged} ({string.Join(", ", columns.Select(column => column.Source))})";
        command.ExecuteNonQuery();
    }

    internal static string InsertInto(string staged, IReadOnlyCollection<StagedColumn> columns) =>
        $"INSERT INTO temp.{staged} VALUES ({string.Join(", ", columns.Select(column => column.Parameter.ParameterName))})";

    internal static void Drop(SqliteConnection connection, string staged)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP TABLE IF EXISTS temp.{staged}";
        command.ExecuteNonQuery();
    }
}
