using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Letters;

internal sealed class LetterModel : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("Letters");
        letter.Property(l => l.Kind).HasConversion<string>().HasMaxLength(30);
        letter.Property(l => l.Key).HasMaxLength(100);
        letter.Property(l => l.Address).HasMaxLength(200);
        letter.Property(l => l.About).AsJson();
        letter.HasOne<Employee>().WithMany().HasForeignKey(l => l.RecipientId).OnDelete(DeleteBehavior.Restrict);
        letter.HasOne<Employee>().WithMany().HasForeignKey(l => l.SenderId).OnDelete(DeleteBehavior.Restrict);
        letter.HasIndex(l => new { l.RecipientId, l.Kind, l.Key }).IsUnique();
        letter.HasIndex(l => new { l.RecipientId, l.WrittenAt });
    }
}
