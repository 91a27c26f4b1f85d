using Academy.Domain.Data;
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
        bank.HasIndex(b => b.Slug).IsUnique();
    }
}

internal sealed class QuestionModel : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("Questions");
        question.Property(q => q.Key).HasMaxLength(100);
        question.Ignore(q => q.Current);
        question.HasOne(q => q.Bank).WithMany(b => b.Questions).HasForeignKey(q => q.BankId).OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => q.Key).IsUnique();
    }
}

internal sealed class QuestionVersionModel : IEntityTypeConfiguration<QuestionVersion>
{
    public void Configure(EntityTypeBuilder<QuestionVersion> version)
    {
        version.ToTable("QuestionVersions");
        version.Property(v => v.Type).HasConversion<string>().HasMaxLength(20);
        version.Property(v => v.Text).AsJson();
        version.HasOne(v => v.Question).WithMany(q => q.Versions).HasForeignKey(v => v.QuestionId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.QuestionId, v.Number }).IsUnique();
    }
}
