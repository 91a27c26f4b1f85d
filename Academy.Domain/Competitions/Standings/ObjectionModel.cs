using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions.Standings;

internal sealed class ObjectionModel : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.ToTable("Objections");
        objection.Property(o => o.Text).HasMaxLength(Objection.LongestText);
        objection.Property(o => o.Reason).HasMaxLength(Objection.LongestReason);
        objection.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
        objection.Property(o => o.Verdict).HasConversion<string>().HasMaxLength(20);
        objection.Property(o => o.Agreed).AsJson();
        objection.HasOne<Event>().WithMany().HasForeignKey(o => o.EventId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Employee>().WithMany().HasForeignKey(o => o.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<DrillRun>().WithMany().HasForeignKey(o => o.RunId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Contestant>().WithMany().HasForeignKey(o => o.ContestantId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Attempt>().WithMany().HasForeignKey(o => o.PaperId).OnDelete(DeleteBehavior.Restrict);
        objection.HasIndex(o => new { o.EventId, o.EmployeeId, o.State });
    }
}
