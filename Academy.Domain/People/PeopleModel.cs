using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.People;

internal sealed class EmployeeModel : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> employee)
    {
        employee.ToTable("Employees");
        employee.Property(e => e.Name).HasMaxLength(RollEntry.PersonName.Longest);
        employee.Property(e => e.GivenName).HasMaxLength(RollEntry.PersonName.Longest);
        employee.Property(e => e.PinyinKey).HasMaxLength(RollEntry.PinyinKey.Longest);
        employee.Property(e => e.Employment).HasConversion<string>().HasMaxLength(20);
        employee.Property(e => e.Leave).HasConversion<string>().HasMaxLength(20);
        employee.HasIndex(e => e.PinyinKey);
        employee.HasMany(e => e.Postings).WithOne().HasForeignKey(p => p.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        employee.HasOne(e => e.Branch).WithMany().HasForeignKey(e => e.BranchId).OnDelete(DeleteBehavior.Restrict);
        employee.HasOne(e => e.Position).WithMany().HasForeignKey(e => e.PositionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BranchModel : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> branch)
    {
        branch.ToTable("Branches");
        branch.Ignore(b => b.Label);
        branch.Ignore(b => b.IsTooDeep);
        branch.Property(b => b.Code).HasMaxLength(RollEntry.BranchCode.Longest);
        branch.Property(b => b.Name).HasMaxLength(RollEntry.Title.Longest);
        branch.Property(b => b.EnglishName).HasMaxLength(RollEntry.EnglishTitle.Longest);
        branch.Property(b => b.Kind).HasConversion<string>().HasMaxLength(20);
        branch.Property(b => b.Path).HasMaxLength(Branch.LongestPath);
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
        position.Property(p => p.Slug).HasMaxLength(RollEntry.PositionSlug.Longest);
        position.Property(p => p.Name).HasMaxLength(RollEntry.Title.Longest);
        position.Property(p => p.EnglishName).HasMaxLength(RollEntry.EnglishTitle.Longest);
        position.HasIndex(p => p.Slug).IsUnique();
    }
}

internal sealed class PostingModel : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> posting)
    {
        posting.ToTable("Postings");
        posting.Property(p => p.Employment).HasConversion<string>().HasMaxLength(20);
        posting.Property(p => p.Leave).HasConversion<string>().HasMaxLength(20);
        posting.HasOne<Branch>().WithMany().HasForeignKey(p => p.BranchId).OnDelete(DeleteBehavior.Restrict);
        posting.HasOne<Position>().WithMany().HasForeignKey(p => p.PositionId).OnDelete(DeleteBehavior.Restrict);
        posting.HasIndex(p => new { p.EmployeeId, p.From }).IsUnique();
    }
}
