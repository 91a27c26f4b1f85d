using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Banks;

/// <summary>A picture or sound that questions show or play. Its bytes are in the vault.</summary>
public sealed class StoredFile
{
    private StoredFile() { }

    public StoredFile(string digest, string name, string mediaType, long size, DateTimeOffset now)
    {
        Digest = digest;
        Name = name;
        MediaType = mediaType;
        Size = size;
        AddedAt = now;
    }

    /// <summary>SHA-256 of its bytes; what texts and the vault know it by.</summary>
    public string Digest { get; private set; } = "";

    public string Name { get; private set; } = "";
    public string MediaType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Where it is served.</summary>
    public string Path => ProseHtml.FilePath + Digest;
}
