using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions.Judging;

internal sealed class ContestantModel : IEntityTypeConfiguration<Contestant>
{
    public void Configure(EntityTypeBuilder<Contestant> contestant)
    {
        contestant.ToTable("Contestants");
        contestant.Property(c => c.Verdict).HasConversion<string>().HasMaxLength(20);
        contestant.HasOne(c => c.Event).WithMany().HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Restrict);
        contestant.HasOne<Employee>().WithMany().HasForeignKey(c => c.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        contestant.HasOne<Employee>().WithMany().HasForeignKey(c => c.EnteredById).OnDelete(DeleteBehavior.Restrict);
        contestant.HasOne<Branch>().WithMany().HasForeignKey(c => c.BranchId).OnDelete(DeleteBehavior.Restrict);
        contestant.HasIndex(c => new { c.EventId, c.EmployeeId }).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
        contestant.HasIndex(c => new { c.EventId, c.Counts, c.EmployeeId, c.BranchId, c.Score, c.Wrong, c.JudgedAt });
    }
}

internal sealed class ScoreSheetModel : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> sheet)
    {
        sheet.ToTable("ScoreSheets");
        sheet.HasKey(s => new { s.ContestantId, s.JudgeId });
        sheet.Property(s => s.Values).AsJson();
        sheet.HasOne<Contestant>().WithMany().HasForeignKey(s => s.ContestantId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<Employee>().WithMany().HasForeignKey(s => s.JudgeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetChangeModel : IEntityTypeConfiguration<SheetChange>
{
    public void Configure(EntityTypeBuilder<SheetChange> change)
    {
        change.ToTable("SheetChanges");
        change.HasKey(c => new { c.ContestantId, c.JudgeId, c.Revision });
        change.Property(c => c.Values).AsJson();
        change.HasOne<ScoreSheet>().WithMany().HasForeignKey(c => new { c.ContestantId, c.JudgeId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SettlementModel : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> settlement)
    {
        settlement.ToTable("Settlements");
        settlement.HasKey(s => s.ContestantId);
        settlement.Property(s => s.ContestantId).ValueGeneratedNever();
        settlement.Property(s => s.Agreed).AsJson();
        settlement.Property(s => s.Reason).HasMaxLength(Referee.LongestReason);
        settlement.HasOne<Contestant>().WithOne().HasForeignKey<Settlement>(s => s.ContestantId).OnDelete(DeleteBehavior.Restrict);
        settlement.HasOne<Employee>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
