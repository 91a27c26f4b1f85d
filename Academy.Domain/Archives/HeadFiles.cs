using System.Globalization;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

/// <summary>
/// Copies of the heads in a folder outside of the data directory, a file for each: whoever builds a chain anew does not build these anew.
/// A file is never written again, and one that says something else than the store is told of.
/// </summary>
public sealed class HeadFiles(AcademyDb db, AcademySettings settings)
{
    private const string Ending = ".txt";

    /// <summary>Writes those that are not there; how many, and what kept it from the rest, empty where nothing did.</summary>
    public async Task<(int Written, string Trouble)> WriteAsync(CancellationToken ct)
    {
        if (settings.ArchiveHeads is not { Length: > 0 } folder) return (0, "");

        var written = 0;
        try
        {
            Directory.CreateDirectory(folder);
            var there = Directory.EnumerateFiles(folder, $"*{Ending}").Select(Path.GetFileName).ToHashSet();
            foreach (var head in await db.EditionHeads.AsNoTracking().ToListAsync(ct))
            {
                var path = Path.Combine(folder, NameOf(head));
                if (there.Contains(NameOf(head)))
                {
                    var kept = await File.ReadAllTextAsync(path, ct);
                    if (kept != TextOf(head)) return (written, $"{path}: this is not the head in the store.");
                    continue;
                }

                await File.WriteAllTextAsync($"{path}.new", TextOf(head), ct);
                File.Move($"{path}.new", path, overwrite: true);
                written++;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (written, failure.Message);
        }

        return (written, "");
    }

    /// <summary>The heads that lie in a folder.</summary>
    public static IReadOnlyList<TrustedHead> ReadFrom(string? folder)
    {
        if (folder is not { Length: > 0 } || !Directory.Exists(folder)) return [];

        return
        [
            .. from file in Directory.EnumerateFiles(folder, $"head-*{Ending}").Order(StringComparer.Ordinal)
               let words = File.ReadAllText(file).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
               where words.Length >= 3
               select new TrustedHead(words[2], words[1]),
        ];
    }

    private static string NameOf(EditionHead head) => $"head-{head.Kind.ToString().ToLowerInvariant()}-{head.Period.Name}{Ending}";

    /// <summary>Kind, period, head, and how many editions it vouches for.</summary>
    private static string TextOf(EditionHead head) => string.Create(
        CultureInfo.InvariantCulture, $"{head.Kind.ToString().ToLowerInvariant()} {head.Period.Name} {head.Digest} {head.Editions}\n");
}
