using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.Archives;

/// <summary>An edition that is one of the parts of a longer one.</summary>
public sealed record EditionPart(DateOnly From, string Digest, int Entries, int Minutes);

/// <summary>
/// What is written down of a sealed period, always in the same bytes: it tells the period's end and never when it was sealed.
/// </summary>
public static class EditionDocument
{
    private const int Version = 1;
    private const int Quality = 1;
    private const int Window = 16;

    private static readonly Dictionary<ArchiveKind, string> Kinds = Enum.GetValues<ArchiveKind>().ToDictionary(kind => kind, Hyphened);

    /// <summary>A month is made of lines, in their order.</summary>
    public static byte[] Of(ArchivePeriod month, string employee, string previous, IEnumerable<ArchiveEntry> entries)
    {
        var text = Head(month, employee, previous).Name("entries").Open('[');
        foreach (var entry in entries.OrderBy(entry => entry.Number)) Write(text.Element().Open('{'), entry, month);
        return text.Close(']').Close('}').ToBytes();
    }

    /// <summary>A quarter is made of months and a year of quarters, each by its digest.</summary>
    public static byte[] Of(ArchivePeriod period, string employee, string previous, IReadOnlyList<EditionPart> parts)
    {
        var text = Head(period, employee, previous)
            .Field("entries", parts.Sum(part => part.Entries))
            .Field("minutes", parts.Sum(part => part.Minutes))
            .Name("editions").Open('[');
        var kind = ArchivePeriod.PartsOf(period.Kind)!.Value;
        foreach (var part in parts.OrderBy(part => part.From))
        {
            text.Element().Open('{').Field("period", new ArchivePeriod(kind, part.From).Name).Field("digest", part.Digest).Close('}');
        }

        return text.Close(']').Close('}').ToBytes();
    }

    public static string DigestOf(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>The head of a period: over the one before it and all editions, in the order of their people's numbers.</summary>
    public static string HeadOf(ArchivePeriod period, string previous, IEnumerable<(string Employee, string Digest)> editions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{previous}\n{Hyphened(period.Kind)} {period.Name}\n"));
        foreach (var (employee, digest) in editions.OrderBy(edition => edition.Employee, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{employee} {digest}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Packed for the store; the digest is of what is inside.</summary>
    public static byte[] Pack(byte[] document)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(document.Length)];
        return BrotliEncoder.TryCompress(document, packed, out var written, Quality, Window)
            ? packed[..written]
            : throw new InvalidOperationException("A document cannot be packed.");
    }

    /// <exception cref="InvalidDataException">It was never packed so.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var inside = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var document = new MemoryStream();
        inside.CopyTo(document);
        return document.ToArray();
    }

    /// <summary>Its parts, one on a line, each as it is wherever it stands.</summary>
    public static IEnumerable<string> LinesOf(byte[] document) => Encoding.UTF8.GetString(document).Split('\n').Skip(1)
        .Select(line => line.EndsWith("]}", StringComparison.Ordinal) ? line[..^2] : line.TrimEnd(','));

    /// <summary>The number that a line begins with.</summary>
    public static int NumberOf(string line)
    {
        var digits = line.SkipWhile(sign => !char.IsAsciiDigit(sign)).TakeWhile(char.IsAsciiDigit);
        return int.Parse(string.Concat(digits), CultureInfo.InvariantCulture);
    }

    private static CanonicalText Head(ArchivePeriod period, string employee, string previous) => new CanonicalText().Open('{')
        .Field("version", Version)
        .Field("kind", Hyphened(period.Kind))
        .Field("period", period.Name)
        .Field("end", period.End)
        .Field("employee", employee)
        .Field("previous", previous);

    private static void Write(CanonicalText text, ArchiveEntry entry, ArchivePeriod month) => text
        .Field("number", entry.Number)
        .Field("day", entry.Day)
        .Field("at", entry.At)
        .Field("recorded", entry.RecordedAt)
        .Field("late", entry.Day < month.From ? true : null)
        .Field("kind", Kinds[entry.Kind])
        .Field("subject", entry.Subject)
        .Field("title", entry.Title)
        .Field("discipline", entry.Discipline)
        .Field("score", entry.Score)
        .Field("max", entry.MaxScore)
        .Field("passed", entry.HasPassed)
        .Field("rank", entry.Rank)
        .Field("field", entry.Field)
        .Field("minutes", entry.Minutes)
        .Field("detail", entry.Detail)
        .Field("branch", entry.Branch)
        .Field("branchId", entry.BranchId)
        .Field("position", entry.Position)
        .Field("positionId", entry.PositionId)
        .Field("source", entry.Source)
        .Field("revision", entry.Revision)
        .Field("id", entry.Id)
        .Field("reverses", entry.ReversesId)
        .Field("by", entry.ByNumber)
        .Close('}');

    private static string Hyphened<T>(T value) where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
