using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Questions;

internal sealed class BankModel : IEntityTypeConfiguration<Bank>
{
    public void Configure(EntityTypeBuilder<Bank> bank)
    {
        bank.ToTable("Banks");
        bank.Property(b => b.Slug).HasMaxLength(100);
        bank.Property(b => b.Title).HasMaxLength(200);
        bank.Property(b => b.Description).HasMaxLength(400);
        bank.Property(b => b.Access).HasConversion<string>().HasMaxLength(20).HasDefaultValue(BankAccess.Editable);
        bank.HasOne<Employee>().WithMany().HasForeignKey(b => b.OwnerId).OnDelete(DeleteBehavior.Restrict);
        bank.HasMany(b => b.Categories).WithOne().HasForeignKey(c => c.BankId).OnDelete(DeleteBehavior.Restrict);
        bank.HasMany(b => b.Shares).WithOne().HasForeignKey(s => s.BankId).OnDelete(DeleteBehavior.Cascade);
        bank.HasIndex(b => b.Slug).IsUnique();
    }
}

internal sealed class BankShareModel : IEntityTypeConfiguration<BankShare>
{
    public void Configure(EntityTypeBuilder<BankShare> share)
    {
        share.ToTable("BankShares");
        share.HasKey(s => new { s.BankId, s.EmployeeId });
        share.HasOne<Employee>().WithMany().HasForeignKey(s => s.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CategoryModel : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> category)
    {
        category.ToTable("Categories");
        category.Property(c => c.Title).HasMaxLength(200);
        category.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QuestionModel : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("Questions");
        question.Property(q => q.Key).HasMaxLength(100);
        question.Property(q => q.Name).HasMaxLength(200);
        question.Ignore(q => q.Current);
        question.Ignore(q => q.Latest);
        question.HasOne<Employee>().WithMany().HasForeignKey(q => q.RetiredById).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.Bank).WithMany(b => b.Questions).HasForeignKey(q => q.BankId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.Category).WithMany().HasForeignKey(q => q.CategoryId).OnDelete(DeleteBehavior.Restrict);
        question.HasMany(q => q.Tags).WithOne().HasForeignKey(t => t.QuestionId).OnDelete(DeleteBehavior.Cascade);
        question.HasIndex(q => q.Key).IsUnique();
        question.HasIndex(q => new { q.BankId, q.RetiredAt });
    }
}

internal sealed class QuestionTagModel : IEntityTypeConfiguration<QuestionTag>
{
    public void Configure(EntityTypeBuilder<QuestionTag> tag)
    {
        tag.ToTable("QuestionTags");
        tag.Property(t => t.Tag).HasMaxLength(100);
        tag.HasKey(t => new { t.QuestionId, t.Tag });
        tag.HasIndex(t => t.Tag);
    }
}

internal sealed class QuestionVersionModel : IEntityTypeConfiguration<QuestionVersion>
{
    public void Configure(EntityTypeBuilder<QuestionVersion> version)
    {
        version.ToTable("QuestionVersions");
        version.Property(v => v.Type).HasConversion<string>().HasMaxLength(20);
        version.Property(v => v.State).HasConversion<string>().HasMaxLength(20);
        version.Property(v => v.Text).AsJson();
        version.Property(v => v.Topic).HasMaxLength(200);
        version.Ignore(v => v.IsCurrent);
        version.HasOne(v => v.Question).WithMany(q => q.Versions).HasForeignKey(v => v.QuestionId).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<Employee>().WithMany().HasForeignKey(v => v.AuthorId).OnDelete(DeleteBehavior.Restrict);
        // Without a foreign key, for which SQLite would have to copy the table: imports are never removed.
        version.HasIndex(v => v.ImportId);
        version.HasMany(v => v.Reviews).WithOne().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.QuestionId, v.Number }).IsUnique();
        // Papers are drawn from this alone, without reading a text.
        version.HasIndex(v => new { v.QuestionId, v.Type, v.GradedUnder }).HasFilter("\"State\" = 'Approved' AND \"SupersededAt\" IS NULL");
        // Lists of questions read the latest versions only, and filter them by these without reading their texts.
        version.HasIndex(v => new { v.QuestionId, v.State, v.Type, v.Difficulty, v.IsExplained, v.Topic }).HasFilter("\"IsLatest\"");
        version.HasIndex(v => v.Topic).HasFilter("\"IsLatest\"");
    }
}

internal sealed class ReviewModel : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("Reviews");
        review.Property(r => r.Comment).HasMaxLength(1000);
        review.HasOne<Employee>().WithMany().HasForeignKey(r => r.ReviewerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredFileModel : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("QuestionFiles");
        file.HasKey(f => f.Digest);
        file.Ignore(f => f.Path);
        file.Property(f => f.Digest).HasMaxLength(64);
        file.Property(f => f.Name).HasMaxLength(200);
        file.Property(f => f.MediaType).HasMaxLength(100);
    }
}

internal sealed class QuestionImportModel : IEntityTypeConfiguration<QuestionImport>
{
    public void Configure(EntityTypeBuilder<QuestionImport> import)
    {
        import.ToTable("QuestionImports");
        import.Property(i => i.FileName).HasMaxLength(200);
        import.Property(i => i.Digest).HasMaxLength(64);
        import.Property(i => i.Format).HasConversion<string>().HasMaxLength(20);
        import.Property(i => i.Remarks).AsJson();
        import.Property(i => i.Mappings).AsJson();
        import.Ignore(i => i.Objections);
        import.Ignore(i => i.IsOpen);
        import.HasOne(i => i.Bank).WithMany().HasForeignKey(i => i.BankId).OnDelete(DeleteBehavior.Restrict);
        import.HasOne(i => i.StartedBy).WithMany().HasForeignKey(i => i.StartedById).OnDelete(DeleteBehavior.Restrict);
        import.HasMany(i => i.Rows).WithOne().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportRowModel : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.ToTable("QuestionImportRows");
        row.HasKey(r => new { r.ImportId, r.Position });
        row.Property(r => r.Draft).AsJson();
        row.Property(r => r.Fields).AsJson();
        row.Ignore(r => r.IsSame);
        row.Ignore(r => r.Follows);
        row.Property(r => r.Problem).HasConversion<string>().HasMaxLength(40);
        row.Property(r => r.Detail).HasMaxLength(ImportRow.LongestDetail);
        row.Property(r => r.Column).HasMaxLength(ImportRow.LongestDetail);
        row.Property(r => r.Choice).HasConversion<string>().HasMaxLength(20);
        row.HasIndex(r => new { r.ImportId, r.Choice });
    }
}
