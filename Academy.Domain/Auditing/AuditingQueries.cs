using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Auditing;

public static class AuditingQueries
{
    extension(AcademyDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}
