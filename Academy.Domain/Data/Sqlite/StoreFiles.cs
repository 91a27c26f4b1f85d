using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

public static class StoreFiles
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Whether the files that commits are written to are where the next start looks for them. One that was deleted under the program
        /// takes what is written and is gone with the program.
        /// </summary>
        public bool HasItsFiles => db.Database.GetDbConnection().DataSource is var file && File.Exists(file) && File.Exists($"{file}-wal");
    }
}
