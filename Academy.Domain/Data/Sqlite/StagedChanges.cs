using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Academy.Domain.Data;

/// <summary>Changes of the same columns in rows of one table, staged with what stood there before.</summary>
internal sealed class StagedChanges : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly IEntityType type;
    private readonly List<StagedColumn> keys;
    private readonly List<StagedColumn> values;
    private readonly List<StagedColumn> before;
    private readonly string staged;
    private int count;

    public StagedChanges(
        IEntityType type, IReadOnlyList<IProperty> changed, int number, SqliteConnection connection, SqliteTransaction transaction)
    {
        (this.type, this.connection) = (type, connection);
        staged = StagedRows.Quoted($"Changed {type.GetTableName()} {number}");
        insert = connection.CreateCommand();
        keys = [.. type.FindPrimaryKey()!.Properties.Select(property => ColumnOf(property, isOld: false))];
        values = [.. changed.Select(property => ColumnOf(property, isOld: false))];
        before = [.. changed.Select(property => ColumnOf(property, isOld: true))];
        StagedRows.Create(connection, transaction, staged, Columns);
        insert.CommandText = StagedRows.InsertInto(staged, [.. Columns]);

        StagedColumn ColumnOf(IProperty property, bool isOld) =>
            new(property, type, StagedRows.ParameterOf(insert, insert.Parameters.Count), isOld);
    }

    private IEnumerable<StagedColumn> Columns => [.. keys, .. values, .. before];

    public async Task AddAsync(
        EntityEntry entry, IReadOnlyDictionary<(IEntityType, object), long> given, SqliteTransaction transaction, CancellationToken ct)
    {
        foreach (var column in Columns) column.Fill(entry, given);
        insert.Transaction = transaction;
        await insert.ExecuteNonQueryAsync(ct);
        count++;
    }

    /// <summary>Whether all rows still were as they were found.</summary>
    public async Task<bool> PourAsync(IReadOnlyDictionary<IEntityType, StagedRows> rows, CancellationToken ct)
    {
        var (table, sets) = (StagedRows.Quoted(type.GetTableName()!), values.Select(value => $"{value.Target} = {Poured(value)}"));
        var sameRow = keys.Select(key => $"main.{table}.{key.Target} = s.{key.Source}");
        var unchanged = before.Select(value => $"main.{table}.{value.Target} IS s.{value.Source}");
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            UPDATE main.{table} SET {string.Join(", ", sets)} FROM temp.{staged} s
            WHERE {string.Join(" AND ", sameRow.Concat(unchanged))}
            """;
        return await command.ExecuteNonQueryAsync(ct) == count;

        string Poured(StagedColumn value) => value.Poured(rows, type, "s");
    }

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        StagedRows.Drop(connection, staged);
    }
}
