using Academy.Domain.Data;
using Academy.Domain.Learning;

namespace Academy.Domain.Questions;

/// <summary>Takes in the pictures and sounds of questions.</summary>
public sealed class FileCabinet(AcademyDb db, FileVault vault, TimeProvider clock)
{
    private static readonly string[] Families = ["image/", "audio/"];

    /// <summary>What a file with this name may be and how large; null when questions cannot show or play it.</summary>
    public static AttachmentKind? KindOf(string name) =>
        AttachmentKind.Named(name) is { } kind && Families.Any(family => kind.MediaType.StartsWith(family, StringComparison.Ordinal)) ? kind : null;

    /// <summary>Keeps a file whose content is what its name says; the caller saves. Null when it is not, or is too large.</summary>
    public async Task<StoredFile?> TakeAsync(string name, Stream content, CancellationToken ct)
    {
        if (KindOf(name) is not { } kind || await vault.TakeAsync(content, kind.MostBytes, bytes => kind.Objection(bytes) is null, ct) is not { } file) return null;
        if (await db.QuestionFiles.FindAsync([file.Digest], ct) is { } known) return known;

        return db.Add(new StoredFile(file.Digest, name.Length > 200 ? name[^200..] : name, kind.MediaType, file.Size, clock.GetUtcNow())).Entity;
    }
}
