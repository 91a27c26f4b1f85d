using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Scheduling;

internal sealed class JobModel : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("Jobs");
        job.HasKey(j => j.Name);
        job.Property(j => j.Name).HasMaxLength(60);
    }
}

internal sealed class RunModel : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> run)
    {
        run.ToTable("JobRuns");
        run.Property(r => r.Job).HasMaxLength(60);
        run.Property(r => r.AskedBy).HasMaxLength(100);
        run.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(20);
        run.Property(r => r.Counts).AsJson();
        run.Property(r => r.Failure).HasMaxLength(Run.LongestFailure);
        run.HasOne<Job>().WithMany().HasForeignKey(r => r.Job).OnDelete(DeleteBehavior.Restrict);
        // The fence: what is due at a moment is begun once in each try.
        run.HasIndex(r => new { r.Job, r.DueAt, r.Try }).IsUnique();
        run.HasIndex(r => new { r.Job, r.EndedAt });
    }
}
