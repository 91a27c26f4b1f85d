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

        /// <summary>What the trail tells of an act on an import at that moment. The import comes with its bank.</summary>
        public IQueryable<AuditEntry> LinesOf(QuestionImport import, Act act, DateTimeOffset? at)
        {
            var bank = import.Bank.Slug;
            return db.AuditEntries.AsNoTracking()
                .Where(e => e.Subject == BankTrail.Bank && e.SubjectKey == bank && e.Act == act && e.At == at);
        }
    }
}
