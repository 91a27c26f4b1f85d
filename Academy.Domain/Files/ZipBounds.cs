using System.IO.Compression;

namespace Academy.Domain.Files;

/// <summary>Looks a package over before anything opens it: how many parts, and how large they really are unpacked.</summary>
internal static class ZipBounds
{
    private const int MostEntries = 3000;
    private const long MostUnpacked = 150 << 20;
    private const int MostRatio = 150;

    /// <summary>What is read as a whole; pictures are not.</summary>
    private const long MostXml = XmlBounds.MostCharacters;

    /// <summary>Ratios say nothing of small packages.</summary>
    private const long RatioMattersFrom = 5 << 20;

    private static readonly HashSet<string> None = [];

    /// <summary>Why the package must not be opened, or the names of its parts.</summary>
    public static (UploadRefusal? Refusal, IReadOnlySet<string> Names) Look(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) return (UploadRefusal.Bomb, None);
            return IsBomb(zip, content.Length) ? (UploadRefusal.Bomb, None) : (null, NamesIn(zip));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return (UploadRefusal.NotWhatItSays, None);
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>The names of the parts by the list of contents alone; null when it is no package.</summary>
    public static IReadOnlySet<string>? NamesIn(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8)) return null;

        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return NamesIn(zip);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public static bool IsXml(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>The part that holds macros.</summary>
    public static string? MacrosIn(IEnumerable<string> names) =>
        names.FirstOrDefault(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    private static HashSet<string> NamesIn(ZipArchive zip) =>
        zip.Entries.Select(part => part.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts what comes out, unless the package owns up: the sizes that it states may be lies.</summary>
    private static bool IsBomb(ZipArchive zip, long packed)
    {
        if (zip.Entries.Sum(part => (decimal)part.Length) > MostUnpacked) return true;
        if (zip.Entries.Where(IsXml).Sum(part => (decimal)part.Length) > MostXml) return true;

        var buffer = new byte[81_920];
        var (unpacked, xml) = (0L, 0L);
        foreach (var part in zip.Entries)
        {
            using var content = part.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                unpacked += read;
                if (IsXml(part)) xml += read;
                if (unpacked > MostUnpacked || xml > MostXml) return true;
                if (unpacked > RatioMattersFrom && unpacked / Math.Max(1, packed) > MostRatio) return true;
            }
        }

        return false;
    }
}
