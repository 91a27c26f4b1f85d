using System.IO.Compression;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>What an archive holds, by its list of contents alone.</summary>
internal static class ZipParts
{
    private static readonly byte[] Mark = [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Null when it is no archive.</summary>
    public static IReadOnlySet<string>? NamesIn(byte[] content)
    {
        if (!content.AsSpan().StartsWith(Mark)) return null;

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return archive.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
