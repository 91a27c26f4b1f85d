using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Academy.Domain.Data;

/// <summary>A column of a staged table, with the parameter that fills it and what is poured into the store out of it.</summary>
internal sealed class StagedColumn
{
    private readonly IEntityType? principal;

    public StagedColumn(IProperty property, IEntityType type, SqliteParameter parameter, bool isOld = false)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Property = property;
        Parameter = parameter;
        IsOld = isOld;
        Target = StagedRows.Quoted(property.GetColumnName(table)!);
        Source = StagedRows.Quoted($"{(isOld ? "was " : "")}{property.GetColumnName(table)}");
        IsGiven = StagedRows.GivenKeyOf(type) == property;
        principal = property.GetContainingForeignKeys()
            .Select(key => key.PrincipalEntityType)
            .FirstOrDefault(type => StagedRows.GivenKeyOf(type) is not null);
    }

    public IProperty Property { get; }
    public SqliteParameter Parameter { get; }

    /// <summary>Whether it holds what the store had, rather than what it is to have.</summary>
    public bool IsOld { get; }

    /// <summary>Whether the store gives the value.</summary>
    public bool IsGiven { get; }

    /// <summary>What it is called in the store.</summary>
    public string Target { get; }

    /// <summary>What it is called while it is staged.</summary>
    public string Source { get; }

    public void Fill(EntityEntry entry, IReadOnlyDictionary<(IEntityType, object), long> keys)
    {
        var property = entry.Property(Property);
        var value = IsOld ? property.OriginalValue : property.CurrentValue;
        if (!IsOld && property.IsTemporary) value = keys[(principal ?? entry.Metadata, value!)];
        else if (value is not null && Property.GetTypeMapping().Converter is { } converter) value = converter.ConvertToProvider(value);
        Parameter.Value = value ?? DBNull.Value;
    }

    /// <summary>The value for the store: a key of something staged is counted on from the last one that the store has.</summary>
    public string Poured(IReadOnlyDictionary<IEntityType, StagedRows> rows, IEntityType type, string staged)
    {
        var column = $"{staged}.{Source}";
        if (IsGiven) return $"{rows[type].Last} - {column}";
        return principal is not null && rows.TryGetValue(principal, out var above)
            ? $"CASE WHEN {column} < 0 THEN {above.Last} - {column} ELSE {column} END"
            : column;
    }
}
