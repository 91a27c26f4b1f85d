using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.People.Rosters;

internal sealed class RosterRunModel : IEntityTypeConfiguration<RosterRun>
{
    public void Configure(EntityTypeBuilder<RosterRun> run)
    {
        run.ToTable("RosterRuns");
        run.Property(r => r.FileName).HasMaxLength(200);
        run.Property(r => r.Digest).HasMaxLength(64);
        run.HasOne(r => r.UploadedBy).WithMany().HasForeignKey(r => r.UploadedById).OnDelete(DeleteBehavior.Restrict);
        run.HasOne<Employee>().WithMany().HasForeignKey(r => r.AppliedById).OnDelete(DeleteBehavior.Restrict);
        run.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RosterStepModel : IEntityTypeConfiguration<RosterStep>
{
    public void Configure(EntityTypeBuilder<RosterStep> step)
    {
        step.ToTable("RosterSteps");
        step.Property(s => s.Sheet).HasMaxLength(100);
        step.Property(s => s.Action).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Key).HasMaxLength(50);
        step.Property(s => s.Name).HasMaxLength(100);
        step.Property(s => s.Detail).HasMaxLength(1000);
    }
}

public static class RosterQueries
{
    extension(AcademyDb db)
    {
        public DbSet<RosterRun> RosterRuns => db.Set<RosterRun>();

        /// <summary>The lines that tell how units, positions and people were changed.</summary>
        public IQueryable<AuditEntry> RollLines()
        {
            Act[] acts = [.. PeopleTrail.ChangesOfPerson.Acts, .. PeopleTrail.ChangesOfBranch.Acts, .. PeopleTrail.ChangesOfPosition.Acts];
            return db.AuditEntries.AsNoTracking().Where(e => acts.Contains(e.Act));
        }
    }
}
