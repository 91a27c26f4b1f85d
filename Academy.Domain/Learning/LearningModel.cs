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
        course.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        course.Property(c => c.Attestation).HasConversion<string>().HasMaxLength(20);
        course.Ignore(c => c.HasNews);
        course.HasIndex(c => c.Slug).IsUnique();
        course.HasMany(c => c.Editions).WithOne().HasForeignKey(e => e.CourseId).OnDelete(DeleteBehavior.Restrict);
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
        lesson.Ignore(l => l.IsTaught);
        lesson.HasMany(l => l.Editions).WithOne().HasForeignKey(e => e.LessonId).OnDelete(DeleteBehavior.Restrict);
        lesson.HasMany(l => l.Attachments).WithOne(a => a.Lesson).HasForeignKey(a => a.LessonId).OnDelete(DeleteBehavior.Restrict);
        lesson.HasOne(l => l.Manuscript).WithOne().HasForeignKey<Manuscript>(m => m.LessonId);
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

internal sealed class CourseEditionModel : IEntityTypeConfiguration<CourseEdition>
{
    public void Configure(EntityTypeBuilder<CourseEdition> edition)
    {
        edition.ToTable("CourseEditions");
        edition.Property(e => e.Lessons).AsJson();
        edition.Property(e => e.Note).HasMaxLength(400);
        edition.HasOne<Employee>().WithMany().HasForeignKey(e => e.PublishedById).OnDelete(DeleteBehavior.Restrict);
        edition.HasIndex(e => new { e.CourseId, e.Number }).IsUnique();
    }
}

internal sealed class LessonEditionModel : IEntityTypeConfiguration<LessonEdition>
{
    public void Configure(EntityTypeBuilder<LessonEdition> edition)
    {
        edition.ToTable("LessonEditions");
        edition.Property(e => e.Title).HasMaxLength(200);
        edition.Property(e => e.Document).AsJson();
        edition.HasOne<Employee>().WithMany().HasForeignKey(e => e.AuthorId).OnDelete(DeleteBehavior.Restrict);
        edition.HasIndex(e => new { e.LessonId, e.Number }).IsUnique();
    }
}

internal sealed class ManuscriptModel : IEntityTypeConfiguration<Manuscript>
{
    public void Configure(EntityTypeBuilder<Manuscript> manuscript)
    {
        manuscript.ToTable("Manuscripts");
        manuscript.Property(m => m.Title).HasMaxLength(200);
        manuscript.Property(m => m.Format).HasConversion<string>().HasMaxLength(20);
        manuscript.HasOne<Employee>().WithMany().HasForeignKey(m => m.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttachmentModel : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.Property(a => a.Name).HasMaxLength(200);
        attachment.Property(a => a.MediaType).HasMaxLength(100);
        attachment.Property(a => a.Digest).HasMaxLength(64);
        attachment.HasOne<Employee>().WithMany().HasForeignKey(a => a.AddedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttestationModel : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> attestation)
    {
        attestation.ToTable("Attestations");
        attestation.HasOne<Employee>().WithMany().HasForeignKey(a => a.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        attestation.HasOne(a => a.Course).WithMany().HasForeignKey(a => a.CourseId).OnDelete(DeleteBehavior.Restrict);
        attestation.HasOne<Branch>().WithMany().HasForeignKey(a => a.BranchId).OnDelete(DeleteBehavior.Restrict);
        attestation.HasOne<Position>().WithMany().HasForeignKey(a => a.PositionId).OnDelete(DeleteBehavior.Restrict);
        attestation.HasIndex(a => new { a.CourseId, a.Edition, a.EmployeeId }).IsUnique();
    }
}

internal sealed class CompletionModel : IEntityTypeConfiguration<Completion>
{
    public void Configure(EntityTypeBuilder<Completion> completion)
    {
        completion.ToTable("Completions");
        completion.Property(c => c.SubjectKind).HasConversion<string>().HasMaxLength(20);
        completion.HasOne<Employee>().WithMany().HasForeignKey(c => c.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        completion.HasOne<Branch>().WithMany().HasForeignKey(c => c.BranchId).OnDelete(DeleteBehavior.Restrict);
        completion.HasIndex(c => new { c.EmployeeId, c.SubjectKind, c.SubjectId, c.Number }).IsUnique();
    }
}
