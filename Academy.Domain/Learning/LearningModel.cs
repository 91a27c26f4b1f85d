using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Learning;

internal sealed class CourseModel : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> course)
    {
        course.ToTable("Courses");
        course.Property(c => c.Slug).HasMaxLength(100);
        course.Property(c => c.Title).HasMaxLength(200);
        course.Property(c => c.ShortTitle).HasMaxLength(50);
        course.HasIndex(c => c.Slug).IsUnique();
    }
}

internal sealed class LessonModel : IEntityTypeConfiguration<Lesson>
{
    public void Configure(EntityTypeBuilder<Lesson> lesson)
    {
        lesson.ToTable("Lessons");
        lesson.Property(l => l.Slug).HasMaxLength(100);
        lesson.Property(l => l.Title).HasMaxLength(200);
        lesson.Property(l => l.Document).AsJson();
        lesson.HasOne(l => l.Course).WithMany(c => c.Lessons).HasForeignKey(l => l.CourseId);
        lesson.HasIndex(l => new { l.CourseId, l.Slug }).IsUnique();
    }
}

internal sealed class ClauseModel : IEntityTypeConfiguration<Clause>
{
    public void Configure(EntityTypeBuilder<Clause> clause)
    {
        clause.ToTable("Clauses");
        clause.Property(c => c.Slug).HasMaxLength(100);
        clause.Property(c => c.Title).HasMaxLength(200);
        clause.HasOne(c => c.Lesson).WithMany(l => l.Clauses).HasForeignKey(c => c.LessonId);
        clause.HasIndex(c => new { c.LessonId, c.Slug }).IsUnique();
        clause.HasIndex(c => c.Slug);
    }
}

internal sealed class ProgressModel : IEntityTypeConfiguration<Progress>
{
    public void Configure(EntityTypeBuilder<Progress> progress)
    {
        progress.ToTable("Progress");
        progress.HasOne<Employee>().WithMany().HasForeignKey(p => p.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        progress.HasOne(p => p.Lesson).WithMany().HasForeignKey(p => p.LessonId).OnDelete(DeleteBehavior.Restrict);
        progress.HasIndex(p => new { p.EmployeeId, p.LessonId }).IsUnique();
    }
}
