using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Academy.Domain.Data;

/// <summary>
/// Changes that are prepared beside the store, however long that takes, and then written into it within one short turn. Until then
/// they lie in temporary tables of this unit of work's connection: nobody sees them or waits for them, and with the connection they
/// are gone. What is new has a negative key while it is staged; the store gives the true one.
/// </summary>
internal sealed class Staging : IAsyncDisposable
{
    private const int ForeignKeyViolated = 787;

    private readonly AcademyDb db;
    private readonly SqliteConnection connection;
    private readonly Dictionary<IEntityType, StagedRows> rows = [];
    private readonly Dictionary<string, StagedChanges> changes = [];
    private readonly Dictionary<(IEntityType Type, object Temporary), long> keys = [];
    private readonly Dictionary<IEntityType, int> ranks = [];

    private Staging(AcademyDb db) => (this.db, connection) = (db, (SqliteConnection)db.Database.GetDbConnection());

    public static async Task<Staging> BeginAsync(AcademyDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return new Staging(db);
    }

    /// <summary>Takes over what the unit of work would save now, which then tracks nothing any more.</summary>
    public async Task TakeAsync(CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries().ToList();
        if (entries.Exists(entry => entry.State == EntityState.Deleted))
            throw new InvalidOperationException("What is staged adds and changes; it removes nothing.");

        // Of the store's own file nothing is read or written by this transaction: nobody waits for it.
        await using var transaction = connection.BeginTransaction(deferred: true);
        var added = entries.Where(entry => entry.State == EntityState.Added).OrderBy(StagedRows.TurnOf).ToList();
        foreach (var entry in added) RowsOf(entry.Metadata, transaction).Number(entry, keys);
        foreach (var entry in added) await rows[entry.Metadata].AddAsync(entry, keys, transaction, ct);
        foreach (var changed in entries.Where(entry => entry.State == EntityState.Modified))
            await ChangesOf(changed, transaction).AddAsync(changed, keys, transaction, ct);
        await transaction.CommitAsync(ct);
        foreach (var entry in added) StagedRows.GiveKey(entry, keys);
        db.ChangeTracker.Clear();
        keys.Clear();
    }

    /// <summary>
    /// Writes everything within the turn that is on. False when the store is no longer as it was when this was prepared: a value
    /// that is to be changed is another by now, a key is taken, or what a row stands on is gone. The turn is lost then.
    /// </summary>
    public async Task<bool> PourAsync(CancellationToken ct)
    {
        db.DemandTurn();
        try
        {
            foreach (var staged in rows.Values) await staged.ReserveAsync(ct);
            foreach (var staged in rows.Values.OrderBy(staged => RankOf(staged.Type))) await staged.PourAsync(rows, ct);
            foreach (var staged in changes.Values)
                if (!await staged.PourAsync(rows, ct)) return false;
            return true;
        }
        catch (SqliteException failure) when (failure.IsDuplicateKey || failure.SqliteExtendedErrorCode == ForeignKeyViolated)
        {
            return false;
        }
    }

    /// <summary>The key that something staged has in the store, once it is poured.</summary>
    public long TrueKeyOf<T>(long staged) => rows[db.Model.FindEntityType(typeof(T))!].Last - staged;

    public async ValueTask DisposeAsync()
    {
        foreach (var staged in rows.Values) await staged.DisposeAsync();
        foreach (var staged in changes.Values) await staged.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Rows of a type come after those of the types that they refer to.</summary>
    private int RankOf(IEntityType type)
    {
        if (ranks.TryGetValue(type, out var known)) return known;

        ranks[type] = 0;
        return ranks[type] = 1 + type.GetForeignKeys().Select(key => RankOf(key.PrincipalEntityType)).DefaultIfEmpty().Max();
    }

    private StagedRows RowsOf(IEntityType type, SqliteTransaction transaction)
    {
        if (!rows.TryGetValue(type, out var staged)) rows[type] = staged = new StagedRows(type, connection, transaction);
        return staged;
    }

    private StagedChanges ChangesOf(EntityEntry entry, SqliteTransaction transaction)
    {
        var changed = entry.Properties.Where(property => property.IsModified).Select(property => property.Metadata).ToList();
        var kind = $"{entry.Metadata.Name} {string.Join(' ', changed.Select(property => property.Name))}";
        if (!changes.TryGetValue(kind, out var staged))
            changes[kind] = staged = new StagedChanges(entry.Metadata, changed, changes.Count, connection, transaction);
        return staged;
    }
}
