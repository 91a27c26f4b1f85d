using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

public static class StoreFailures
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Failing = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooLarge = 18;
    private const int ConstraintViolated = 19;
    private const int TypesDiffer = 20;
    private const int OutOfRange = 25;
    private const int NoDatabase = 26;
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

        /// <summary>Why the store can do nothing for anybody now; null for any other failure, a faulty command among them.</summary>
        public StoreTrouble? StoreTrouble => StoreFailureOf(failure)?.SqliteErrorCode switch
        {
            Busy or Locked => Data.StoreTrouble.Locked,
            Full => Data.StoreTrouble.Full,
            ReadOnly => Data.StoreTrouble.ReadOnly,
            Corrupt or NoDatabase => Data.StoreTrouble.Damaged,
            CannotOpen or Failing => Data.StoreTrouble.Gone,
            _ => HasNoRoom(failure) ? Data.StoreTrouble.Full : null,
        };
    }

    internal static SqliteException LockedForLong() => new("Another program has held the store for long.", Busy);

    internal static SqliteException FilesGone() => new("The store's files were deleted under the program.", CannotOpen);

    /// <summary>No space and no quota left, of Linux and of Windows, for files that lie beside the store.</summary>
    private static bool HasNoRoom(Exception failure) =>
        failure is IOException { HResult: 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) };

    private static SqliteException? StoreFailureOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException found) return found;
        }

        return null;
    }
}
