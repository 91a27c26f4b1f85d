using System.Diagnostics;
using Academy.Domain.Archives;
using Academy.Domain.Data;
using Academy.Tests.Archives;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Measurements;

/// <summary>What sealing costs in a bank of ten thousand with a hundred lines each.</summary>
[Collection("Measurements")]
public sealed class ArchiveMeasurements(OpenedAcademy opened)
{
    private const int People = 10_000;
    private const int Lines = 100;
    private const int MonthsOfLines = 24;
    private const int Megabyte = 1024 * 1024;

    [Fact(Explicit = true)]
    public async Task Ten_thousand_archives_of_a_hundred_lines()
    {
        var figures = new Figures($"{People} people with {Lines} lines each over {MonthsOfLines} months", "What", "took");
        await using var store = new AcademyStore(opened);
        Fill(store);
        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64 / Megabyte;

        var first = await SealAsync(store);
        figures.Add(
            $"the first sealing, {first.Count.Editions} editions, at most {first.Megabytes} MB ({before} MB before)", first.Elapsed);
        store.Execute(
            "INSERT INTO ArchiveEntries (EmployeeId, Number, At, Day, RecordedAt, Kind, Subject, Title, Discipline, Score, Minutes, "
            + "Detail, BranchId, Branch, PositionId, Position, Source, Revision, ByNumber) "
            + $"SELECT Id, {Lines + 1}, 639000000000000000, '2026-11-15', "
            + "639000000000000000, 'QuizResult', 'quiz:1', '测验', '', 8000, 0, '', BranchId, 'b', PositionId, 'p', 'later:' || Id, 1, '' "
            + $"FROM Employees WHERE UserName LIKE 'M%' ORDER BY Id LIMIT {People / 100}");
        store.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 4, 0, 0, TimeSpan.Zero));
        var next = await SealAsync(store);
        figures.Add($"the next one, {next.Count.Editions} editions", next.Elapsed);
        figures.Add("looking it all over", await Figures.TimeAsync(async () => Assert.Null((await store.VerifyAsync()).Finding)));
        figures.Add($"documents of {await SizeAsync(store) / Megabyte} MB");
        figures.Show();
    }

    private static async Task<(SealedCount Count, TimeSpan Elapsed, long Megabytes)> SealAsync(AcademyStore store)
    {
        var (most, count) = (0L, new SealedCount(0, 0));
        using var watch = new Timer(_ => most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64), null, 0, 50);
        var elapsed = await Figures.TimeAsync(async () => count = await store.SealAsync());
        return (count, elapsed, most / Megabyte);
    }

    private static Task<long> SizeAsync(AcademyStore store) => store.AskAsync(async (AcademyDb db) =>
        await db.Database.SqlQuery<long>($"SELECT SUM(length(Document)) AS Value FROM Editions").SingleAsync());

    private static void Fill(AcademyStore store)
    {
        store.Tamper("DELETE FROM ArchiveEntries; DROP TRIGGER ArchiveEntriesAreNotReplaced");
        store.Execute(
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {People}) INSERT INTO Employees (UserName, "
            + "NormalizedUserName, Name, GivenName, PinyinKey, BranchId, PositionId, Employment, MustChangePassword, EmailConfirmed, "
            + "PhoneNumberConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount, SecurityStamp) SELECT 'M' || printf('%05d', i), "
            + "'M' || printf('%05d', i), '张三丰', '', '', e.BranchId, e.PositionId, e.Employment, 0, 0, 0, 0, 0, 0, 'x' FROM n, "
            + "(SELECT * FROM Employees WHERE UserName = 'E0001') e");
        store.Execute(
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Lines}) INSERT INTO ArchiveEntries "
            + "(EmployeeId, Number, At, Day, RecordedAt, Kind, Subject, Title, Discipline, Score, MaxScore, HasPassed, Minutes, Detail, "
            + "BranchId, Branch, PositionId, Position, Source, Revision, ByNumber) SELECT e.Id, i, 638000000000000000 + i * 6000000000000, "
            + $"date('2024-11-01', '+' || (i * {MonthsOfLines} * 30 / {Lines}) || ' days'), 638000000000000000, "
            + "'QuizResult', 'quiz:' || i, "
            + "'《文明服务规范》课程测验', '', 8000 + i, 10000, 1, 0, 'AB12-CD34', e.BranchId, '青澜农商银行城东支行', e.PositionId, "
            + "'综合柜员', 'attempt:' || (e.Id * 1000 + i), 1, '' FROM n, Employees e WHERE e.UserName LIKE 'M%'");
    }
}
