using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

/// <summary>What is wrong with an archive.</summary>
public enum Fault
{
    /// <summary>A sealed line says something else than it did.</summary>
    EntryChanged,

    /// <summary>A sealed line is not there.</summary>
    EntryRemoved,

    /// <summary>A line is there that was not when its period was sealed.</summary>
    EntryAdded,

    /// <summary>The document of an edition is not the one that was sealed, or does not follow the one before it.</summary>
    EditionChanged,
    EditionRemoved,

    /// <summary>The heads do not follow each other, or one does not vouch for the editions that are there.</summary>
    HeadChanged,
    HeadRemoved,

    /// <summary>A head that somebody trusts is none of these: the chain was built anew, or cut off before it.</summary>
    Untrusted,
}

/// <summary>The first thing that is wrong, and where it is.</summary>
/// <param name="Fault">What.</param>
/// <param name="Period">In which period; empty where that is not known.</param>
/// <param name="Employee">Of whom; empty where that is not known.</param>
/// <param name="Entry">Which line of theirs; null where that is not known.</param>
public sealed record Finding(Fault Fault, string Period = "", string Employee = "", int? Entry = null);

/// <summary>How much was looked at, and what is wrong first; null where nothing is.</summary>
public sealed record ArchiveVerdict(int Heads, int Editions, int Entries, string Head, Finding? Finding);

/// <summary>A head that somebody has from elsewhere, and the period that it is of where they know.</summary>
public sealed record TrustedHead(string Digest, string Period = "");

/// <summary>
/// Looks the whole archive over: that lines are as they were sealed, documents follow each other, and the heads vouch for all of them up
/// to those that somebody trusts.
/// </summary>
public sealed class ArchiveProof(AcademyDb db)
{
    private const int ReadAtOnce = 1000;

    private int editions;
    private int entries;

    public async Task<ArchiveVerdict> VerifyAsync(IReadOnlyCollection<TrustedHead> trusted, CancellationToken ct)
    {
        var heads = await db.EditionHeads.AsNoTracking().ToListAsync(ct);
        heads.Sort((one, other) => (one.Kind, one.From).CompareTo((other.Kind, other.From)));
        var last = heads.LastOrDefault(head => head.Kind == EditionKind.Month)?.Digest ?? "";
        var finding = ChainFinding(heads) ?? await EditionsFindingAsync(heads, ct) ?? await NumbersFindingAsync(ct)
            ?? TrustFinding(heads, trusted);
        return new ArchiveVerdict(heads.Count, editions, entries, last, finding);
    }

    private static Finding? ChainFinding(IEnumerable<EditionHead> heads)
    {
        foreach (var kind in heads.GroupBy(head => head.Kind))
        {
            EditionHead? before = null;
            foreach (var head in kind)
            {
                if (before is not null && head.Period != before.Period.Next)
                    return new Finding(Fault.HeadRemoved, before.Period.Next.Name);
                if (head.Previous != (before?.Digest ?? "")) return new Finding(Fault.HeadChanged, head.Period.Name);
                before = head;
            }
        }

        return null;
    }

    /// <summary>Lines first: of a line that was changed, its edition and the head are told by it.</summary>
    private async Task<Finding?> EditionsFindingAsync(IEnumerable<EditionHead> heads, CancellationToken ct)
    {
        var previous = new Dictionary<(EditionKind, long), string>();
        foreach (var head in heads)
        {
            if (await EditionsFindingAsync(head, previous, ct) is { } finding) return finding;
        }

        return null;
    }

    private async Task<Finding?> EditionsFindingAsync(
        EditionHead head, Dictionary<(EditionKind Kind, long Person), string> previous, CancellationToken ct)
    {
        var (period, kind, first) = (head.Period, head.Kind, head.From);
        var lines = kind == EditionKind.Month ? await MonthEntries.FindAsync(db, period, ct) : null;
        if (kind == EditionKind.Month && lines is null) return new Finding(Fault.HeadChanged, period.Name);

        var held = await db.Editions.Where(e => e.Kind == kind && e.From == first).Select(e => e.EmployeeId).ToListAsync(ct);
        var expected = lines is null ? await WithPartsAsync(period, ct) : await lines.PeopleAsync(db, ct);
        foreach (var some in held.Union(expected).Order().Chunk(ReadAtOnce))
        {
            var names = await db.Employees.Where(e => some.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.UserName!, ct);
            var own = await db.Editions.AsNoTracking()
                .Where(e => e.Kind == kind && some.Contains(e.EmployeeId) && e.From == first).ToDictionaryAsync(e => e.EmployeeId, ct);
            var entriesOf = lines is null ? null : await lines.OfAsync(db, some, ct);
            var partsOf = lines is null ? await db.PartsAsync(period, some, ct) : null;
            foreach (var person in some)
            {
                var before = previous.GetValueOrDefault((kind, person), "");
                var rebuilt = entriesOf is not null
                    ? EditionDocument.Of(period, names[person], before, entriesOf[person])
                    : EditionDocument.Of(period, names[person], before, [.. partsOf![person]]);
                var edition = own.GetValueOrDefault(person);
                if (FindingOf(edition, rebuilt, before) is var (fault, entry))
                    return new Finding(fault, period.Name, names[person], entry);
                var sums = entriesOf is not null
                    ? (entriesOf[person].Count(), Archivist.MinutesOf(entriesOf[person]))
                    : (partsOf![person].Sum(part => part.Entries), partsOf[person].Sum(part => part.Minutes));
                if ((edition!.Entries, edition.Minutes) != sums) return new Finding(Fault.EditionChanged, period.Name, names[person], null);

                previous[(kind, person)] = edition.Digest;
                editions++;
                if (kind == EditionKind.Month) entries += edition.Entries;
            }
        }

        return EditionDocument.HeadOf(period, head.Previous, await db.DigestsAsync(period, ct)) == head.Digest
            ? null
            : new Finding(Fault.HeadChanged, period.Name);
    }

    private async Task<List<long>> WithPartsAsync(ArchivePeriod period, CancellationToken ct)
    {
        var (kind, first, end) = (ArchivePeriod.PartsOf(period.Kind)!.Value, period.From, period.End);
        return await db.Editions.Where(e => e.Kind == kind && e.From >= first && e.From <= end)
            .Select(e => e.EmployeeId).Distinct().ToListAsync(ct);
    }

    private static (Fault Fault, int? Entry)? FindingOf(Edition? edition, byte[] rebuilt, string before)
    {
        if (edition is null) return (Fault.EditionRemoved, null);
        if (Unpacked(edition) is not { } document) return (Fault.EditionChanged, null);
        if (EditionDocument.DigestOf(document) != edition.Digest || edition.Previous != before) return (Fault.EditionChanged, null);
        if (document.AsSpan().SequenceEqual(rebuilt)) return null;
        return edition.Kind == EditionKind.Month ? Differing(document, rebuilt) : (Fault.EditionChanged, null);
    }

    private static byte[]? Unpacked(Edition edition)
    {
        try
        {
            return EditionDocument.Unpack(edition.Document);
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The first line by which what is there differs from what was sealed.</summary>
    private static (Fault Fault, int? Entry) Differing(byte[] document, byte[] rebuilt)
    {
        var (then, now) = (NumberedLines(document), NumberedLines(rebuilt));
        foreach (var number in then.Keys.Union(now.Keys).Order())
        {
            if (!now.TryGetValue(number, out var line)) return (Fault.EntryRemoved, number);
            if (!then.TryGetValue(number, out var was)) return (Fault.EntryAdded, number);
            if (line != was) return (Fault.EntryChanged, number);
        }

        return (Fault.EditionChanged, null);
    }

    private static SortedDictionary<int, string> NumberedLines(byte[] document)
    {
        var lines = new SortedDictionary<int, string>();
        foreach (var line in EditionDocument.LinesOf(document)) lines[EditionDocument.NumberOf(line)] = line;
        return lines;
    }

    /// <summary>What is not sealed yet has its numbers at least, without a gap.</summary>
    private async Task<Finding?> NumbersFindingAsync(CancellationToken ct)
    {
        var (all, employees) = (db.ArchiveEntries, db.Employees);
        var broken = await all.GroupBy(e => e.EmployeeId).Where(own => own.Count() != own.Max(e => e.Number))
            .Select(own => (long?)own.Key).OrderBy(id => id).FirstOrDefaultAsync(ct);
        if (broken is not { } person) return null;

        var numbers = await all.Where(e => e.EmployeeId == person).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync(ct);
        var gap = numbers.Index().First(number => number.Item != number.Index + 1).Index + 1;
        var name = await employees.Where(e => e.Id == person).Select(e => e.UserName!).SingleAsync(ct);
        return new Finding(Fault.EntryRemoved, "", name, gap);
    }

    private static Finding? TrustFinding(IReadOnlyList<EditionHead> heads, IEnumerable<TrustedHead> trusted)
    {
        var known = heads.Select(head => head.Digest).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lost = trusted.Where(head => !known.Contains(head.Digest)).MinBy(head => head.Period, StringComparer.Ordinal);
        return lost is null ? null : new Finding(Fault.Untrusted, lost.Period);
    }
}
