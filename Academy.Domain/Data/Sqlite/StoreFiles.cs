using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

internal static class StoreFiles
{
    /// <summary>
    /// Stores whose files were gone once. A file that comes back is another one: some connections would write to it, and others still
    /// to the one that is gone.
    /// </summary>
    private static readonly ConcurrentDictionary<string, bool> Gone = new(StringComparer.Ordinal);

    extension(AcademyDb db)
    {
        /// <summary>
        /// To be asked after a commit, while the connection is open: the files that it was written to must be where the next start looks
        /// for them. One that was deleted under the program takes what is written and is gone with the program.
        /// </summary>
        public void DemandItsFiles()
        {
            var (store, file) = (db.Database.GetConnectionString()!, db.Database.GetDbConnection().DataSource);
            if (!Gone.ContainsKey(store) && File.Exists(file) && File.Exists($"{file}-wal")) return;

            Gone.TryAdd(store, true);
            throw StoreFailures.FilesGone();
        }

        /// <summary>A file beside the store, by which processes that share it keep one another out.</summary>
        public string PathOfLock(string name) =>
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(db.Database.GetDbConnection().DataSource))!, $"{name}.lock");
    }
}
