using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Opening;

/// <summary>What was last loaded from a part of <c>content/</c>, so that an unchanged part is not read again.</summary>
public sealed class ContentFile(string path, string digest, DateTimeOffset loadedAt)
{
    public string Path { get; private set; } = path;

    /// <summary>SHA-256 of what was loaded, in hexadecimal.</summary>
    public string Digest { get; private set; } = digest;

    public DateTimeOffset LoadedAt { get; private set; } = loadedAt;

    public void Reload(string digest, DateTimeOffset now) => (Digest, LoadedAt) = (digest, now);
}

internal sealed class ContentFileModel : IEntityTypeConfiguration<ContentFile>
{
    public void Configure(EntityTypeBuilder<ContentFile> file)
    {
        file.ToTable("ContentFiles");
        file.HasKey(f => f.Path);
        file.Property(f => f.Path).HasMaxLength(200);
        file.Property(f => f.Digest).HasMaxLength(64);
    }
}
