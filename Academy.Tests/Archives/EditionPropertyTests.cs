using System.Globalization;
using Academy.Domain.Archives;
using Academy.Domain.Data;
using Academy.Tests.Certification;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Archives;

/// <summary>Two years day by day against a plain model: each period is sealed once, with what was recorded by then.</summary>
public sealed class EditionPropertyTests(OpenedAcademy opened)
{
    private const int Days = 740;
    private static readonly DateOnly Begin = new(2026, 12, 1);
    private static readonly string[] People = ["E0001", "E0002", "E0003"];
    private static readonly EditionKind[] Kinds = [EditionKind.Month, EditionKind.Quarter, EditionKind.Year];

    [Theory]
    [InlineData("Asia/Shanghai", 1)]
    [InlineData("Europe/Berlin", 2)]
    [InlineData("America/New_York", 3)]
    public async Task Every_line_is_in_one_month_of_its_person_and_every_period_has_one_head(string zone, int seed)
    {
        await using var store = new AcademyStore(given => given with { TimeZone = zone, Demonstration = false });
        opened.CopyTo(store.Folder);
        store.Tamper("DELETE FROM ArchiveEntries");
        var (random, bank) = (new Random(seed), new BankZone(TimeZoneInfo.FindSystemTimeZoneById(zone)));
        var ids = new List<long>();
        foreach (var number in People) ids.Add((await store.PersonAsync(number)).Id!.Value);
        var (expected, day, down) = (new Dictionary<int, (long Person, DateOnly Month)>(), Begin, 0);
        var (sealedThrough, line) = (DateOnly.MinValue, 0);
        for (var passed = 0; passed < Days; passed++, day = day.AddDays(1))
        {
            var now = bank.At(day, new TimeOnly(0, 40));
            store.Clock.SetUtcNow(now);
            if (random.Next(60) == 0) down = 3;
            if (down-- <= 0)
            {
                await store.SealAsync();
                sealedThrough = ArchivePeriod.Of(EditionKind.Month, day).Previous.End;
            }

            if (random.Next(3) > 0 && passed > 0) continue;

            // Some happened today, some of the day before are told late.
            var happened = passed > 0 && random.Next(4) == 0 ? day.AddDays(-random.Next(1, 40)) : day;
            if (happened < Begin) happened = Begin;
            var person = ids[random.Next(ids.Count)];
            var own = ArchivePeriod.Of(EditionKind.Month, happened);
            var first = ArchivePeriod.Of(EditionKind.Month, sealedThrough == DateOnly.MinValue ? happened : sealedThrough.AddDays(1));
            expected.Add(++line, (person, own.From < first.From && sealedThrough != DateOnly.MinValue ? first.From : own.From));
            Record(store, bank, person, line, bank.At(happened, new TimeOnly(23, 59, 59)), now);
        }

        store.Clock.SetUtcNow(bank.At(day.AddDays(400), default));
        await store.SealAsync();

        var found = new Dictionary<int, (long, DateOnly)>();
        var editions = await store.AskAsync((AcademyDb db) => db.Editions.AsNoTracking().ToListAsync());
        foreach (var edition in editions.Where(edition => edition.Kind == EditionKind.Month))
        {
            foreach (var text in EditionDocument.LinesOf(EditionDocument.Unpack(edition.Document)))
            {
                var source = text[(text.IndexOf("\"source\":\"line:", StringComparison.Ordinal) + "\"source\":\"line:".Length)..];
                var number = source[..source.IndexOf('"', StringComparison.Ordinal)];
                found.Add(int.Parse(number, CultureInfo.InvariantCulture), (edition.EmployeeId, edition.From));
            }
        }

        Assert.Equal(expected.OrderBy(pair => pair.Key), found.OrderBy(pair => pair.Key));
        var heads = await store.HeadsAsync();
        foreach (var kind in Kinds)
        {
            var own = heads.Where(head => head.Kind == kind).ToList();
            Assert.All(own.Zip(own.Skip(1)), pair =>
                Assert.Equal((pair.First.Period.Next, pair.First.Digest), (pair.Second.Period, pair.Second.Previous)));
            Assert.True(own[^1].Period.Next.End >= bank.DayOf(store.Clock.GetUtcNow()));
        }

        Assert.Null((await store.VerifyAsync()).Finding);
    }

    [Theory]
    [InlineData(EditionKind.Month, "2028-02-29", "2028-02-01", "2028-02-29", "2028-02")]
    [InlineData(EditionKind.Month, "2027-02-28", "2027-02-01", "2027-02-28", "2027-02")]
    [InlineData(EditionKind.Quarter, "2028-02-29", "2028-01-01", "2028-03-31", "2028-Q1")]
    [InlineData(EditionKind.Quarter, "2026-12-31", "2026-10-01", "2026-12-31", "2026-Q4")]
    [InlineData(EditionKind.Year, "2026-12-31", "2026-01-01", "2026-12-31", "2026")]
    public void A_day_is_in_one_period_of_each_kind(EditionKind kind, string day, string from, string end, string name)
    {
        var period = ArchivePeriod.Of(kind, DayOf(day));

        Assert.Equal((DayOf(from), DayOf(end), name), (period.From, period.End, period.Name));
        Assert.Equal((period.End.AddDays(1), period), (period.Next.From, period.Next.Previous));
    }

    private static DateOnly DayOf(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static void Record(AcademyStore store, BankZone bank, long person, int line, DateTimeOffset at, DateTimeOffset now) =>
        store.Execute(
            "INSERT INTO ArchiveEntries (EmployeeId, Number, At, Day, RecordedAt, Kind, Subject, Title, Discipline, Minutes, Detail, "
            + "BranchId, Branch, PositionId, Position, Source, Revision, ByNumber) SELECT Id, 1 + COALESCE((SELECT MAX(Number) FROM "
            + $"ArchiveEntries WHERE EmployeeId = {person}), 0), {at.UtcTicks}, '{bank.DayOf(at):yyyy-MM-dd}', {now.UtcTicks}, 'Learning', "
            + $"'x', 'x', '', 5, '', BranchId, 'b', PositionId, 'p', 'line:{line}', 1, '' FROM Employees WHERE Id = {person}");
}
