using Academy.Domain.Competitions.Drills;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions;

/// <summary>What was decided on a paper of a knowledge event when somebody objected; a paper without it counts.</summary>
public sealed class PaperVerdict
{
    private PaperVerdict() { }

    internal PaperVerdict(long eventId, long paperId) => (EventId, PaperId) = (eventId, paperId);

    public long EventId { get; private set; }
    public long PaperId { get; private set; }
    public Verdict Verdict { get; private set; }

    internal void Decide(Verdict verdict) => Verdict = verdict;
}

internal sealed class PaperVerdictModel : IEntityTypeConfiguration<PaperVerdict>
{
    public void Configure(EntityTypeBuilder<PaperVerdict> verdict)
    {
        verdict.ToTable("PaperVerdicts");
        verdict.HasKey(v => new { v.EventId, v.PaperId });
        verdict.Property(v => v.Verdict).HasConversion<string>().HasMaxLength(20);
        verdict.HasOne<Event>().WithMany().HasForeignKey(v => v.EventId).OnDelete(DeleteBehavior.Restrict);
        verdict.HasOne<Attempt>().WithMany().HasForeignKey(v => v.PaperId).OnDelete(DeleteBehavior.Restrict);
    }
}
