using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions.Practice;

internal sealed class GoalModel : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.ToTable("PracticeGoals");
        goal.HasKey(g => new { g.EmployeeId, g.Discipline });
        goal.Property(g => g.Discipline).HasMaxLength(40);
        goal.HasOne<Employee>().WithMany().HasForeignKey(g => g.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}
