using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

/// <summary>
/// Which lines a month's editions have: those of its days that were recorded by its cut, and the late ones of days before it that were
/// recorded since the cut before.
/// </summary>
/// <param name="Month">Which month.</param>
/// <param name="After">The last line that was there when the month before was sealed.</param>
/// <param name="Through">The last line that belongs to this one.</param>
internal sealed record MonthEntries(ArchivePeriod Month, long After, long Through)
{
    private HashSet<long> late = [];

    /// <summary>Who has any, in the order of their keys.</summary>
    public async Task<List<long>> PeopleAsync(AcademyDb db, CancellationToken ct)
    {
        var (from, end) = (Month.From, Month.End);
        var timely = await db.ArchiveEntries.Where(e => e.Day >= from && e.Day <= end && e.Id <= Through)
            .Select(e => e.EmployeeId).Distinct().ToListAsync(ct);
        late = After == Through ? [] : [.. await Late(db).Select(e => e.EmployeeId).Distinct().ToListAsync(ct)];
        return [.. timely.Union(late).Order()];
    }

    /// <summary>The lines of some of these people.</summary>
    public async Task<ILookup<long, ArchiveEntry>> OfAsync(AcademyDb db, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var (from, end, through) = (Month.From, Month.End, Through);
        var entries = await db.ArchiveEntries.AsNoTracking()
            .Where(e => people.Contains(e.EmployeeId) && e.Day >= from && e.Day <= end && e.Id <= through)
            .ToListAsync(ct);
        var behind = people.Where(late.Contains).ToList();
        if (behind.Count > 0) entries.AddRange(await Late(db).AsNoTracking().Where(e => behind.Contains(e.EmployeeId)).ToListAsync(ct));
        return entries.ToLookup(entry => entry.EmployeeId);
    }

    /// <summary>Those of a month that is cut; null where it is not yet.</summary>
    public static async Task<MonthEntries?> FindAsync(AcademyDb db, ArchivePeriod month, CancellationToken ct)
    {
        var (from, before) = (month.From, month.Previous.From);
        var cuts = await db.EditionCuts.Where(c => c.From == from || c.From == before)
            .ToDictionaryAsync(c => c.From, c => c.ThroughId, ct);
        return cuts.TryGetValue(from, out var through) ? new MonthEntries(month, cuts.GetValueOrDefault(before), through) : null;
    }

    private IQueryable<ArchiveEntry> Late(AcademyDb db)
    {
        var (from, after, through) = (Month.From, After, Through);
        return db.ArchiveEntries.Where(e => e.Id > after && e.Id <= through && e.Day < from);
    }
}
