using System.Globalization;
using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Academy.Tests.Competitions;

/// <summary>The season of the demonstration bank's finished quarter, as each sees it.</summary>
public sealed class SeasonPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Past = "/standings/season?quarter=2026-3";
    private const string Unnamed = "未公开";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task It_names_the_best_and_oneself_and_tells_what_ones_place_is_made_of()
    {
        var season = await SeasonAsync();
        var page = await (await App.SignInAsync("E0042")).GetPageAsync(Past);

        var own = page.QuerySelector("tr.mine")!;
        Assert.Contains("我", own.TextContent);
        var rows = page.QuerySelectorAll(".board tbody tr:not(.left-out)");
        Assert.All(rows.Where(row => row != own), row => Assert.Equal(
            int.Parse(row.QuerySelector(".place")!.TextContent, CultureInfo.InvariantCulture) > season.NamedRanks,
            row.TextContent.Contains(Unnamed, StringComparison.Ordinal)));
        var id = await App.InStoreAsync(db => db.Employees.Numbered("E0042").Select(e => e.Id).SingleAsync());
        Assert.Equal(season.ResultsOf(id).Count(), page.QuerySelectorAll("#own-results li").Length);
        Assert.Contains("最好的 6 项相加", page.GetElementById("rule")!.TextContent);
    }

    [Fact]
    public async Task Who_teaches_sees_everybody_and_a_look_at_others_is_on_the_trail()
    {
        var season = await SeasonAsync();
        var page = await (await App.SignInAsync("T0001")).GetPageAsync(Past);

        Assert.DoesNotContain(Unnamed, page.Body!.TextContent);
        Assert.Equal(Math.Min(20, season.Rows.Count), page.QuerySelectorAll(".board tbody tr").Length);
        var looks = await App.InStoreAsync(db => db.AuditEntries.AsNoTracking()
            .Where(e => e.Act == CompetitionTrail.ResultsRead && e.ActorNumber == "T0001" && e.SubjectKey == Past).ToListAsync());
        Assert.NotEmpty(looks);
    }

    [Fact]
    public async Task A_branch_head_sees_their_own_people_by_name_and_branches_are_compared()
    {
        var head = await App.SignInAsync("B0001");

        var own = await head.GetPageAsync($"{Past}&of=branch");
        var branches = await head.GetPageAsync($"{Past}&of=branches");

        Assert.DoesNotContain(Unnamed, own.Body!.TextContent);
        Assert.NotEmpty(own.QuerySelectorAll(".board tbody tr"));
        Assert.NotNull(branches.QuerySelector("tr.mine"));
        Assert.Contains("3 人的平均分", branches.GetElementById("rule")!.TextContent);
    }

    [Fact]
    public async Task The_spreadsheet_has_what_the_person_sees()
    {
        var (teller, trainer) = (await App.SignInAsync("E0042"), await App.SignInAsync("T0001"));

        var shown = (await teller.GetPageAsync(Past)).QuerySelectorAll(".board tbody tr:not(.left-out)").Length;
        var own = await ReadAsync(teller, "/standings/season/export?quarter=2026-3");
        var all = await ReadAsync(trainer, "/standings/season/export?quarter=2026-3");
        var branches = await ReadAsync(trainer, "/standings/season/export?quarter=2026-3&of=branches");

        var season = await SeasonAsync();
        Assert.Equal(shown, own.Count);
        Assert.All(
            own.Where(row => int.Parse(row["名次"], CultureInfo.InvariantCulture) > season.NamedRanks),
            row => Assert.Contains(row["姓名"], new[] { Unnamed, "苏映禾" }));
        Assert.Equal(season.Rows.Count, all.Count);
        Assert.DoesNotContain(all, row => row["姓名"] == Unnamed);
        Assert.Equal(season.Rows[0].Sum.Value.ToString(CultureInfo.InvariantCulture), all[0]["总分"]);
        Assert.NotEmpty(branches);
    }

    [Fact]
    public async Task A_quarter_without_final_results_says_so_and_one_to_come_is_not_there()
    {
        var client = await App.SignInAsync("E0042");

        var none = await client.GetPageAsync("/standings/season?quarter=2025-1");
        Assert.Contains("2025 年一季度还没有成绩已确认的竞赛", none.QuerySelector(".empty")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/standings/season?quarter=2027-1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/standings/season/export?quarter=x")).StatusCode);
    }

    [Fact]
    public async Task Boards_and_the_season_lead_to_each_other_in_the_same_quarter()
    {
        var client = await App.SignInAsync("E0042");

        var board = await client.GetPageAsync("/standings?drill=keypad-lines-300&quarter=2026-3&of=branches");
        var season = await client.GetPageAsync($"{Past}&of=branches");

        Assert.Contains($"{Past}&of=branches", LinksOf(board));
        Assert.Contains("/standings?drill=keypad-lines-300&quarter=2026-3&of=branches", LinksOf(season));
        Assert.Equal("赛季总榜", season.QuerySelector(".board-drills a[aria-current=page]")!.TextContent);
    }

    private static IEnumerable<string?> LinksOf(IHtmlDocument page) =>
        page.QuerySelectorAll(".board-drills a").Select(link => link.GetAttribute("href"));

    private Task<Season> SeasonAsync() => App.InStoreAsync(db => db.SeasonAsync(
        new Quarter(2026, 3), SeasonTerms.Usual, App.Services.GetRequiredService<BankZone>(), CancellationToken.None));

    private static async Task<IReadOnlyList<Dictionary<string, string>>> ReadAsync(HttpClient client, string address)
    {
        using var file = new MemoryStream(await client.GetByteArrayAsync(address));
        return [.. MiniExcel.Query(file, useHeaderRow: true).Cast<IDictionary<string, object?>>()
            .Select(row => row.ToDictionary(cell => cell.Key, cell => $"{cell.Value}"))];
    }
}
