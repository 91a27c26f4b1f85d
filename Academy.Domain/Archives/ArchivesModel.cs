using Academy.Domain.People;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Archives;

internal sealed class ArchiveEntryModel : IEntityTypeConfiguration<ArchiveEntry>
{
    public void Configure(EntityTypeBuilder<ArchiveEntry> entry)
    {
        entry.ToTable("ArchiveEntries");
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(30);
        entry.Property(e => e.Subject).HasMaxLength(ArchiveEntry.LongestSource);
        entry.Property(e => e.Title).HasMaxLength(ArchiveEntry.LongestTitle);
        entry.Property(e => e.Discipline).HasMaxLength(50);
        entry.Property(e => e.Score).HasConversion<PointsColumn>();
        entry.Property(e => e.MaxScore).HasConversion<PointsColumn>();
        entry.Property(e => e.Detail).HasMaxLength(ArchiveEntry.LongestDetail);
        entry.Property(e => e.Branch).HasMaxLength(ArchiveEntry.LongestName);
        entry.Property(e => e.Position).HasMaxLength(ArchiveEntry.LongestName);
        entry.Property(e => e.Source).HasMaxLength(ArchiveEntry.LongestSource);
        entry.Property(e => e.ByNumber).HasMaxLength(20);
        entry.HasIndex(e => new { e.EmployeeId, e.Number }).IsUnique();
        entry.HasIndex(e => new { e.Source, e.Revision }).IsUnique();
        entry.HasIndex(e => e.ReversesId).IsUnique();
        entry.HasIndex(e => new { e.EmployeeId, e.Day });
        entry.HasIndex(e => new { e.Day, e.EmployeeId });
        entry.HasOne<Employee>().WithMany().HasForeignKey(e => e.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Branch>().WithMany().HasForeignKey(e => e.BranchId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Position>().WithMany().HasForeignKey(e => e.PositionId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<ArchiveEntry>().WithMany().HasForeignKey(e => e.ReversesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HistoryPartModel : IEntityTypeConfiguration<HistoryPart>
{
    public void Configure(EntityTypeBuilder<HistoryPart> part)
    {
        part.ToTable("ArchiveHistoryParts");
        part.HasKey(p => p.Name);
        part.Property(p => p.Name).HasMaxLength(30);
    }
}

internal sealed class EditionModel : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("Editions");
        edition.HasKey(e => new { e.Kind, e.EmployeeId, e.From });
        edition.Ignore(e => e.Period);
        edition.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
        edition.Property(e => e.Previous).HasMaxLength(64);
        edition.Property(e => e.Digest).HasMaxLength(64);
        edition.HasIndex(e => new { e.Kind, e.From });
        edition.HasOne<Employee>().WithMany().HasForeignKey(e => e.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EditionCutModel : IEntityTypeConfiguration<EditionCut>
{
    public void Configure(EntityTypeBuilder<EditionCut> cut)
    {
        cut.ToTable("EditionCuts");
        cut.HasKey(c => c.From);
    }
}

internal sealed class EditionHeadModel : IEntityTypeConfiguration<EditionHead>
{
    public void Configure(EntityTypeBuilder<EditionHead> head)
    {
        head.ToTable("EditionHeads");
        head.HasKey(h => new { h.Kind, h.From });
        head.Ignore(h => h.Period);
        head.Property(h => h.Kind).HasConversion<string>().HasMaxLength(10);
        head.Property(h => h.Previous).HasMaxLength(64);
        head.Property(h => h.Digest).HasMaxLength(64);
    }
}
