using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

public static class StoreFailures
{
    private const int TooLarge = 18;
    private const int ConstraintViolated = 19;
    private const int TypesDiffer = 20;
    private const int OutOfRange = 25;
    private const int UniqueViolated = 2067;
    private const int PrimaryKeyViolated = 1555;

    extension(DbUpdateException failure)
    {
        /// <summary>
        /// Whether a row with the same key is there already: somebody else was faster. A full disk or a lock is not that.
        /// </summary>
        public bool IsDuplicate => failure.InnerException is SqliteException { IsDuplicateKey: true };
    }

    extension(SqliteException failure)
    {
        internal bool IsDuplicateKey => failure.SqliteExtendedErrorCode is UniqueViolated or PrimaryKeyViolated;
    }

    extension(Exception failure)
    {
        /// <summary>
        /// Whether the store itself fails, as by a lock or a full disk: whatever is written next fails alike. A row that it
        /// refuses is not that.
        /// </summary>
        public bool StrikesAll =>
            StoreFailureOf(failure) is { SqliteErrorCode: not (TooLarge or ConstraintViolated or TypesDiffer or OutOfRange) };
    }

    private static SqliteException? StoreFailureOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException found) return found;
        }

        return null;
    }
}
