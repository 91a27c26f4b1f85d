using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions.Standings;

internal sealed class FinalizationModel : IEntityTypeConfiguration<Finalization>
{
    public void Configure(EntityTypeBuilder<Finalization> finalization)
    {
        finalization.ToTable("Finalizations");
        finalization.HasKey(f => f.CompetitionId);
        finalization.Property(f => f.CompetitionId).ValueGeneratedNever();
        finalization.Property(f => f.ByNumber).HasMaxLength(20);
        finalization.Property(f => f.ByName).HasMaxLength(100);
        finalization.Property(f => f.Remark).HasMaxLength(Finalization.LongestRemark);
        finalization.HasOne<Competition>().WithMany().HasForeignKey(f => f.CompetitionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FinalBoardModel : IEntityTypeConfiguration<FinalBoard>
{
    public void Configure(EntityTypeBuilder<FinalBoard> board)
    {
        board.ToTable("FinalBoards");
        board.HasKey(b => b.EventId);
        board.Property(b => b.EventId).ValueGeneratedNever();
        board.Property(b => b.Rules).AsJson();
        board.HasOne<Event>().WithMany().HasForeignKey(b => b.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FinalRowModel : IEntityTypeConfiguration<FinalRow>
{
    public void Configure(EntityTypeBuilder<FinalRow> row)
    {
        row.ToTable("FinalRows");
        row.HasKey(r => new { r.EventId, r.Place });
        row.Property(r => r.Number).HasMaxLength(20);
        row.Property(r => r.Name).HasMaxLength(100);
        row.Property(r => r.Branch).HasMaxLength(100);
        row.Property(r => r.BranchEnglish).HasMaxLength(100);
        row.HasOne<FinalBoard>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Employee>().WithMany().HasForeignKey(r => r.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Branch>().WithMany().HasForeignKey(r => r.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
