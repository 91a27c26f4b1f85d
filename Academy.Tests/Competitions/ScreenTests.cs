using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Competitions;

/// <summary>A screen in a staff room shows what everybody may see, to whoever has its link, and nothing else.</summary>
public sealed class ScreenTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Screens = "/authoring/screens";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task It_shows_named_ranks_and_branches_without_a_sign_in_and_nothing_behind_a_freeze()
    {
        var address = await HangAsync("大堂一号屏");
        var (named, others, hidden) = await App.InStoreAsync(async db =>
        {
            var frozen = await db.Set<Event>().Include(e => e.Competition).SingleAsync(e => e.Competition.FreezesAt != null);
            var board = await db.BoardAsync(frozen.Drill, frozen.Id, BoardCopy.Public, CancellationToken.None);
            var late = await db.DrillRuns.Where(r => r.EventId == frozen.Id && r.EndedAt >= frozen.Competition.FreezesAt)
                .Select(r => r.EmployeeId).ToListAsync();
            var names = await db.Employees.ToDictionaryAsync(e => e.Id, e => e.Name);
            return (
                names[board.Rows[0].Entry.EmployeeId],
                board.Rows.Skip(board.Named.Count()).Select(row => names[row.Entry.EmployeeId]).ToList(),
                late.Where(id => board.RowOf(id) is null).Select(id => names[id]).ToList());
        });

        foreach (var path in new[] { address, $"{address}/slides" })
        {
            var page = await App.CreateClient().GetPageAsync(path);
            Assert.NotEmpty(page.QuerySelectorAll("[data-slide] .wall-who"));
            Assert.Contains(named, page.Body!.TextContent);
            Assert.All(hidden, name => Assert.DoesNotContain(name, page.Body!.TextContent));
            var slide = page.QuerySelectorAll("[data-slide]").Single(one => one.TextContent.Contains("翻打传票", StringComparison.Ordinal));
            Assert.All(others, name => Assert.DoesNotContain(name, slide.TextContent));
            Assert.Empty(page.QuerySelectorAll("nav, form, main a"));
        }
    }

    [Fact]
    public async Task Taken_down_it_shows_nothing_any_more_and_a_wrong_secret_never_did()
    {
        var trainer = await App.SignInAsync("T0001");
        var address = await HangAsync("金库值班室");
        var id = await App.InStoreAsync(db => db.ScreenLinks.Where(s => s.Label == "金库值班室").Select(s => s.Id).SingleAsync());
        await trainer.PostFormAsync(Screens, $"{Screens}/{id}/revocation");

        Assert.Equal(HttpStatusCode.NotFound, (await App.CreateClient().GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await App.CreateClient().GetAsync($"{address}/slides")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await App.CreateClient().GetAsync($"/standings/screen/{new string('0', 40)}")).StatusCode);
        Assert.Equal(
            [CompetitionTrail.ScreenHung, CompetitionTrail.ScreenTakenDown],
            await App.InStoreAsync(db => db.AuditEntries
                .Where(e => e.Subject == CompetitionTrail.Screen && e.SubjectKey == $"{id}").OrderBy(e => e.Id)
                .Select(e => e.Act).ToListAsync()));
    }

    [Fact]
    public async Task Its_secret_is_told_once_and_not_kept()
    {
        var trainer = await App.SignInAsync("T0001");
        var address = await HangAsync("二楼办公区");

        Assert.Null((await trainer.GetPageAsync(Screens)).GetElementById("made"));
        var kept = await App.InStoreAsync(db => db.ScreenLinks.AsNoTracking().SingleAsync(s => s.Label == "二楼办公区"));
        Assert.DoesNotContain(kept.Hash, address);
        Assert.DoesNotContain(address.Split('/')[^1], kept.Hash);
        var again = await (await trainer.PostFormAsync(Screens, Screens, ("Label", "二楼办公区"))).ReadPageAsync();
        Assert.Contains("已经有", again.GetElementById("Label-error")!.TextContent);
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_come_back()
    {
        var client = App.ClientAt("203.0.113.77");
        var address = $"/standings/screen/{new string('f', 40)}";
        for (var i = 0; i < ScreenLimit.Most; i++) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await App.ClientAt("203.0.113.78").GetAsync(address)).StatusCode);
    }

    private async Task<string> HangAsync(string label)
    {
        var trainer = await App.SignInAsync("T0001");
        await trainer.PostFormAsync(Screens, Screens, ("Label", label));
        return new Uri((await trainer.GetPageAsync(Screens)).GetElementById("made")!.GetAttribute("href")!).AbsolutePath;
    }
}
