using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions;

internal sealed class CompetitionModel : IEntityTypeConfiguration<Competition>
{
    public void Configure(EntityTypeBuilder<Competition> competition)
    {
        competition.ToTable("Competitions");
        competition.Ignore(c => c.Terms);
        competition.Ignore(c => c.Results);
        competition.Ignore(c => c.Eligibility);
        competition.Property(c => c.OwnResults).AsJson();
        competition.Property(c => c.OwnEligibility).AsJson();
        competition.Property(c => c.Title).HasMaxLength(CompetitionTerms.LongestTitle);
        competition.Property(c => c.Notice).HasMaxLength(CompetitionTerms.LongestNotice);
        competition.HasMany(c => c.Events).WithOne(e => e.Competition).HasForeignKey(e => e.CompetitionId).OnDelete(DeleteBehavior.Cascade);
        competition.HasOne<Employee>().WithMany().HasForeignKey(c => c.ConvenerId).OnDelete(DeleteBehavior.Restrict);
        competition.HasOne<Employee>().WithMany().HasForeignKey(c => c.ChiefJudgeId).OnDelete(DeleteBehavior.Restrict);
        competition.HasIndex(c => c.ClosesAt);
    }
}

internal sealed class EventModel : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> discipline)
    {
        discipline.ToTable("CompetitionEvents");
        discipline.Property(e => e.Discipline).HasMaxLength(40);
        discipline.Property(e => e.Sheet).AsJson();
        discipline.Property(e => e.Rules).AsJson();
        discipline.HasOne<Quiz>().WithMany().HasForeignKey(e => e.QuizId).OnDelete(DeleteBehavior.Restrict);
        discipline.HasMany<DrillRun>().WithOne().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        discipline.HasIndex(e => new { e.CompetitionId, e.Number }).IsUnique();
    }
}
