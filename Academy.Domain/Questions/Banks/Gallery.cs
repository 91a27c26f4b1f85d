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
        var (taken, refusal) = await vault.TakeAsync(name, content, Kinds, MostBytes, ct);
        if (taken is null) return (null, refusal);

        var (digest, size) = taken.Kept;
        if (await FindAsync(digest, ct) is { } known) return (known, null);

        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindAsync(digest, ct) is { } meanwhile) return (meanwhile, null);

        var stored = new StoredFile(digest, taken.Name, taken.Kind.MediaType, size, clock.GetUtcNow());
        db.Add(stored);
        await turn.CommitAsync(ct);
        return (stored, null);
    }

    private Task<StoredFile?> FindAsync(string digest, CancellationToken ct) =>
        db.QuestionFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Digest == digest, ct);
}
