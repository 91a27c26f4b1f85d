using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Questions.Versions;

internal sealed class QuestionModel : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("Questions");
        question.Property(q => q.Key).HasMaxLength(100);
        question.Property(q => q.Name).HasMaxLength(Author.LongestName);
        question.Ignore(q => q.Current);
        question.Ignore(q => q.Latest);
        question.HasOne<Employee>().WithMany().HasForeignKey(q => q.RetiredById).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.Bank).WithMany().HasForeignKey(q => q.BankId).OnDelete(DeleteBehavior.Restrict);
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
        tag.Property(t => t.Tag).HasMaxLength(QuestionTag.Longest);
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
