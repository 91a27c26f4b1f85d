using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Questions.Imports;

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
        import.Ignore(i => i.HeadProblems);
        import.Ignore(i => i.IsOpen);
        import.Ignore(i => i.Refusal);
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
