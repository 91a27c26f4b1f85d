using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Academy.Domain.Archives;

/// <summary>The one way in which anything comes into the archive: in the turn of the act that caused it.</summary>
public static class Recording
{
    extension(AcademyDb db)
    {
        /// <summary>The bank's zone comes with the store: acts that only write down when something was have no need of it.</summary>
        private BankZone Zone => db.GetService<BankZone>();

        private DateTimeOffset Now => db.GetService<TimeProvider>().GetUtcNow();

        /// <summary>Records what happened; of a source that is recorded already, nothing.</summary>
        internal async Task RecordAsync(IReadOnlyCollection<Happening> happenings, CancellationToken ct)
        {
            db.DemandTurn();
            if (happenings.Count == 0) return;

            var known = await db.RecordedAsync([.. happenings.Select(happening => happening.Source)], ct);
            var news = happenings.Where(happening => known.Add(happening.Source)).ToList();
            if (news.Count > 0) await db.WriteAsync([.. news.Select(happening => new Line(happening, 1, null))], ct);
        }

        /// <summary>
        /// Has a source say something else from now on, or nothing any more: takes back what stands and records what is so instead.
        /// </summary>
        internal async Task CorrectAsync(string source, Happening? instead, DateTimeOffset at, CancellationToken ct)
        {
            db.DemandTurn();
            var last = await db.ArchiveEntries.AsNoTracking().Where(e => e.Source == source).OrderByDescending(e => e.Revision)
                .FirstOrDefaultAsync(ct);
            var (stands, revision) = (last is { ReversesId: null } ? last : null, last?.Revision ?? 0);
            if (stands is null && instead is null) return;
            if (stands is not null && instead is not null && stands.Says(instead)) return;

            var lines = new List<Line>();
            if (stands is not null) lines.Add(new Line(TakingBack(stands, at), ++revision, stands.Id));
            if (instead is not null) lines.Add(new Line(instead, ++revision, null));
            await db.WriteAsync(lines, ct);
        }

        /// <summary>Those of some sources that are recorded already.</summary>
        internal async Task<HashSet<string>> RecordedAsync(IReadOnlyList<string> sources, CancellationToken ct) =>
            [.. await db.ArchiveEntries.Where(e => sources.Contains(e.Source)).Select(e => e.Source).Distinct().ToListAsync(ct)];

        private async Task WriteAsync(IReadOnlyList<Line> lines, CancellationToken ct)
        {
            db.DemandTurn();
            // Who is recorded may be new in this very turn.
            await db.SaveChangesAsync(ct);
            var (zone, now) = (db.Zone, db.Now);
            var people = lines.Select(line => line.Happening.EmployeeId).Distinct().ToList();
            var numbers = await db.ArchiveEntries.Where(e => people.Contains(e.EmployeeId)).GroupBy(e => e.EmployeeId)
                .Select(own => new { own.Key, Last = own.Max(e => e.Number) }).ToDictionaryAsync(own => own.Key, own => own.Last, ct);
            var postings = lines.Any(line => line.Happening is { BranchId: null } or { PositionId: null })
                ? (await db.Postings.AsNoTracking().Where(p => people.Contains(p.EmployeeId)).ToListAsync(ct)).ToLookup(p => p.EmployeeId)
                : null;
            var places = lines.Select(line => PlaceOf(line.Happening, zone, postings)).ToList();
            var (branchIds, positionIds) = (places.Select(p => p.BranchId).Distinct(), places.Select(p => p.PositionId).Distinct());
            var branches = await db.Branches.Where(b => branchIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
            var positions = await db.Positions.Where(p => positionIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            await BulkInsert.WriteAsync(db, lines.Zip(places).Select(pair => EntryOf(pair.First, pair.Second)), ct);

            ArchiveEntry EntryOf(Line line, Workplace at)
            {
                var (happening, person) = (line.Happening, line.Happening.EmployeeId);
                return new ArchiveEntry
                {
                    EmployeeId = person,
                    Number = numbers[person] = numbers.GetValueOrDefault(person) + 1,
                    At = happening.At,
                    Day = zone.DayOf(happening.At),
                    RecordedAt = now,
                    Kind = happening.Kind,
                    Subject = happening.Subject,
                    Title = Cut.Start(happening.Title, ArchiveEntry.LongestTitle),
                    Discipline = happening.Discipline,
                    Score = happening.Score,
                    MaxScore = happening.MaxScore,
                    HasPassed = happening.HasPassed,
                    Rank = happening.Rank,
                    Field = happening.Field,
                    Minutes = happening.Minutes,
                    Detail = Cut.Start(happening.Detail, ArchiveEntry.LongestDetail),
                    BranchId = at.BranchId,
                    Branch = branches[at.BranchId],
                    PositionId = at.PositionId,
                    Position = positions[at.PositionId],
                    Source = happening.Source,
                    Revision = line.Revision,
                    ReversesId = line.ReversesId,
                    ByNumber = happening.ByNumber,
                };
            }
        }
    }

    private static Workplace PlaceOf(Happening happening, BankZone zone, ILookup<long, Posting>? postings)
    {
        if (happening is { BranchId: { } branch, PositionId: { } position }) return new Workplace(branch, position);

        var (day, own) = (zone.DayOf(happening.At), postings![happening.EmployeeId]);
        var posting = own.FirstOrDefault(posting => posting.Holds(day)) ?? own.MinBy(posting => posting.From)!;
        return new Workplace(happening.BranchId ?? posting.BranchId, happening.PositionId ?? posting.PositionId);
    }

    private static Happening TakingBack(ArchiveEntry stands, DateTimeOffset at) => new(
        stands.EmployeeId, stands.Kind, stands.Source, at, stands.Subject, stands.Title)
    {
        Discipline = stands.Discipline,
        Score = stands.Score,
        MaxScore = stands.MaxScore,
        HasPassed = stands.HasPassed,
        Rank = stands.Rank,
        Field = stands.Field,
        Minutes = stands.Minutes,
        Detail = stands.Detail,
        BranchId = stands.BranchId,
        PositionId = stands.PositionId,
    };

    /// <summary>What is about to be written.</summary>
    private sealed record Line(Happening Happening, int Revision, long? ReversesId);
}
