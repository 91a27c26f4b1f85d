using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.Opening;

/// <summary>Writes what was read from the content; false when what is there has to stay as it is.</summary>
internal delegate Task<bool> ContentWriter(CancellationToken ct);

/// <summary>A course's folder, or the file of a bank or quiz.</summary>
/// <param name="root">The content.</param>
/// <param name="path">Where in it.</param>
/// <param name="read">Reads and checks it, all but what only the store can tell.</param>
internal sealed class ContentPart(string root, string path, Func<string, ContentWriter> read)
{
    private const byte ReadingVersion = 3;

    /// <summary>By which it is known: its path in the content.</summary>
    public string Name { get; } = Path.GetRelativePath(root, path).Replace('\\', '/');

    public string Digest { get; } = DigestOf(path);

    public Task<ContentWriter> ReadAsync() => NamingAsync(() => Task.FromResult(read(path)));

    /// <summary>Names itself in the problems that show up while it is read or written.</summary>
    public async Task<T> NamingAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (ContentException.Of(Name, e) is { } named)
        {
            throw named;
        }
    }

    /// <summary>Of the files and of how they are read: raising the number reads everything again.</summary>
    private static string DigestOf(string path)
    {
        var files = Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData([ReadingVersion]);
        foreach (var file in files)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            digest.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
