using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions.Drills;

internal sealed class DrillRunModel : IEntityTypeConfiguration<DrillRun>
{
    public void Configure(EntityTypeBuilder<DrillRun> run)
    {
        run.ToTable("DrillRuns");
        run.Property(r => r.Discipline).HasMaxLength(40);
        run.Property(r => r.Terms).AsJson();
        run.Property(r => r.Doubts).AsJson();
        run.Property(r => r.Rhythm).HasMaxLength(64);
        run.HasOne<Employee>().WithMany().HasForeignKey(r => r.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        run.HasOne<Employee>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.Restrict);
        run.HasOne<Branch>().WithMany().HasForeignKey(r => r.BranchId).OnDelete(DeleteBehavior.Restrict);
        run.HasIndex(r => new { r.EmployeeId, r.Discipline, r.EndedAt });
        run.HasIndex(r => new { r.EventId, r.Counts, r.EmployeeId, r.BranchId, r.Score, r.Wrong, r.EndedAt });
        run.Property(r => r.Verdict).HasConversion<string>().HasMaxLength(20);
        run.HasIndex(r => new { r.Discipline, r.EmployeeId, r.Counts, r.Score });
        run.HasIndex(r => r.Rhythm);
        run.HasIndex(r => r.AwaitsVerdict);
    }
}

internal sealed class DrillBatchModel : IEntityTypeConfiguration<DrillBatch>
{
    public void Configure(EntityTypeBuilder<DrillBatch> batch)
    {
        batch.ToTable("DrillBatches");
        batch.HasKey(b => new { b.RunId, b.Number });
        batch.HasOne<DrillRun>().WithMany().HasForeignKey(b => b.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
