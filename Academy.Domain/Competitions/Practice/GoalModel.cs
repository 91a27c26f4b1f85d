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

internal sealed class HandCountModel : IEntityTypeConfiguration<HandCount>
{
    public void Configure(EntityTypeBuilder<HandCount> count)
    {
        count.ToTable("HandCounts");
        count.Property(c => c.Discipline).HasMaxLength(40);
        count.HasOne<Employee>().WithMany().HasForeignKey(c => c.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        count.HasIndex(c => new { c.EmployeeId, c.Run }).IsUnique();
        count.HasIndex(c => new { c.EmployeeId, c.Discipline, c.CountedAt });
    }
}
