using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Quizzes;

internal sealed class QuizModel : IEntityTypeConfiguration<Quiz>
{
    public void Configure(EntityTypeBuilder<Quiz> quiz)
    {
        quiz.ToTable("Quizzes");
        quiz.Property(q => q.Slug).HasMaxLength(100);
        quiz.ComplexProperty(q => q.Terms, terms =>
        {
            terms.Property(t => t.Title).HasMaxLength(200);
            terms.Property(t => t.Description).HasMaxLength(400);
            terms.Property(t => t.Course).HasMaxLength(100);
            terms.Property(t => t.PassPoints).HasConversion<PointsColumn>();
            terms.Property(t => t.MarkingScheme).HasConversion<string>().HasMaxLength(30);
            terms.Property(t => t.ScoreRelease).HasConversion<string>().HasMaxLength(20);
            terms.Property(t => t.AnswerRelease).HasConversion<string>().HasMaxLength(20);
            foreach (var term in terms.Metadata.ComplexType.GetProperties()) term.SetColumnName(term.Name);
        });
        quiz.Ignore(q => q.Draft);
        quiz.Property(q => q.Blueprint).AsJson();
        quiz.Property(q => q.Worth).HasConversion<PointsColumn>();
        quiz.HasMany(q => q.Markers).WithOne().HasForeignKey(m => m.QuizId).OnDelete(DeleteBehavior.Cascade);
        quiz.HasIndex(q => q.Slug).IsUnique();
    }
}

internal sealed class QuizMarkerModel : IEntityTypeConfiguration<QuizMarker>
{
    public void Configure(EntityTypeBuilder<QuizMarker> marker)
    {
        marker.ToTable("QuizMarkers");
        marker.HasKey(m => new { m.QuizId, m.EmployeeId });
        marker.HasOne<Employee>().WithMany().HasForeignKey(m => m.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttemptModel : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("Attempts");
        attempt.Property(a => a.Receipt).HasMaxLength(20);
        attempt.Property(a => a.PassPoints).HasConversion<PointsColumn>();
        attempt.Property(a => a.MarkingScheme).HasConversion<string>().HasMaxLength(30);
        attempt.Property(a => a.MaxScore).HasConversion<PointsColumn>();
        attempt.Property(a => a.Score).HasConversion<PointsColumn>();
        attempt.Ignore(a => a.Completion);
        attempt.Ignore(a => a.Known);
        attempt.HasOne(a => a.Quiz).WithMany().HasForeignKey(a => a.QuizId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasOne<Employee>().WithMany().HasForeignKey(a => a.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasOne<Branch>().WithMany().HasForeignKey(a => a.BranchId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasMany(a => a.Slots).WithOne().HasForeignKey(s => s.AttemptId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasMany(a => a.Responses).WithOne().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasIndex(a => new { a.EmployeeId, a.QuizId, a.Number }).IsUnique();
        attempt.HasIndex(a => new { a.SubmittedAt, a.DueAt });
        attempt.HasIndex(a => a.Receipt).IsUnique();
    }
}

internal sealed class SlotModel : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> slot)
    {
        slot.ToTable("Slots");
        slot.HasKey(s => new { s.AttemptId, s.Number });
        slot.Ignore(s => s.Options);
        slot.Ignore(s => s.Question);
        slot.Property(s => s.OptionOrder).AsJson();
        slot.Property(s => s.Worth).HasConversion<PointsColumn>();
        slot.HasOne(s => s.Version).WithMany().HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResponseModel : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> response)
    {
        response.ToTable("Responses");
        response.HasKey(r => new { r.AttemptId, r.Slot });
        response.Property(r => r.Awarded).HasConversion<PointsColumn>();
    }
}

internal sealed class MarkModel : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> mark)
    {
        mark.ToTable("Marks");
        mark.Property(m => m.Points).HasConversion<PointsColumn>();
        mark.Property(m => m.Criteria).AsJson();
        mark.Property(m => m.Comment).HasMaxLength(Mark.LongestComment);
        mark.HasOne<Attempt>().WithMany(a => a.Marks).HasForeignKey(m => m.AttemptId).OnDelete(DeleteBehavior.Restrict);
        mark.HasOne<Employee>().WithMany().HasForeignKey(m => m.MarkerId).OnDelete(DeleteBehavior.Restrict);
        mark.HasIndex(m => new { m.AttemptId, m.Slot });
    }
}
