using System.IO.Compression;

namespace Academy.Domain.Files;

/// <summary>Looks a package over before anything opens it: how many parts, and how large they really are unpacked.</summary>
internal static class ZipBounds
{
    private const int MostEntries = 3000;
    private const long MostUnpacked = 150 << 20;
    private const int MostRatio = 150;

    /// <summary>Ratios say nothing of small packages.</summary>
    private const long RatioMattersFrom = 5 << 20;

    /// <summary>Why the package must not be opened, or the names of its parts.</summary>
    public static (UploadRefusal? Refusal, IReadOnlySet<string> Names) Look(Stream content)
    {
        HashSet<string> none = [];
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) return (UploadRefusal.Bomb, none);
            return IsBomb(zip, content.Length)
                ? (UploadRefusal.Bomb, none)
                : (null, zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return (UploadRefusal.NotWhatItSays, none);
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>Counts what comes out, unless the package owns up: the sizes that it states may be lies.</summary>
    private static bool IsBomb(ZipArchive zip, long packed)
    {
        if (zip.Entries.Sum(entry => (decimal)entry.Length) > MostUnpacked) return true;

        var buffer = new byte[81_920];
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                unpacked += read;
                if (unpacked > MostUnpacked || (unpacked > RatioMattersFrom && unpacked / Math.Max(1, packed) > MostRatio)) return true;
            }
        }

        return false;
    }
}
