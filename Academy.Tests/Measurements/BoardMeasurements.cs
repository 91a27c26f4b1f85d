using System.Diagnostics;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Measurements;

/// <summary>What boards cost when a whole bank competes, and when it watches.</summary>
[Collection("Measurements")]
public sealed class BoardMeasurements(OpenedAcademy opened)
{
    private const int People = 10_000;
    private const int Watchers = 1_000;

    private static readonly Quarter Winter = new(2026, 4);

    [Fact(Explicit = true)]
    public async Task Boards_of_ten_thousand_people_in_twelve_events()
    {
        var figures = new Figures($"Boards over {People} people and 12 events", "What", "once", "of that processor");
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync(
            "工号,姓名,机构编号,岗位,状态\n" + string.Concat(Enumerable.Range(1, People).Select(n => $"R{n:D6},张三丰,101,柜员,在岗\n")));
        await store.ApplyAsync(run, (await store.PlanAsync(run)).Fingerprint);
        foreach (var number in Enumerable.Range(1, 3)) await CompeteAsync(store, number);

        foreach (var discipline in Discipline.Practiced)
        {
            await store.BoardAsync(discipline, Winter);
            figures.Add($"{discipline.Slug}, 30,000 runs", await Figures.CostAsync(() => store.BoardAsync(discipline, Winter)));
        }

        Keep(store);
        var season = await SeasonAsync(store);
        figures.Add($"season, {season.Rows.Count} people in {season.Events} events", await Figures.CostAsync(() => SeasonAsync(store)));
        figures.Add("its branches", await Figures.CostAsync(() => Task.FromResult(season.Teams(unit => unit))));

        figures.Show();
    }

    [Fact(Explicit = true)]
    public async Task A_thousand_people_watch_a_board()
    {
        var figures = new Figures($"{Watchers} watchers of a live board, with their browsers in the same process", "What", "figure");
        await using var app = new AcademyApp(opened, TimeProvider.System);
        var client = await app.SignInAsync("E0042");
        var (held, run) = await app.InStoreAsync(async db =>
        {
            var running = await db.Set<Event>().OrderBy(e => e.Id).FirstAsync(e =>
                e.Discipline == "keypad-lines-300" && e.Competition.FinalizedAt == null);
            return (running.Id, await db.DrillRuns.Where(r => r.EventId == running.Id && r.Counts).Select(r => r.Id).FirstAsync());
        });
        figures.Add("processor in a second of an academy that nobody watches", await ShareAsync());
        var streams = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(async _ =>
            new StreamReader(await client.GetStreamAsync($"/api/competitions/events/{held}/board"))));
        await Task.WhenAll(streams.Select(BoardAsync));

        figures.Add("the same between changes while all watch", await ShareAsync());

        var watch = Stopwatch.StartNew();
        var told = Task.WhenAll(streams.Select(BoardAsync));
        await app.InStoreAsync(db => db.Database.ExecuteSqlAsync($"UPDATE DrillRuns SET Counts = 0 WHERE Id = {run}"));
        await told;
        figures.Add("from a change to the last who sees it", watch.Elapsed);
        figures.Show();
    }

    /// <summary>What this process has of the processors in a second, once it has come to rest.</summary>
    private static async Task<TimeSpan> ShareAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(15));
        var (processor, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(20));
        return (Environment.CpuUsage.TotalTime - processor) / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Boards of all events as if they had been kept.</summary>
    private static void Keep(AcademyStore store)
    {
        store.Execute(
            """
            INSERT INTO FinalBoards (EventId, KeptAt, People, Rules)
            SELECT EventId, 0, count(*), '{}' FROM DrillRuns WHERE Score IS NOT NULL AND EventId NOT IN (SELECT EventId FROM FinalBoards)
            AND EmployeeId IN (SELECT Id FROM Employees WHERE UserName LIKE 'R%') GROUP BY EventId;
            INSERT INTO FinalRows (EventId, Place, Rank, EmployeeId, Number, Name, BranchId, Branch, BranchEnglish, Score, Wrong)
            SELECT r.EventId, row_number() OVER w, rank() OVER w, r.EmployeeId, u.UserName, u.Name, r.BranchId, '', '', r.Score, r.Wrong
            FROM DrillRuns r JOIN Employees u ON u.Id = r.EmployeeId
            WHERE u.UserName LIKE 'R%' AND r.EventId IN (SELECT EventId FROM FinalBoards WHERE KeptAt = 0)
            WINDOW w AS (PARTITION BY r.EventId ORDER BY r.Score DESC, r.EmployeeId);
            """);
    }

    private static Task<Season> SeasonAsync(AcademyStore store) => store.AskAsync((IServiceProvider unit) =>
        ((AcademyDb)unit.GetService(typeof(AcademyDb))!).SeasonAsync(
            Winter, SeasonTerms.Usual, (BankZone)unit.GetService(typeof(BankZone))!, CancellationToken.None));

    private static async Task CompeteAsync(AcademyStore store, int number)
    {
        var opens = TestClock.Tuesday.AddHours(number);
        var (_, events) = await store.PublishCompetitionAsync(new CompetitionTerms(
            $"冬季竞赛{number}", "", opens, opens.AddDays(2), [.. Discipline.Practiced.Select(d => new EventTerms(d.Slug, 1))]));
        foreach (var (held, discipline) in events.Zip(Discipline.Practiced))
        {
            store.Execute(
                $"""
                INSERT INTO DrillRuns (EmployeeId, BranchId, EventId, Discipline, Terms, StartedAt, EndedAt, WasAbandoned, Score, "Right",
                    Wrong, Keys, Doubts, Counts, AwaitsVerdict)
                SELECT u.Id, u.BranchId, {held}, '{discipline.Slug}', r.Terms, r.StartedAt, r.EndedAt, 0, abs(random() % 100000), 10,
                    abs(random() % 9), 100, '[]', 1, 0
                FROM Employees u, (SELECT * FROM DrillRuns WHERE Discipline = '{discipline.Slug}' AND EndedAt IS NOT NULL LIMIT 1) r
                WHERE u.UserName LIKE 'R%'
                """);
        }
    }

    /// <summary>The next board that is told.</summary>
    private static async Task BoardAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal)) return;
        }

        Assert.Fail("The stream has ended.");
    }
}
