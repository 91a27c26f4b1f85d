using System.Net;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Competitions;

/// <summary>An objection from the page of who raises it to the answer there.</summary>
public sealed class ObjectionPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string New = "/authoring/competitions/new";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task Who_took_part_objects_the_committee_sees_the_effect_and_decides_and_the_answer_is_read()
    {
        var (competition, held, run) = await OverAsync();
        var (teller, judge) = (await App.SignInAsync("E0071"), await App.SignInAsync("J0001"));
        var (raise, hold) = ($"/competitions/events/{held}/objection", $"/authoring/competitions/{competition}");
        Assert.Contains(raise, (await teller.GetPageAsync($"/competitions/{competition}")).Body!.InnerHtml, StringComparison.Ordinal);

        var empty = await (await teller.PostFormAsync(raise, raise, ("Text", " "))).ReadPageAsync();
        Assert.Contains("请写明", empty.GetElementById("Text-error")!.TextContent);
        await teller.PostFormAsync(raise, raise, ("Text", "E0072 的成绩有问题"));
        var trainer = await App.SignInAsync("T0001");
        Assert.NotNull((await trainer.GetPageAsync(hold)).QuerySelector("#blockers a[href='/judging/objections']"));

        var link = (await judge.GetPageAsync("/judging/objections")).QuerySelector(".item h3 a")!.GetAttribute("href")!;
        var effect = await judge.GetPageAsync($"{link}?who=E0072&run={run}&verdict=DoesNotCount");
        Assert.Contains("2 人的名次会变", effect.GetElementById("effect-title")!.TextContent);
        var seen = effect.QuerySelector("#effect input[name=Seen]")!.GetAttribute("value")!;
        var decided = await judge.PostFormAsync(
            link, link, ("RunId", $"{run}"), ("Becomes", "DoesNotCount"), ("Seen", seen), ("Reason", "复核录像，不予计入"));
        Assert.Equal("/judging/objections", decided.Headers.Location!.ToString());

        Assert.Contains("复核录像，不予计入", (await teller.GetPageAsync(raise)).Body!.TextContent);
        Assert.Null((await trainer.GetPageAsync(hold)).GetElementById("blockers"));
        Assert.False(await App.InStoreAsync(db => db.DrillRuns.Where(r => r.Id == run).Select(r => r.Counts).SingleAsync()));
        await trainer.PostFormAsync(hold, $"{hold}/finalization", ("Remark", "异议已处理"));
        Assert.Contains("异议已处理", (await teller.GetPageAsync($"/competitions/{competition}")).GetElementById("finalization")!.TextContent);
        Assert.Contains("第 1 名", (await teller.GetPageAsync("/competitions/results")).QuerySelector("[data-rank]")!.TextContent);
        Assert.Contains("一等奖", (await teller.GetPageAsync($"/competitions/events/{held}/board")).QuerySelector("tr.mine")!.TextContent);
    }

    [Fact]
    public async Task Nobody_else_finds_the_page_of_an_objection()
    {
        var (_, held, _) = await OverAsync();

        var answer = await (await App.SignInAsync("E0075")).GetAsync($"/competitions/events/{held}/objection");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>A competition that is over, in which E0072 was better than E0071.</summary>
    private async Task<(long Competition, long Event, long Best)> OverAsync()
    {
        var trainer = await App.SignInAsync("T0001");
        var made = (await trainer.PostFormAsync(
            New, New, ("Form.Title", "异议赛"), ("Form.OpensAt", "2026-11-24T08:00"), ("Form.ClosesAt", "2026-11-30T18:00"),
            ("Form.Events[0].Discipline", "keypad-lines-300"), ("Form.Events[0].Tries", "2"))).Headers.Location!.ToString();
        await trainer.PostShownAsync(made, $"{made}/publication");
        return await App.InStoreAsync(async db =>
        {
            var held = await db.Events.OrderBy(e => e.Id).LastAsync();
            await KeyAsync("E0071", 30);
            var best = await KeyAsync("E0072", 40);
            await db.Competitions.Where(c => c.Id == held.CompetitionId).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.OpensAt, App.Clock.GetUtcNow().AddDays(-2))
                .SetProperty(c => c.ClosesAt, App.Clock.GetUtcNow().AddHours(-1)));
            return (held.CompetitionId, held.Id, best);

            // Nobody's keys are the same as another's, or of another contest.
            Task<long> KeyAsync(string number, int keys) => db.KeyDrillAsync(
                App.Clock, number, Typist.Keypad, Typist.Hit(Typist.KeysOf(Typist.Keypad, keys), 5, seed: keys + (int)held.Id), held.Id);
        });
    }
}
