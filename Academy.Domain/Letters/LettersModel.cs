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
        letter.HasOne(l => l.Mailing).WithOne().HasForeignKey<Mailing>(m => m.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailingModel : IEntityTypeConfiguration<Mailing>
{
    public void Configure(EntityTypeBuilder<Mailing> mailing)
    {
        mailing.ToTable("Mailings");
        // A letter is mailed once.
        mailing.HasKey(m => m.LetterId);
        mailing.Property(m => m.LetterId).ValueGeneratedNever();
        mailing.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        mailing.Property(m => m.Refusal).HasConversion<string>().HasMaxLength(20);
        mailing.Property(m => m.Answer).HasMaxLength(Mailing.LongestAnswer);
        mailing.Property(m => m.Fence).IsConcurrencyToken();
        mailing.HasIndex(m => new { m.State, m.DueAt });
    }
}
