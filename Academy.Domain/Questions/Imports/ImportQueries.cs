using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

public static class ImportQueries
{
    extension(AcademyDb db)
    {
        public DbSet<QuestionImport> QuestionImports => db.Set<QuestionImport>();
        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();
    }
}
