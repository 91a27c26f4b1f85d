using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

/// <summary>How many editions and heads were sealed.</summary>
public sealed record SealedCount(int Editions, int Heads);

/// <summary>
/// Seals what is over: everybody's months, quarters and years that have lines, and the head of the bank's chain of each. Whoever is stopped
/// on the way goes on where it was; two at once seal the same, and the store holds each once.
/// </summary>
public sealed class Archivist(AcademyDb db, BankZone zone, TimeProvider clock)
{
    /// <summary>For so long after midnight papers of the last minutes of the day are still handed in.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(30);

    /// <summary>So many are read at once, and so many written in one turn, so that nobody's answers wait long.</summary>
    private const int ReadAtOnce = 1000;
    private const int WrittenAtOnce = 500;

    /// <summary>Seals all that is due by the bank's clock, of before, too.</summary>
    public async Task<SealedCount> SealDueAsync(CancellationToken ct)
    {
        if (await db.ArchiveEntries.OrderBy(e => e.Day).Select(e => (DateOnly?)e.Day).FirstOrDefaultAsync(ct) is not { } first)
            return new SealedCount(0, 0);

        // One day for all of it: a quarter is not over before its last month is.
        var (today, editions, heads) = (Today, 0, 0);
        foreach (var kind in Enum.GetValues<EditionKind>())
        {
            var last = await LastHeadAsync(kind, ct);
            for (var due = last?.Period.Next ?? ArchivePeriod.Of(kind, first); due.End < today; due = due.Next)
            {
                editions += kind == EditionKind.Month ? await SealMonthAsync(due, ct) : await SealPartsAsync(due, ct);
                last = await HeadAsync(due, last?.Digest ?? "", ct);
                heads++;
            }
        }

        return new SealedCount(editions, heads);
    }

    private DateOnly Today => zone.DayOf(clock.GetUtcNow() - Settling);

    private Task<EditionHead?> LastHeadAsync(EditionKind kind, CancellationToken ct) =>
        db.EditionHeads.AsNoTracking().Where(h => h.Kind == kind).OrderByDescending(h => h.From).FirstOrDefaultAsync(ct);

    private async Task<int> SealMonthAsync(ArchivePeriod month, CancellationToken ct)
    {
        await CutAsync(month, ct);
        var lines = (await MonthEntries.FindAsync(db, month, ct))!;
        var count = 0;
        foreach (var some in (await LeftAsync(month, await lines.PeopleAsync(db, ct), ct)).Chunk(ReadAtOnce))
        {
            var (names, previous) = (await NumbersAsync(some, ct), await PreviousAsync(month, some, ct));
            var entries = await lines.OfAsync(db, some, ct);
            count += await WriteAsync(month, [.. some.Select(EditionOf)], ct);

            Edition EditionOf(long person)
            {
                var own = entries[person].ToList();
                var before = previous.GetValueOrDefault(person, "");
                return Sealed(month, person, own.Count, MinutesOf(own), before, EditionDocument.Of(month, names[person], before, own));
            }
        }

        return count;
    }

    private async Task<int> SealPartsAsync(ArchivePeriod period, CancellationToken ct)
    {
        var (kind, from, end, count) = (ArchivePeriod.PartsOf(period.Kind)!.Value, period.From, period.End, 0);
        var people = await db.Editions.Where(e => e.Kind == kind && e.From >= from && e.From <= end)
            .Select(e => e.EmployeeId).Distinct().OrderBy(id => id).ToListAsync(ct);
        foreach (var some in (await LeftAsync(period, people, ct)).Chunk(ReadAtOnce))
        {
            var (names, previous) = (await NumbersAsync(some, ct), await PreviousAsync(period, some, ct));
            var parts = await db.PartsAsync(period, some, ct);
            count += await WriteAsync(period, [.. some.Select(EditionOf)], ct);

            Edition EditionOf(long person)
            {
                var (own, before) = (parts[person].ToList(), previous.GetValueOrDefault(person, ""));
                var document = EditionDocument.Of(period, names[person], before, own);
                return Sealed(period, person, own.Sum(part => part.Entries), own.Sum(part => part.Minutes), before, document);
            }
        }

        return count;
    }

    /// <summary>Says which lines belong to a month that is over; whoever comes second finds it said.</summary>
    private async Task CutAsync(ArchivePeriod month, CancellationToken ct)
    {
        var from = month.From;
        if (await db.EditionCuts.AnyAsync(c => c.From == from, ct)) return;

        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.EditionCuts.AnyAsync(c => c.From == from, ct)) return;

        db.Add(new EditionCut { From = from, ThroughId = await db.ArchiveEntries.MaxAsync(e => e.Id, ct) });
        await turn.CommitAsync(ct);
    }

    private async Task<IEnumerable<long>> LeftAsync(ArchivePeriod period, IReadOnlyList<long> people, CancellationToken ct)
    {
        var (kind, from) = (period.Kind, period.From);
        var done = await db.Editions.Where(e => e.Kind == kind && e.From == from).Select(e => e.EmployeeId).ToListAsync(ct);
        return people.Except(done);
    }

    private Task<Dictionary<long, string>> NumbersAsync(IReadOnlyCollection<long> people, CancellationToken ct) =>
        db.Employees.Where(e => people.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.UserName!, ct);

    /// <summary>The digest of each one's last edition of the kind before a period.</summary>
    private async Task<Dictionary<long, string>> PreviousAsync(ArchivePeriod period, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var (kind, from, all) = (period.Kind, period.From, db.Editions);
        return await all.Where(e => e.Kind == kind && people.Contains(e.EmployeeId) && e.From < from)
            .Where(e => e.From == all.Where(o => o.Kind == kind && o.EmployeeId == e.EmployeeId && o.From < from).Max(o => o.From))
            .Select(e => new { e.EmployeeId, e.Digest })
            .ToDictionaryAsync(e => e.EmployeeId, e => e.Digest, ct);
    }

    private async Task<int> WriteAsync(ArchivePeriod period, IReadOnlyList<Edition> editions, CancellationToken ct)
    {
        var (kind, from, written) = (period.Kind, period.From, 0);
        foreach (var some in editions.Chunk(WrittenAtOnce))
        {
            var people = some.Select(edition => edition.EmployeeId).ToList();
            await using var turn = await db.TakeTurnAsync(ct);
            var done = await db.Editions.Where(e => e.Kind == kind && people.Contains(e.EmployeeId) && e.From == from)
                .Select(e => e.EmployeeId).ToListAsync(ct);
            var news = some.Where(edition => !done.Contains(edition.EmployeeId)).ToList();
            await BulkInsert.WriteAsync(db, news, ct);
            await turn.CommitAsync(ct);
            written += news.Count;
        }

        return written;
    }

    /// <summary>
    /// Writes down the head of a period whose editions are all there, and tells the auditors. Of what is made good after a while they are
    /// told the last alone: it vouches for those before.
    /// </summary>
    private async Task<EditionHead> HeadAsync(ArchivePeriod period, string previous, CancellationToken ct)
    {
        var (kind, from) = (period.Kind, period.From);
        var editions = await db.DigestsAsync(period, ct);
        var head = new EditionHead
        {
            Kind = kind,
            From = from,
            Editions = editions.Count,
            Previous = previous,
            Digest = EditionDocument.HeadOf(period, previous, editions),
        };
        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.EditionHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Kind == kind && h.From == from, ct) is { } other)
            return other;

        db.Add(head);
        if (period.Next.End >= Today) await TellAuditorsAsync(head, clock.GetUtcNow(), ct);
        await turn.CommitAsync(ct);
        return head;
    }

    private async Task TellAuditorsAsync(EditionHead head, DateTimeOffset now, CancellationToken ct)
    {
        var key = $"{head.Kind} {head.Period.Name}";
        var told = db.Letters.Where(l => l.Kind == LetterKind.ArchiveHead && l.Key == key).Select(l => l.RecipientId);
        var auditors = await db.Employees.Employed().Holding(db, Roles.Auditor).Where(e => !told.Contains(e.Id))
            .Select(e => e.Id).ToListAsync(ct);
        var about = new Dictionary<string, string>
        {
            ["kind"] = $"{head.Kind}",
            ["period"] = head.Period.Name,
            ["head"] = head.Digest,
        };
        db.AddRange(auditors.Select(id => new Letter(id, LetterKind.ArchiveHead, key, "/archive/heads", about, null, now)));
    }

    internal static int MinutesOf(IEnumerable<ArchiveEntry> entries) =>
        entries.Sum(entry => entry.ReversesId is null ? entry.Minutes ?? 0 : -(entry.Minutes ?? 0));

    private static Edition Sealed(ArchivePeriod period, long person, int entries, int minutes, string previous, byte[] document) => new()
    {
        Kind = period.Kind,
        From = period.From,
        EmployeeId = person,
        Entries = entries,
        Minutes = minutes,
        Previous = previous,
        Digest = EditionDocument.DigestOf(document),
        Document = EditionDocument.Pack(document),
    };
}

internal static class EditionQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The editions that make up longer ones of some people.</summary>
        public async Task<ILookup<long, EditionPart>> PartsAsync(
            ArchivePeriod period, IReadOnlyCollection<long> people, CancellationToken ct)
        {
            var (kind, from, end) = (ArchivePeriod.PartsOf(period.Kind)!.Value, period.From, period.End);
            var parts = await db.Editions
                .Where(e => e.Kind == kind && people.Contains(e.EmployeeId) && e.From >= from && e.From <= end)
                .Select(e => new { e.EmployeeId, Part = new EditionPart(e.From, e.Digest, e.Entries, e.Minutes) })
                .ToListAsync(ct);
            return parts.ToLookup(part => part.EmployeeId, part => part.Part);
        }

        /// <summary>Everybody's digests of a period.</summary>
        public async Task<List<(string Employee, string Digest)>> DigestsAsync(ArchivePeriod period, CancellationToken ct)
        {
            var (kind, first) = (period.Kind, period.From);
            var digests = await db.Editions.Where(e => e.Kind == kind && e.From == first)
                .Join(db.Employees, e => e.EmployeeId, p => p.Id, (e, p) => new { p.UserName, e.Digest })
                .ToListAsync(ct);
            return digests.ConvertAll(edition => (edition.UserName!, edition.Digest));
        }
    }
}
