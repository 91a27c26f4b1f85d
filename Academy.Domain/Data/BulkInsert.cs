using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Academy.Domain.Data;

/// <summary>
/// Adds very many rows of a kind, and what hangs below each, by one prepared command for each table. Nothing is tracked;
/// keys that the store gives are set. For imports of whole banks: keeping track takes a unit of work longer than writing.
/// </summary>
internal sealed class BulkInsert : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly IProperty? givenKey;
    private readonly List<(IProperty Property, DbParameter Parameter)> columns;
    private readonly List<(INavigation Collection, BulkInsert Rows)> below;

    private BulkInsert(AcademyDb db, IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var sql = db.GetService<ISqlGenerationHelper>();
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        givenKey = type.FindPrimaryKey()!.Properties.SingleOrDefault(p => p.ValueGenerated == ValueGenerated.OnAdd);
        columns = [.. type.GetProperties().Where(p => p != givenKey).Select(p => (p, ParameterOf(p)))];
        var names = columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName(table)!));
        var parameters = columns.Select(c => sql.GenerateParameterName(c.Parameter.ParameterName));
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", names)}) "
            + $"VALUES ({string.Join(", ", parameters)})"
            + (givenKey is null ? "" : $" RETURNING {sql.DelimitIdentifier(givenKey.GetColumnName(table)!)}");
        below = [.. type.GetNavigations().Where(n => n.IsCollection).Select(n => (n, new BulkInsert(db, n.TargetEntityType)))];

        DbParameter ParameterOf(IProperty property)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = property.Name;
            command.Parameters.Add(parameter);
            return parameter;
        }
    }

    /// <summary>Writes within the transaction that is on.</summary>
    public static async Task WriteAsync<T>(AcademyDb db, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        await using var insert = new BulkInsert(db, db.Model.FindEntityType(typeof(T))!);
        foreach (var row in rows) await insert.WriteAsync(row, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        foreach (var (_, rows) in below) await rows.DisposeAsync();
    }

    private async Task WriteAsync(object row, CancellationToken ct)
    {
        foreach (var (property, parameter) in columns) parameter.Value = StoredValue(property, row) ?? DBNull.Value;
        var key = await command.ExecuteScalarAsync(ct);
        if (givenKey is not null) givenKey.PropertyInfo!.SetValue(row, key);
        foreach (var (collection, rows) in below)
        {
            foreach (var child in (System.Collections.IEnumerable)collection.GetGetter().GetClrValue(row)!)
            {
                foreach (var (own, above) in collection.ForeignKey.Properties.Zip(collection.ForeignKey.PrincipalKey.Properties))
                    own.PropertyInfo!.SetValue(child, above.GetGetter().GetClrValue(row));
                await rows.WriteAsync(child, ct);
            }
        }
    }

    private static object? StoredValue(IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValue(row) ?? KeyAbove(property, row);
        return value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    /// <summary>The key of what the row hangs on, where only that is set.</summary>
    private static object? KeyAbove(IProperty property, object row) =>
        property.GetContainingForeignKeys().SingleOrDefault() is { DependentToPrincipal: { } navigation } key
        && navigation.GetGetter().GetClrValue(row) is { } above
            ? key.PrincipalKey.Properties.Single().GetGetter().GetClrValue(above)
            : null;
}
