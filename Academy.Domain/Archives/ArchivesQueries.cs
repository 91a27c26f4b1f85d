using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

public static class ArchivesQueries
{
    extension(AcademyDb db)
    {
        public DbSet<ArchiveEntry> ArchiveEntries => db.Set<ArchiveEntry>();
        public DbSet<Edition> Editions => db.Set<Edition>();
        public DbSet<EditionCut> EditionCuts => db.Set<EditionCut>();
        public DbSet<EditionHead> EditionHeads => db.Set<EditionHead>();
    }

    extension(IQueryable<ArchiveEntry> entries)
    {
        public IQueryable<ArchiveEntry> Of(long employeeId) => entries.Where(e => e.EmployeeId == employeeId);

        /// <summary>Those that take nothing back and that nothing takes back.</summary>
        public IQueryable<ArchiveEntry> Standing(AcademyDb db)
        {
            var all = db.ArchiveEntries;
            return entries.Where(e => e.ReversesId == null && !all.Any(other => other.ReversesId == e.Id));
        }
    }
}
