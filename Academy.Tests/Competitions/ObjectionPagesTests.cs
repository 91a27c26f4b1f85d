using System.Net;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
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
        var effect = await judge.GetPageAsync($"{link}?who=E0072&ResultId={run}&Becomes=DoesNotCount");
        Assert.Contains("2 人的名次会变", effect.GetElementById("effect-title")!.TextContent);
        var seen = effect.QuerySelector("#effect input[name=Seen]")!.GetAttribute("value")!;
        var decided = await judge.PostFormAsync(
            link, link, ("ResultId", $"{run}"), ("Becomes", "DoesNotCount"), ("Seen", seen), ("Reason", "复核录像，不予计入"));
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
    public async Task A_judged_result_is_put_right_after_the_effect_was_seen_and_no_ceremony_begins_before()
    {
        var (competition, held) = await JudgedAsync();
        var (teller, trainer) = (await App.SignInAsync("E0071"), await App.SignInAsync("T0001"));
        var raise = $"/competitions/events/{held}/objection";
        var ceremony = $"/authoring/competitions/events/{held}/ceremony";
        Assert.NotNull((await trainer.GetPageAsync(ceremony)).GetElementById("next"));
        Assert.NotNull((await teller.GetPageAsync($"/competitions/{competition}")).QuerySelector($".item a[href='{raise}']"));
        await teller.PostFormAsync(raise, raise, ("Text", "少记了两把"));
        var notYet = await trainer.GetPageAsync(ceremony);
        Assert.Null(notYet.GetElementById("next"));
        Assert.Contains("1 件异议待裁定", notYet.QuerySelector(".empty a[href='/judging/objections']")!.TextContent);

        // Who has judged it finds no way to decide on it.
        var link = (await trainer.GetPageAsync("/judging/objections")).QuerySelector(".item h3 a")!.GetAttribute("href")!;
        var judges = await (await App.SignInAsync("J0001")).GetPageAsync(link);
        Assert.Contains("由别人裁定", judges.QuerySelector(".item")!.TextContent);
        Assert.Null(judges.QuerySelector(".item .button"));

        var item = (await trainer.GetPageAsync(link)).QuerySelector(".item .button")!.GetAttribute("href")!;
        var form = await trainer.GetPageAsync(item);
        Assert.Equal("8", form.GetElementById("item-bundles")!.GetAttribute("value"));
        Assert.Null(form.GetElementById("effect"));
        var contestant = form.QuerySelector("#correction input[name=ResultId]")!.GetAttribute("value")!;
        var asked = $"{link}?who=&ResultId={contestant}&Becomes=Corrected&typed=true&Void=";
        Assert.Contains("没有改动", (await trainer.GetPageAsync($"{asked}&Figures[bundles]=8")).QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("超出范围", (await trainer.GetPageAsync($"{asked}&Figures[bundles]=x")).QuerySelector("[role=alert]")!.TextContent);
        var effect = await trainer.GetPageAsync($"{asked}&Figures[bundles]=10&Figures[untidy]=1");
        Assert.Contains("2 人的名次会变", effect.GetElementById("effect-title")!.TextContent);
        Assert.Contains("由 800 张 变为 990 张", effect.GetElementById("effect")!.TextContent);
        var shown = effect.QuerySelectorAll("#effect input[type=hidden]:not([name^=__])")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).ToList();
        var decided = await trainer.PostFormAsync(link, link, [.. shown, ("Reason", "复核视频，少记两把")]);
        Assert.Equal("/judging/objections", decided.Headers.Location!.ToString());

        Assert.Contains("990 张", (await teller.GetPageAsync($"/competitions/{competition}")).QuerySelector(".item")!.TextContent);
        var sheets = (await trainer.GetPageAsync($"/judging/contestants/{contestant}/settlement")).QuerySelector("main")!.TextContent;
        Assert.Contains("复核视频，少记两把", sheets);
        Assert.Contains("改正前", sheets);
        Assert.NotNull((await trainer.GetPageAsync(ceremony)).GetElementById("next"));
    }

    [Fact]
    public async Task A_paper_is_objected_to_and_found_not_to_count_and_its_writer_reads_it()
    {
        var (trainer, quiz) = (await App.SignInAsync("T0001"), await App.QuizIdAsync(Sittings.Exam));
        var (competition, held) = await PublishAsync(
            trainer, ("Form.Events[0].Discipline", Discipline.Knowledge.Slug), ("Form.Events[0].QuizId", $"{quiz}"));
        var (teller, judge) = (await App.SignInAsync("E0043"), await App.SignInAsync("J0001"));
        var examinee = await Examinee.SeatAsync(App, "E0043", Sittings.Exam);
        await examinee.AnswerAsync(1, 1, (await examinee.PaperAsync()).Slots[0].RightValue());
        await examinee.SubmitAsync();
        await CloseAsync(competition, TimeSpan.FromHours(2));
        var (raise, page) = ($"/competitions/events/{held}/objection", $"/competitions/{competition}");
        Assert.Contains("最好 5 分", (await teller.GetPageAsync(page)).QuerySelector(".item")!.TextContent);
        Assert.NotNull((await teller.GetPageAsync(page)).QuerySelector($".item a[href='{raise}']"));
        await teller.PostFormAsync(raise, raise, ("Text", "我答题时看了资料"));

        var link = (await judge.GetPageAsync("/judging/objections")).QuerySelector(".item h3 a")!.GetAttribute("href")!;
        var effect = await judge.GetPageAsync((await judge.GetPageAsync(link)).QuerySelector(".item .button")!.GetAttribute("href")!);
        Assert.Null(effect.QuerySelector("[role=alert]"));
        Assert.Contains("1 人的名次会变", effect.GetElementById("effect-title")!.TextContent);
        var shown = effect.QuerySelectorAll("#effect input[type=hidden]:not([name^=__])")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).ToList();
        await judge.PostFormAsync(link, link, [.. shown, ("Reason", "本人承认，不予计入")]);

        var own = (await teller.GetPageAsync(page)).QuerySelector(".item")!.TextContent;
        Assert.Contains("成绩无效", own);
        Assert.DoesNotContain("最好", own);
        var writer = await App.InStoreAsync(db => db.Employees.Numbered("E0043").Select(e => e.Id).SingleAsync());
        Assert.Null((await App.InStoreAsync(db =>
            db.BoardAsync(Discipline.Knowledge, held, BoardCopy.Restricted, CancellationToken.None))).RowOf(writer));
    }

    [Fact]
    public async Task Nobody_else_finds_the_page_of_an_objection()
    {
        var (_, held, _) = await OverAsync();

        var answer = await (await App.SignInAsync("E0075")).GetAsync($"/competitions/events/{held}/objection");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>A judged competition that is over, in which E0072 was better than E0071.</summary>
    private async Task<(long Competition, long Event)> JudgedAsync()
    {
        var (competition, held) = await PublishAsync(
            await App.SignInAsync("T0001"), ("Form.Events[0].Discipline", "counting-onefinger-300"), ("Form.Events[0].Tries", "2"));
        foreach (var (number, bundles) in new[] { ("E0071", "8"), ("E0072", "9") })
        {
            var page = $"/competitions/{competition}";
            await (await App.SignInAsync(number)).PostFormAsync(page, $"/competitions/events/{held}/entry");
            var contestant = await App.InStoreAsync(db => db.Contestants.OrderBy(c => c.Id).Select(c => c.Id).LastAsync());
            foreach (var judge in new[] { "J0001", "J0002" })
            {
                await (await App.SignInAsync(judge)).PostShownAsync(
                    $"/judging/contestants/{contestant}", null, ("Figures[bundles]", bundles), ("HandsIn", "true"));
            }
        }

        await CloseAsync(competition);
        return (competition, held);
    }

    /// <summary>A competition that runs.</summary>
    private async Task<(long Competition, long Event)> PublishAsync(HttpClient trainer, params (string Name, string Value)[] held)
    {
        var made = (await trainer.PostFormAsync(
            New, New,
            [("Form.Title", "异议赛"), ("Form.OpensAt", "2026-11-24T08:00"), ("Form.ClosesAt", "2026-11-27T18:00"), .. held]))
            .Headers.Location!.ToString();
        await trainer.PostShownAsync(made, $"{made}/publication");
        return await App.InStoreAsync(async db =>
        {
            var found = await db.Events.OrderBy(e => e.Id).LastAsync();
            await db.Competitions.Where(c => c.Id == found.CompetitionId).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.OpensAt, App.Clock.GetUtcNow().AddDays(-2)));
            return (found.CompetitionId, found.Id);
        });
    }

    /// <summary>Has it closed an hour ago, what was answered in it having been begun before.</summary>
    private Task<int> CloseAsync(long competition, TimeSpan? begun = null) => App.InStoreAsync(async db =>
    {
        var now = App.Clock.GetUtcNow();
        if (begun is { } ago)
        {
            await db.Attempts.OrderBy(a => a.Id).Skip(await db.Attempts.CountAsync() - 1)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.StartedAt, now - ago).SetProperty(a => a.SubmittedAt, now - ago));
        }

        return await db.Competitions.Where(c => c.Id == competition).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.PublishedAt, now.AddDays(-1)).SetProperty(c => c.ClosesAt, now.AddMinutes(-59)));
    });

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
