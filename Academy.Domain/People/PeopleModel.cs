using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.People;

internal sealed class EmployeeModel : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> employee)
    {
        employee.ToTable("Employees");
        employee.Property(e => e.Name).HasMaxLength(100);
        employee.Property(e => e.GivenName).HasMaxLength(100);
        employee.Property(e => e.PinyinKey).HasMaxLength(200);
        employee.HasIndex(e => e.PinyinKey);
        employee.HasOne(e => e.Branch).WithMany().HasForeignKey(e => e.BranchId).OnDelete(DeleteBehavior.Restrict);
        employee.HasOne(e => e.Position).WithMany().HasForeignKey(e => e.PositionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BranchModel : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> branch)
    {
        branch.ToTable("Branches");
        branch.Property(b => b.Code).HasMaxLength(20);
        branch.Property(b => b.Name).HasMaxLength(100);
        branch.Property(b => b.EnglishName).HasMaxLength(200);
        branch.Property(b => b.Kind).HasConversion<string>().HasMaxLength(20);
        branch.Property(b => b.Path).HasMaxLength(400);
        branch.HasIndex(b => b.Code).IsUnique();
        branch.HasIndex(b => b.Path);
        branch.HasOne(b => b.Parent).WithMany().HasForeignKey(b => b.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PositionModel : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> position)
    {
        position.ToTable("Positions");
        position.Property(p => p.Slug).HasMaxLength(50);
        position.Property(p => p.Name).HasMaxLength(100);
        position.Property(p => p.EnglishName).HasMaxLength(200);
        position.HasIndex(p => p.Slug).IsUnique();
    }
}
