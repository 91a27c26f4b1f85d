using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

public static class ImportQueries
{
    extension(AcademyDb db)
    {
        public DbSet<QuestionImport> QuestionImports => db.Set<QuestionImport>();
        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();

        /// <summary>What the trail tells of an act on an import at that moment.</summary>
        public IQueryable<AuditEntry> LinesOf(QuestionImport import, Act act, DateTimeOffset? at)
        {
            var (banks, bankId) = (db.Banks, import.BankId);
            return db.AuditEntries.AsNoTracking().Where(e =>
                e.Subject == BankTrail.Bank && e.Act == act && e.At == at && banks.Any(b => b.Id == bankId && b.Slug == e.SubjectKey));
        }
    }
}
