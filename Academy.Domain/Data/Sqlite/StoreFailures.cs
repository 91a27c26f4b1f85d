using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

public static class StoreFailures
{
    private const int UniqueViolated = 2067;
    private const int PrimaryKeyViolated = 1555;

    extension(DbUpdateException failure)
    {
        /// <summary>Whether a row with the same key is there already: somebody else was faster. A full disk or a lock is not that.</summary>
        public bool IsDuplicate => failure.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolated or PrimaryKeyViolated };
    }
}
