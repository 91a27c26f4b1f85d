using System.Security.Cryptography;
using System.Text;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Reminders;

/// <summary>
/// That somebody's dates can be read at a secret address, by a program that signs in nowhere. The store knows the digest of the secret
/// alone; whoever makes a new one ends the old.
/// </summary>
public sealed class CalendarFeed
{
    private const int SecretBytes = 32;

    private CalendarFeed() { }

    public CalendarFeed(long employeeId, string secret, string language, DateTimeOffset now)
    {
        EmployeeId = employeeId;
        Renew(secret, language, now);
    }

    public long EmployeeId { get; private set; }
    public string Digest { get; private set; } = "";

    /// <summary>The language of its entries: zh-CN or en.</summary>
    public string Language { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    public void Renew(string secret, string language, DateTimeOffset now) =>
        (Digest, Language, MadeAt) = (DigestOf(secret), language, now);

    /// <summary>Nobody finds one by trying: it has 256 bits.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal sealed class CalendarFeedModel : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("CalendarFeeds");
        feed.HasKey(f => f.EmployeeId);
        feed.Property(f => f.EmployeeId).ValueGeneratedNever();
        feed.Property(f => f.Digest).HasMaxLength(64);
        feed.Property(f => f.Language).HasMaxLength(10);
        feed.HasIndex(f => f.Digest).IsUnique();
        feed.HasOne<Employee>().WithOne().HasForeignKey<CalendarFeed>(f => f.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}
