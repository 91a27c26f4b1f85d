using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Competitions.Standings;

internal sealed class ScreenLinkModel : IEntityTypeConfiguration<ScreenLink>
{
    public void Configure(EntityTypeBuilder<ScreenLink> screen)
    {
        screen.ToTable("ScreenLinks");
        screen.Property(s => s.Label).HasMaxLength(ScreenLink.LongestLabel);
        screen.Property(s => s.Hash).HasMaxLength(64);
        screen.Property(s => s.MadeBy).HasMaxLength(100);
        screen.HasIndex(s => s.Hash).IsUnique();
    }
}
