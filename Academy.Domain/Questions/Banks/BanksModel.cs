using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Questions.Banks;

internal sealed class BankModel : IEntityTypeConfiguration<Bank>
{
    public void Configure(EntityTypeBuilder<Bank> bank)
    {
        bank.ToTable("Banks");
        bank.Property(b => b.Slug).HasMaxLength(100);
        bank.Property(b => b.Title).HasMaxLength(BankTerms.LongestTitle);
        bank.Property(b => b.Description).HasMaxLength(BankTerms.LongestDescription);
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
        category.Property(c => c.Title).HasMaxLength(CategoryTerms.LongestTitle);
        category.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
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
