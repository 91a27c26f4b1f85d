using System.Security.Cryptography;

namespace Academy.Domain.Files;

/// <summary>A file in the vault.</summary>
/// <param name="Digest">SHA-256 of its bytes in lower-case hexadecimal; what it is found by.</param>
/// <param name="Size">In bytes.</param>
public sealed record VaultFile(string Digest, long Size);

/// <summary>A file in the vault as somebody named it.</summary>
public sealed record NamedFile(string Name, AttachmentKind Kind, VaultFile Kept);

/// <summary>
/// Keeps uploaded files by the digest of their bytes, in the data directory beside the database. A file is there
/// whole or not at all, and the same bytes are kept once.
/// </summary>
public sealed class FileVault(AcademySettings settings)
{
    private string Folder => Path.Combine(settings.DataDirectory, "files");

    /// <summary>Takes a file in; null, with nothing kept, when it has more than <paramref name="mostBytes"/>.</summary>
    public Task<VaultFile?> TakeAsync(Stream content, long mostBytes, CancellationToken ct) => TakeAsync(content, mostBytes, _ => true, ct);

    /// <summary>Takes a file in if it is welcome once all its bytes can be read; null, with nothing kept, otherwise.</summary>
    public async Task<VaultFile?> TakeAsync(Stream content, long mostBytes, Func<Stream, bool> isWelcome, CancellationToken ct)
    {
        var incoming = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "incoming")).FullName, Path.GetRandomFileName());
        try
        {
            if (await CopyAsync(content, incoming, mostBytes, ct) is not { } file) return null;
            if (!IsWelcome(incoming, isWelcome)) return null;

            var place = PathOf(file.Digest);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place)) File.Move(incoming, place, overwrite: true);
            return file;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Takes a file in if its content is what its name says, and that is wanted; otherwise nothing is kept.</summary>
    /// <param name="name">As it was called where it comes from.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="wanted">The kinds that are taken.</param>
    /// <param name="mostBytes">How many bytes it has at the most, where its kind may have more.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<(NamedFile? File, UploadRefusal? Refusal)> TakeAsync(
        string name, Stream content, IEnumerable<AttachmentKind> wanted, long mostBytes, CancellationToken ct)
    {
        name = FileName.Of(name);
        if (AttachmentKind.Named(name, wanted) is not { } kind) return (null, UploadRefusal.UnknownKind);

        UploadRefusal? refusal = UploadRefusal.TooLarge;
        return await TakeAsync(content, Math.Min(kind.MostBytes, mostBytes), IsWelcome, ct) is { } kept
            ? (new NamedFile(name, kind, kept), null)
            : (null, refusal);

        bool IsWelcome(Stream file)
        {
            refusal = file.Length == 0 ? UploadRefusal.Missing : kind.Refusal(file);
            return refusal is null;
        }
    }

    /// <summary>Opens a file for reading; fails when it is not there.</summary>
    public FileStream Open(string digest) => new(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Where the bytes are, for whoever serves them as a file.</summary>
    public string PathOf(string digest) => digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Folder, digest[..2], digest)
        : throw new ArgumentException("This is no digest.", nameof(digest));

    private static bool IsWelcome(string path, Func<Stream, bool> isWelcome)
    {
        using var file = File.OpenRead(path);
        return isWelcome(file);
    }

    private static async Task<VaultFile?> CopyAsync(Stream content, string path, long mostBytes, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            size += read;
            if (size > mostBytes) return null;
            digest.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return new VaultFile(Convert.ToHexStringLower(digest.GetHashAndReset()), size);
    }
}
