using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Competitions;

public sealed class CompetitionPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string New = "/authoring/competitions/new";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task A_competition_is_prepared_published_and_entered()
    {
        var trainer = await App.SignInAsync("T0001");
        var made = await MakeAsync(trainer, "新人赛");
        await trainer.PostShownAsync(made, $"{made}/publication");
        var id = made.Split('/')[^1];
        var teller = await App.SignInAsync("E0061");

        var page = await teller.GetPageAsync($"/competitions/{id}");
        var enter = page.QuerySelector(".item .button")!.GetAttribute("href")!;
        var started = await teller.PostFormAsync(enter, enter);

        Assert.Contains("新人赛", (await teller.GetPageAsync("/competitions")).Body!.TextContent);
        Assert.StartsWith("/drills/runs/", started.Headers.Location!.ToString());
        Assert.Contains("还剩 1 次", (await teller.GetPageAsync($"/competitions/{id}")).Body!.TextContent);
        var changed = await trainer.PostFormAsync("/authoring/banks", made, Form("改名", "2026-11-24T08:00", "2026-11-30T18:00"));
        Assert.Contains("不能再改", (await changed.ReadPageAsync()).Body!.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_with_a_competition_is_told_at_its_field_and_what_was_typed_stays()
    {
        var trainer = await App.SignInAsync("T0001");

        var page = await (await trainer.PostFormAsync(New, New, Form("倒着来", "2026-11-30T08:00", "2026-11-24T18:00"))).ReadPageAsync();

        Assert.Contains("截止时间要晚于开始时间", page.GetElementById("ClosesAt-error")!.TextContent);
        Assert.Equal("倒着来", page.GetElementById("Title")!.GetAttribute("value"));
        var none = await (await trainer.PostFormAsync(New, New, ("Form.Title", "空"))).ReadPageAsync();
        Assert.NotNull(none.GetElementById("OpensAt-error"));
    }

    [Fact]
    public async Task Who_is_behind_by_errors_alone_reads_by_how_many()
    {
        var teller = await App.SignInAsync("E0042");

        var own = (await teller.GetPageAsync($"/standings?drill={Discipline.Practiced[0].Slug}")).QuerySelector(".board-gap")!;

        Assert.Equal("同分，差错多 3", own.QuerySelector("b")!.TextContent);
    }

    [Fact]
    public async Task Who_holds_a_judged_competition_reads_how_many_compete()
    {
        var (id, people) = await App.InStoreAsync(async db =>
        {
            var judged = await db.Set<Competition>().Where(c => c.Title == "三季度点钞比赛").Select(c => c.Id).SingleAsync();
            return (judged, await db.Contestants.In(judged).Entered().CountAsync());
        });

        var page = await (await App.SignInAsync("T0001")).GetPageAsync($"/authoring/competitions/{id}");

        Assert.NotEqual(0, people);
        Assert.Equal($"{people}", page.QuerySelector(".counts dd")!.TextContent);
    }

    [Fact]
    public async Task A_draft_is_not_there_for_others()
    {
        var trainer = await App.SignInAsync("T0001");
        var made = await MakeAsync(trainer, "没发布");
        var teller = await App.SignInAsync("E0062");

        Assert.Equal(HttpStatusCode.NotFound, (await teller.GetAsync($"/competitions/{made.Split('/')[^1]}")).StatusCode);
        Assert.DoesNotContain("没发布", (await teller.GetPageAsync("/competitions")).Body!.TextContent);
    }

    [Fact]
    public async Task A_judge_sees_why_a_run_is_in_doubt_and_decides()
    {
        var run = await InDoubtAsync("E0063");
        var judge = await App.SignInAsync("J0001");

        var page = await judge.GetPageAsync("/judging");
        Assert.Contains("间隔几乎完全一样", page.GetElementById($"run-{run}")!.ParentElement!.ParentElement!.TextContent);
        await judge.PostFormAsync("/judging", $"/judging/runs/{run}/verdict", ("Verdict", "Counts"), ("Reason", "现场看过"));

        Assert.Null((await judge.GetPageAsync("/judging")).GetElementById($"run-{run}"));
        Assert.True(await App.InStoreAsync(db => db.DrillRuns.Where(r => r.Id == run).Select(r => r.Counts).SingleAsync()));
        var result = await (await App.SignInAsync("E0063")).GetPageAsync($"/drills/runs/{run}/result");
        Assert.DoesNotContain("存疑", result.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Who_looks_at_results_of_others_by_name_is_on_the_trail_once_an_hour()
    {
        await InDoubtAsync("E0067");
        var (judge, trainer, teller) = (await App.SignInAsync("J0001"), await App.SignInAsync("T0001"), await App.SignInAsync("E0042"));
        const string board = "/standings?drill=keypad-lines-300&quarter=2026-3";
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => judge.GetPageAsync("/judging")));
        await trainer.GetPageAsync(board);
        await teller.GetPageAsync(board);

        var lines = await App.InStoreAsync(db => db.AuditEntries.AsNoTracking()
            .Where(e => e.Act == CompetitionTrail.ResultsRead).OrderBy(e => e.Id).ToListAsync());
        var judged = lines.Last(line => line.ActorNumber == "J0001");
        Assert.Contains("E0067 ", judged.After["People"], StringComparison.Ordinal);
        Assert.Equal(("/judging", "127.0.0.1"), (judged.SubjectKey, judged.After["Address"]));
        Assert.Single(lines, line => line.ActorNumber == "J0001" && line.After["People"] == judged.After["People"]);
        Assert.Single(lines, line => line.ActorNumber == "T0001" && line.SubjectKey == board);
        Assert.DoesNotContain(lines, line => line.ActorNumber == "E0042");
    }

    [Fact]
    public async Task A_decision_without_a_reason_is_refused_in_words()
    {
        var run = await InDoubtAsync("E0064");
        var judge = await App.SignInAsync("J0001");

        await judge.PostFormAsync("/judging", $"/judging/runs/{run}/verdict", ("Verdict", "Counts"), ("Reason", " "));

        Assert.Contains("请写明理由", (await judge.GetPageAsync("/judging")).QuerySelector(".flash[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task The_board_names_the_best_and_oneself_and_shows_others_by_result_alone()
    {
        var page = await (await App.SignInAsync("E0042")).GetPageAsync("/standings?drill=keypad-lines-300");

        Assert.Equal(3, page.QuerySelectorAll(".podium-place").Length);
        var own = page.QuerySelector("tr.mine, .podium-place:has(.tag.brand)");
        Assert.Contains("我", own!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-rank] .big-number"));
        var named = page.QuerySelectorAll("tbody tr:not(.left-out)")
            .Where(row => !row.TextContent.Contains("未公开", StringComparison.Ordinal));
        Assert.InRange(named.Count(), 0, 8);
    }

    [Fact]
    public async Task Who_teaches_sees_everybody_by_name()
    {
        var page = await (await App.SignInAsync("T0001")).GetPageAsync("/standings?drill=keypad-lines-300&quarter=2026-3");

        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("未公开", page.Body!.TextContent);
        Assert.Null(page.QuerySelector("tr.left-out"));
    }

    [Fact]
    public async Task A_branch_head_sees_their_own_people_by_name_and_no_others()
    {
        var head = await App.SignInAsync("B0001");

        var own = await head.GetPageAsync("/standings?drill=keypad-lines-300&quarter=2026-3&of=branch");
        var bank = await head.GetPageAsync("/standings?drill=keypad-lines-300&quarter=2026-3");

        Assert.DoesNotContain("未公开", own.Body!.TextContent);
        Assert.InRange(own.QuerySelectorAll("tbody tr, .podium-place").Length, 1, 20);
        Assert.NotNull(bank.QuerySelector(".board"));
    }

    [Fact]
    public async Task Branches_are_compared_by_their_best()
    {
        var page = await (await App.SignInAsync("E0042")).GetPageAsync("/standings?drill=keypad-lines-300&quarter=2026-3&of=branches");

        Assert.NotEmpty(page.QuerySelectorAll(".board tbody tr"));
        Assert.NotNull(page.QuerySelector("tr.mine"));
    }

    [Theory]
    [InlineData("/standings?drill=no-such")]
    [InlineData("/standings?quarter=2026-5")]
    [InlineData("/standings?quarter=2027-1")]
    [InlineData("/competitions/999")]
    [InlineData("/competitions/events/999")]
    [InlineData("/authoring/competitions/999")]
    [InlineData("/competitions/events/999/board")]
    [InlineData("/competitions/events/999/board/export")]
    [InlineData("/competitions/999/all-round")]
    [InlineData("/competitions/999/teams")]
    [InlineData("/standings/export?drill=no-such")]
    [InlineData("/api/competitions/events/999/board")]
    [InlineData("/authoring/competitions/events/999/results")]
    [InlineData("/authoring/competitions/events/999/ceremony")]
    public async Task What_is_not_there_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await App.SignInAsync("T0001")).GetAsync(address)).StatusCode);

    [Fact]
    public async Task Nobody_but_its_holder_is_shown_what_came_after_the_freeze()
    {
        var (held, hidden) = await App.InStoreAsync(async db =>
        {
            var frozen = await db.Set<Event>().Include(e => e.Competition).SingleAsync(e => e.Competition.FreezesAt != null);
            return (frozen.Id, await db.DrillRuns.Where(r => r.EventId == frozen.Id && r.EndedAt >= frozen.Competition.FreezesAt)
                .Join(db.Employees, r => r.EmployeeId, e => e.Id, (r, e) => e.Name).ToListAsync());
        });
        Assert.NotEmpty(hidden);
        var teller = await App.SignInAsync("E0061");

        var of = await App.InStoreAsync(db => db.Set<Event>().Where(e => e.Id == held).Select(e => e.CompetitionId).SingleAsync());
        foreach (var address in new[]
        {
            $"/competitions/events/{held}/board", "/standings?drill=slips-sums-600", $"/competitions/{of}/all-round",
            $"/competitions/{of}/teams",
        })
            foreach (var client in new[] { teller, await App.SignInAsync("T0001"), await App.SignInAsync("B0001") })
            {
                var shown = MainOf(await client.GetPageAsync(address));
                Assert.All(hidden, name => Assert.DoesNotContain(name, shown));
            }

        Assert.Equal(HttpStatusCode.Forbidden, (await teller.GetAsync($"/authoring/competitions/events/{held}/results")).StatusCode);
        var all = MainOf(await (await App.SignInAsync("T0001")).GetPageAsync($"/authoring/competitions/events/{held}/results"));
        Assert.All(hidden, name => Assert.Contains(name, all));
    }

    [Fact]
    public async Task A_ceremony_has_nobody_on_the_page_who_has_not_been_called()
    {
        var trainer = await App.SignInAsync("T0001");
        var (held, best) = await App.InStoreAsync(async db =>
        {
            var past = await db.Set<Event>().OrderBy(e => e.Id).FirstAsync(e => e.Competition.FinalizedAt != null);
            var board = await db.BoardAsync(past.Drill, past.Id, BoardCopy.Restricted, CancellationToken.None);
            var first = board.Rows[0].Entry.EmployeeId;
            return (past.Id, await db.Employees.Where(e => e.Id == first).Select(e => e.Name).SingleAsync());
        });
        var address = $"/authoring/competitions/events/{held}/ceremony";

        for (var page = await trainer.GetPageAsync(address); page.GetElementById("next") is { } next;)
        {
            Assert.DoesNotContain(best, page.QuerySelector("main")!.TextContent);
            page = await trainer.GetPageAsync(next.GetAttribute("href")!);
            if (page.GetElementById("next") is null) Assert.Contains(best, page.QuerySelector(".latest")!.TextContent);
        }

        var looks = await App.InStoreAsync(db => db.AuditEntries.AsNoTracking()
            .Where(e => e.Act == CompetitionTrail.ResultsRead && e.SubjectKey == address).ToListAsync());
        Assert.Contains(best, Assert.Single(looks).After["People"], StringComparison.Ordinal);
        var running = await FrozenAsync();
        Assert.Contains("还不能揭榜", (await trainer.GetPageAsync($"/authoring/competitions/events/{running}/ceremony")).Body!.TextContent);
    }

    [Fact]
    public async Task A_watched_board_is_told_to_the_page_as_whoever_looks_may_see_it()
    {
        var held = await FrozenAsync();
        var client = await App.SignInAsync("E0022");

        using var stream = new StreamReader(await client.GetStreamAsync($"/api/competitions/events/{held}/board"));
        Assert.Equal("event: board", await stream.ReadLineAsync());
        var told = JsonNode.Parse((await stream.ReadLineAsync())!["data: ".Length..])!;

        Assert.True((bool)told["isFrozen"]!);
        var rows = told["rows"]!.AsArray();
        Assert.Single(rows, row => (bool)row!["isOwn"]!);
        Assert.All(rows, row => Assert.Equal(row!["name"] is null, row["branch"] is null));
        var named = (await App.InStoreAsync(async db => await db.BoardAsync(
            (await db.Set<Event>().SingleAsync(e => e.Id == held)).Drill, held, BoardCopy.Public, CancellationToken.None))).NamedRanks;
        Assert.All(rows, row => Assert.Equal((int)row!["rank"]! <= named || (bool)row["isOwn"]!, row["name"] is not null));
    }

    [Fact]
    public async Task A_quarter_without_contests_says_so()
    {
        var page = await (await App.SignInAsync("E0042")).GetPageAsync("/standings?quarter=2025-1");

        Assert.Contains("2025 年一季度还没有翻打传票的竞赛成绩", page.QuerySelector(".empty")!.TextContent);
    }

    /// <summary>The event whose board stands still.</summary>
    private Task<long> FrozenAsync() => App.InStoreAsync(db =>
        db.Set<Event>().Where(e => e.Competition.FreezesAt != null).Select(e => e.Id).SingleAsync());

    private static string MainOf(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private Task<long> InDoubtAsync(string number) => App.InStoreAsync(db => db.KeyByMachineAsync(App.Clock, number));

    private static async Task<string> MakeAsync(HttpClient trainer, string title) =>
        (await trainer.PostFormAsync(New, New, Form(title, "2026-11-24T08:00", "2026-11-30T18:00"))).Headers.Location!.ToString();

    private static (string Name, string Value)[] Form(string title, string opens, string closes) =>
    [
        ("Form.Title", title), ("Form.OpensAt", opens), ("Form.ClosesAt", closes),
        ("Form.Events[0].Discipline", "keypad-lines-300"), ("Form.Events[0].Tries", 2.ToString(CultureInfo.InvariantCulture)),
    ];
}
