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
        letter.Property(l => l.Lines).AsJson();
        letter.HasOne<Employee>().WithMany().HasForeignKey(l => l.RecipientId).OnDelete(DeleteBehavior.Restrict);
        letter.HasOne<Employee>().WithMany().HasForeignKey(l => l.SenderId).OnDelete(DeleteBehavior.Restrict);
        letter.HasIndex(l => new { l.RecipientId, l.Kind, l.Key }).IsUnique();
        letter.HasIndex(l => new { l.RecipientId, l.WrittenAt });
        letter.HasIndex(l => new { l.RecipientId, l.ReadAt });
        letter.HasOne(l => l.Mailing).WithOne().HasForeignKey<Mailing>(m => m.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailingModel : IEntityTypeConfiguration<Mailing>
{
    public void Configure(EntityTypeBuilder<Mailing> mailing)
    {
        mailing.ToTable("Mailings");
        DispatchModel.Configure(mailing);
    }
}

internal sealed class MessagingModel : IEntityTypeConfiguration<Messaging>
{
    public void Configure(EntityTypeBuilder<Messaging> messaging)
    {
        messaging.ToTable("Messagings");
        DispatchModel.Configure(messaging);
        messaging.HasOne<Letter>().WithOne().HasForeignKey<Messaging>(m => m.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class DispatchModel
{
    public static void Configure<T>(EntityTypeBuilder<T> dispatch) where T : Dispatch
    {
        // A letter leaves once by each way.
        dispatch.HasKey(m => m.LetterId);
        dispatch.Property(m => m.LetterId).ValueGeneratedNever();
        dispatch.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        dispatch.Property(m => m.Refusal).HasConversion<string>().HasMaxLength(20);
        dispatch.Property(m => m.Answer).HasMaxLength(Dispatch.LongestAnswer);
        dispatch.Property(m => m.Fence).IsConcurrencyToken();
        dispatch.HasIndex(m => new { m.State, m.DueAt });
    }
}
