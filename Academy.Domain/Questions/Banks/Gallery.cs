using Academy.Domain.Data;
using Academy.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Banks;

/// <summary>Takes pictures and sounds in for questions, once each.</summary>
public sealed class Gallery(AcademyDb db, FileVault vault, TimeProvider clock)
{
    public const long MostBytes = 10 << 20;

    /// <summary>What a picture or sound may be called.</summary>
    public static readonly IReadOnlyList<AttachmentKind> Kinds =
        [
            .. AttachmentKind.All.Where(kind => kind.MediaType.StartsWith("image/", StringComparison.Ordinal)
                || kind.MediaType.StartsWith("audio/", StringComparison.Ordinal)),
            AttachmentKind.Wave,
        ];

    /// <summary>Keeps a file if its content is what its name says; otherwise nothing is kept.</summary>
    public async Task<(StoredFile? File, UploadRefusal? Refusal)> TakeAsync(string name, Stream content, CancellationToken ct)
    {
        name = Path.GetFileName(name);
        if (Kinds.FirstOrDefault(k => k.Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)) is not { } kind)
            return (null, UploadRefusal.UnknownKind);

        UploadRefusal? refusal = UploadRefusal.TooLarge;
        if (await vault.TakeAsync(
            content,
            Math.Min(kind.MostBytes, MostBytes),
            file => (refusal = file.Length == 0 ? UploadRefusal.Missing : kind.Objection(file)) is null,
            ct) is not { } taken)
        {
            return (null, refusal);
        }

        if (await db.QuestionFiles.SingleOrDefaultAsync(f => f.Digest == taken.Digest, ct) is { } known) return (known, null);

        var stored = new StoredFile(taken.Digest, name.Length > 200 ? name[^200..] : name, kind.MediaType, taken.Size, clock.GetUtcNow());
        db.Add(stored);
        try
        {
            await db.SaveChangesAsync(ct);
            return (stored, null);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate)
        {
            db.Entry(stored).State = EntityState.Detached;
            return (await db.QuestionFiles.SingleAsync(f => f.Digest == taken.Digest, ct), null);
        }
    }
}
