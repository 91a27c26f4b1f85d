using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Assignments;

internal sealed class AssignmentModel : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.ToTable("Assignments");
        assignment.Ignore(a => a.Subject);
        assignment.Property(a => a.SubjectKind).HasConversion<string>().HasMaxLength(20);
        assignment.Property(a => a.Audience).AsJson();
        assignment.Property(a => a.Recurrence).HasConversion<string>().HasMaxLength(20);
        assignment.HasOne<Employee>().WithMany().HasForeignKey(a => a.MadeById).OnDelete(DeleteBehavior.Restrict);
    }
}
