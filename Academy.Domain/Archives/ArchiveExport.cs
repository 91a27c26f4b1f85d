using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

/// <summary>All editions and heads in one file, a JSON object on a line, that can be looked over without the store.</summary>
public static class ArchiveExport
{
    private const int ReadAtOnce = 500;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Each head after the editions that it vouches for.</summary>
    public static async Task WriteAsync(AcademyDb db, TextWriter file, CancellationToken ct)
    {
        var heads = await db.EditionHeads.AsNoTracking().ToListAsync(ct);
        foreach (var head in heads.OrderBy(head => head.Kind).ThenBy(head => head.From))
        {
            var (kind, first) = (head.Kind, head.From);
            var people = await db.Editions.Where(e => e.Kind == kind && e.From == first).Select(e => e.EmployeeId).ToListAsync(ct);
            foreach (var some in people.Chunk(ReadAtOnce))
            {
                var editions = await db.Editions.AsNoTracking()
                    .Where(e => e.Kind == kind && some.Contains(e.EmployeeId) && e.From == first)
                    .Join(db.Employees, e => e.EmployeeId, p => p.Id, (e, p) => new { Edition = e, p.UserName })
                    .OrderBy(e => e.UserName)
                    .ToListAsync(ct);
                foreach (var (edition, number) in editions.Select(e => (e.Edition, e.UserName!)))
                {
                    var document = Encoding.UTF8.GetString(EditionDocument.Unpack(edition.Document));
                    await WriteAsync(file, new ExportLine(kind, first, edition.Digest, edition.Previous, number, document));
                }
            }

            await WriteAsync(file, new ExportLine(kind, first, head.Digest, head.Previous, null, null));
        }
    }

    /// <summary>Looks such a file over, as <see cref="ArchiveProof"/> does the store.</summary>
    /// <exception cref="JsonException">It is no such file.</exception>
    public static async Task<ArchiveVerdict> VerifyAsync(TextReader file, IReadOnlyCollection<TrustedHead> trusted, CancellationToken ct)
    {
        var heads = new List<ExportLine>();
        var last = new Dictionary<(EditionKind, string), string>();
        var parts = new Dictionary<(EditionKind, string), List<(DateOnly From, string Digest)>>();
        var (pending, editions) = (new List<(string Employee, string Digest)>(), 0);
        while (await file.ReadLineAsync(ct) is { } text)
        {
            var line = JsonSerializer.Deserialize<ExportLine>(text, Options) ?? throw new JsonException();
            var fault = line is { Employee: { } employee, Document: { } document }
                ? EditionFault(line, employee, document)
                : HeadFault(line, heads.LastOrDefault(head => head.Kind == line.Kind), pending);
            if (fault is { } found)
                return Told(new Finding(found, new ArchivePeriod(line.Kind, line.From).Name, line.Employee ?? ""));

            if (line.Employee is { } person)
            {
                pending.Add((person, line.Digest));
                last[(line.Kind, person)] = line.Digest;
                if (!parts.TryGetValue((line.Kind, person), out var own)) parts[(line.Kind, person)] = own = [];
                own.Add((line.From, line.Digest));
                editions++;
                continue;
            }

            heads.Add(line);
            pending.Clear();
        }

        var known = heads.Select(head => head.Digest).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lost = trusted.FirstOrDefault(head => !known.Contains(head.Digest));
        if (pending.Count > 0) return Told(new Finding(Fault.HeadRemoved));
        return Told(lost is null ? null : new Finding(Fault.Untrusted, lost.Period));

        Fault? EditionFault(ExportLine line, string employee, string document)
        {
            var isWhole = EditionDocument.DigestOf(Encoding.UTF8.GetBytes(document)) == line.Digest;
            var follows = line.Previous == last.GetValueOrDefault((line.Kind, employee), "");
            return isWhole && follows && IsOf(line, employee, document) && IsMadeOfParts(line, employee, document)
                ? null
                : Fault.EditionChanged;
        }

        // A quarter vouches for the months that came before it in the file, and a year for its quarters.
        bool IsMadeOfParts(ExportLine line, string employee, string document)
        {
            if (ArchivePeriod.PartsOf(line.Kind) is not { } kind) return true;

            var period = new ArchivePeriod(line.Kind, line.From);
            var own = parts.GetValueOrDefault((kind, employee), []).Where(part => part.From >= period.From && part.From <= period.End);
            return PartsIn(document).SequenceEqual(own.Select(part => (new ArchivePeriod(kind, part.From).Name, part.Digest)));
        }

        ArchiveVerdict Told(Finding? finding) =>
            new(heads.Count, editions, 0, heads.LastOrDefault(head => head.Kind == EditionKind.Month)?.Digest ?? "", finding);
    }

    private static List<(string Period, string Digest)> PartsIn(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        return
        [
            .. parsed.RootElement.GetProperty("editions").EnumerateArray()
                .Select(part => (part.GetProperty("period").GetString()!, part.GetProperty("digest").GetString()!)),
        ];
    }

    private static bool IsOf(ExportLine line, string employee, string document)
    {
        using var parsed = JsonDocument.Parse(document);
        var root = parsed.RootElement;
        return root.GetProperty("employee").GetString() == employee
            && root.GetProperty("period").GetString() == new ArchivePeriod(line.Kind, line.From).Name
            && (root.TryGetProperty("previous", out var previous) ? previous.GetString() : "") == line.Previous;
    }

    private static Fault? HeadFault(ExportLine line, ExportLine? before, IEnumerable<(string Employee, string Digest)> pending)
    {
        var period = new ArchivePeriod(line.Kind, line.From);
        if (before is not null && new ArchivePeriod(before.Kind, before.From).Next != period) return Fault.HeadRemoved;
        if (line.Previous != (before?.Digest ?? "")) return Fault.HeadChanged;
        return EditionDocument.HeadOf(period, line.Previous, pending) == line.Digest ? null : Fault.HeadChanged;
    }

    private static Task WriteAsync(TextWriter file, ExportLine line) => file.WriteAsync($"{JsonSerializer.Serialize(line, Options)}\n");

    /// <summary>An edition with its document, or a head where nobody is named.</summary>
    private sealed record ExportLine(
        EditionKind Kind, DateOnly From, string Digest, string Previous, string? Employee, string? Document);
}
