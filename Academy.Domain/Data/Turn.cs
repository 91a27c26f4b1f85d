using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Academy.Domain.Data;

/// <summary>
/// One act in one transaction. Whoever has the turn is the only writer, and whatever the act reads is read within it: nothing
/// that was loaded before is tracked. An act that ends without a commit has changed nothing.
/// </summary>
public sealed class Turn : IAsyncDisposable
{
    private readonly AcademyDb db;
    private readonly IDbContextTransaction transaction;
    private readonly WriterQueue place;
    private readonly StoreLog log;

    private Turn(AcademyDb db, IDbContextTransaction transaction, WriterQueue place, StoreLog log) =>
        (this.db, this.transaction, this.place, this.log) = (db, transaction, place, log);

    internal static async Task<Turn> TakeAsync(AcademyDb db, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("An act that has the turn takes no second one.");

        db.ChangeTracker.Clear();
        var place = await WriterQueue.WaitAsync(db, ct);
        StoreLog? log = null;
        try
        {
            log = await StoreLog.OpenAsync(db, ct);
            return new Turn(db, await db.Database.BeginTransactionAsync(ct), place, log);
        }
        catch
        {
            place.Dispose();
            if (log is not null) await log.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes what the act has changed. When it returns, that is on the disk.</summary>
    /// <exception cref="DbUpdateException">The store refuses it; nothing is written.</exception>
    public async Task CommitAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        place.Dispose();
        log.Count();
        db.DemandItsFiles();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            place.Dispose();
            await log.DisposeAsync();
            db.ChangeTracker.Clear();
        }
    }
}

public static class TurnQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Waits until nobody else writes, and begins an act.</summary>
        public Task<Turn> TakeTurnAsync(CancellationToken ct) => Turn.TakeAsync(db, ct);

        /// <summary>Takes a turn, and writes and commits something that means nothing: fails where every act would.</summary>
        public async Task TryWriteAsync(CancellationToken ct)
        {
            await using var turn = await db.TakeTurnAsync(ct);
            await db.Database.TouchAsync(ct);
            await turn.CommitAsync(ct);
        }

        /// <summary>For what is part of another act and never one by itself.</summary>
        /// <exception cref="InvalidOperationException">Nobody has the turn.</exception>
        internal void DemandTurn()
        {
            if (db.Database.CurrentTransaction is null)
                throw new InvalidOperationException("This is written in the turn of the act that it belongs to.");
        }
    }
}
