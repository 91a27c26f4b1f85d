using System.Text;

namespace Academy.Domain.Files;

/// <summary>A kind of file that may stand beside a lesson: what its names end in and how large it may be.</summary>
public sealed record AttachmentKind(string MediaType, long MostBytes, params IReadOnlyList<string> Endings)
{
    private const long Document = 20 << 20;
    private const long Picture = 5 << 20;
    private const long Recording = 200 << 20;
    private const int HeadLength = 1024;

    /// <summary>What the page that takes attachments accepts at the most.</summary>
    public const long MostOfAll = Recording;

    public static readonly IReadOnlyList<AttachmentKind> All =
    [
        new("application/pdf", Document, ".pdf"),
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", Document, ".pptx"),
        new("image/png", Picture, ".png"),
        new("image/jpeg", Picture, ".jpg", ".jpeg"),
        new("image/webp", Picture, ".webp"),
        new("image/gif", Picture, ".gif"),
        new("audio/mpeg", Recording, ".mp3"),
        new("audio/mp4", Recording, ".m4a"),
        new("audio/ogg", Recording, ".ogg"),
        new("video/mp4", Recording, ".mp4"),
        new("video/webm", Recording, ".webm"),
    ];

    /// <summary>Too large to stand beside a lesson for what it is; short ones sound in questions.</summary>
    public static readonly AttachmentKind Wave = new("audio/wav", Document, ".wav");

    /// <summary>The kind that a name claims, among some.</summary>
    public static AttachmentKind? Named(string name, IEnumerable<AttachmentKind> kinds) =>
        kinds.FirstOrDefault(kind => kind.Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the content is what the name claims.</summary>
    public UploadRefusal? Refusal(Stream content)
    {
        var head = new byte[HeadLength];
        var length = content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        if (MediaType.EndsWith("presentation", StringComparison.Ordinal)) return SlidesRefusal(content);
        return Bears(head.AsSpan(0, length), content) ? null : UploadRefusal.NotWhatItSays;
    }

    private bool Bears(ReadOnlySpan<byte> head, Stream content) => MediaType switch
    {
        "application/pdf" => head.StartsWith("%PDF-"u8) && EndsLikePdf(content),
        "image/png" => head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
            && At(head, 12, "IHDR"u8),
        "image/jpeg" => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/webp" => head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8),
        "image/gif" => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        "audio/mpeg" => head.StartsWith("ID3"u8) || (head.Length > 2 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2),
        "audio/mp4" => At(head, 4, "ftypM4A"u8) || At(head, 4, "ftypM4B"u8),
        "audio/ogg" => head.StartsWith("OggS"u8),
        "audio/wav" => head.StartsWith("RIFF"u8) && At(head, 8, "WAVE"u8),
        "video/mp4" => At(head, 4, "ftyp"u8) && !At(head, 8, "M4A"u8),
        "video/webm" => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) && head.IndexOf("webm"u8) > 0,
        _ => false,
    };

    private static bool At(ReadOnlySpan<byte> head, int place, ReadOnlySpan<byte> sign) => head.Length > place
        && head[place..].StartsWith(sign);

    private static bool EndsLikePdf(Stream content)
    {
        content.Position = Math.Max(0, content.Length - HeadLength);
        var tail = new byte[HeadLength];
        var length = content.ReadAtLeast(tail, HeadLength, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(tail, 0, length).Contains("%%EOF", StringComparison.Ordinal);
    }

    private static UploadRefusal? SlidesRefusal(Stream content)
    {
        var (refusal, names) = ZipBounds.Look(content);
        if (refusal is not null) return refusal;
        if (!names.Contains("[Content_Types].xml") || !names.Contains("ppt/presentation.xml")) return UploadRefusal.NotWhatItSays;
        return ZipBounds.MacrosIn(names) is null ? null : UploadRefusal.Macros;
    }
}
