using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

/// <summary>Several reads that see the store at one and the same moment, without keeping anybody from writing.</summary>
public sealed class Snapshot : IAsyncDisposable
{
    private readonly AcademyDb db;
    private readonly DbTransaction transaction;

    private Snapshot(AcademyDb db, DbTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    public static async Task<Snapshot> OfAsync(AcademyDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var transaction = db.Database.BeginReading();
        await db.Database.UseTransactionAsync(transaction, ct);
        return new Snapshot(db, transaction);
    }

    /// <summary>The number of the state that duties and the roll are in, at this moment.</summary>
    public Task<long> RevisionAsync(CancellationToken ct) => db.RollRevisionAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}

public static class RevisionQueries
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// A number that every change of what duties follow from moves: people, postings, branches, positions,
        /// assignments, courses, quizzes.
        /// </summary>
        public Task<long> RollRevisionAsync(CancellationToken ct) =>
            db.Database.SqlQueryRaw<long>("SELECT Number AS Value FROM Revisions").SingleAsync(ct);

        /// <summary>
        /// A number that every change of what papers are drawn from moves: versions with their states, where questions lie, tags.
        /// </summary>
        public Task<long> QuestionRevisionAsync(CancellationToken ct) =>
            db.Database.SqlQueryRaw<long>("SELECT Questions AS Value FROM Revisions").SingleAsync(ct);
    }
}
