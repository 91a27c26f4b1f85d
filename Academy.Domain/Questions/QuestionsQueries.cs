using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions;

public static class QuestionsQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Bank> Banks => db.Set<Bank>();
        public DbSet<Question> Questions => db.Set<Question>();
        public DbSet<QuestionVersion> QuestionVersions => db.Set<QuestionVersion>();
        public DbSet<Category> Categories => db.Set<Category>();
        public DbSet<QuestionImport> QuestionImports => db.Set<QuestionImport>();
        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();
        public DbSet<StoredFile> QuestionFiles => db.Set<StoredFile>();
    }

    extension(IQueryable<QuestionVersion> versions)
    {
        /// <summary>The versions that papers are drawn from: the last approved ones of questions in use.</summary>
        public IQueryable<QuestionVersion> InForce() =>
            versions.Where(v => v.State == VersionState.Approved && v.SupersededAt == null && v.Question.RetiredAt == null);
    }
}
