using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about competitions.</summary>
internal static class CompetitionScenes
{
    private static readonly DateTimeOffset Start = TestClock.Tuesday;

    /// <summary>
    /// A draft, one that nobody has started in, one that somebody is at, and one that is over, of which one result is in doubt and
    /// another was left without being handed in.
    /// </summary>
    public static async Task<IReadOnlyList<Deed>> CompetitionAsync(AcademyStore store)
    {
        var (trainer, head, judge) = (
            await store.ActorAsync("T0001"), await store.ActorAsync("A0001"), await store.ActorAsync("J0001"));
        var (sitter, other, leaver) = (await store.IdAsync("E0001"), await store.IdAsync("E0002"), await store.IdAsync("E0003"));
        var draft = Terms("草稿", 120, 240);
        var (draftId, _) = await AddAsync(draft);
        var (announcedId, announced) = await PublishAsync(Terms("预告", 50, 240));
        var (_, running) = await PublishAsync(Terms("进行", 50, 240));
        var (overId, over) = await PublishAsync(Terms("结束", 1, 20));
        store.Clock.SetUtcNow(Start.AddMinutes(2));
        var (doubtful, left) = (await EnterAsync(other, over), await EnterAsync(leaver, over));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync("E0002", doubtful, Typist.Evenly(Keys(await store.RunAsync(doubtful), 60)));
        await SendAsync("E0003", left, Typist.Hit(Keys(await store.RunAsync(left), 60), perSecond: 5));
        Assert.Null(await store.AskAsync((Timekeeper role) => role.FinishAsync(other, doubtful, None)));
        store.Clock.SetUtcNow(Start.AddMinutes(58));
        var run = await EnterAsync(sitter, running);
        var judged = await PublishAsync(Terms("点钞", 50, 240) with { Events = [new("counting-onefinger-300", 1, 2)] });
        store.Clock.SetUtcNow(Start.AddMinutes(58));
        var contestant = await store.EnterJudgedAsync(judged.Event, "E0001");
        await store.JudgeAsync("J0002", contestant, Judges.Bundles(10));
        await store.WriteSheetAsync("J0001", contestant, 1, Judges.Bundles(10));
        var renamed = draft with { Title = "年末竞赛" };
        return
        [
            Deed.Of<Convener>("add the draft again", role => role.AddAsync(draft, trainer, None)),
            Deed.Of<Convener>("rename", role => role.ChangeAsync(draftId, draft.AsSeen(), renamed, trainer, None)),
            Deed.Of<Convener>("rename otherwise", role => role.ChangeAsync(
                draftId, draft.AsSeen(), draft with { Title = "新年竞赛" }, head, None)),
            Deed.Of<Convener>("publish", role => role.PublishAsync(draftId, draft.AsSeen(), trainer, None)),
            Deed.Of<Convener>("publish as renamed", role => role.PublishAsync(draftId, renamed.AsSeen(), head, None)),
            Deed.Of<Convener>("withdraw", role => role.WithdrawAsync(announcedId, trainer, None)),
            Deed.Of<Convener>("enter what may be withdrawn", role => role.StartAsync(other, announced, None)),
            Deed.Of<Convener>("enter another", role => role.StartAsync(sitter, announced, None)),
            Deed.Of<Convener>("enter the same", role => role.StartAsync(sitter, running, None)),
            Deed.Of<Timekeeper>("hand in", role => role.FinishAsync(sitter, run, None)),
            Deed.Of<Timekeeper>("practice", role => role.StartAsync(other, Discipline.SlipSums, None)),
            Deed.Of<Timekeeper>("end what was left", role => role.EndOverdueAsync(None)),
            Deed.Of<Timekeeper>("look at what one has left", role => role.EndOverdueAsync(leaver, None)),
            Deed.Of<Convener>("decide", role => role.DecideAsync(doubtful, Verdict.Counts, "看过录像", judge, Office.Here, None)),
            Deed.Of<Convener>("decide otherwise", role => role.DecideAsync(
                doubtful, Verdict.DoesNotCount, "节奏太匀", head, Office.Here, None)),
            Deed.Of<Marshal>("enter a judged event", role => role.EnterAsync(judged.Event, [other], true, trainer, None)),
            Deed.Of<Marshal>("withdraw from it", role => role.WithdrawAsync(judged.Event, [other], trainer, None)),
            Deed.Of<Marshal>("say who did not come", role => role.CallAsync(contestant, true, judge, None)),
            Deed.Of<Referee>("write a sheet", role => role.WriteAsync(contestant, new SentSheet(2, Judges.Bundles(9)), judge, None)),
            Deed.Of<Referee>("hand a sheet in", role => role.HandInAsync(contestant, 1, judge, None)),
            Deed.Of<Convener>("finalize", role => role.FinalizeAsync(overId, "成绩无误", trainer, None)),
            Deed.Of<Convener>("finalize as well", role => role.FinalizeAsync(overId, "成绩无误", head, None)),
        ];

        async Task<(long Id, long Event)> AddAsync(CompetitionTerms terms)
        {
            var id = (await store.AskAsync((Convener role) => role.AddAsync(terms, trainer, None))).CompetitionId!.Value;
            return (id, (await store.LookAsync(db => Task.FromResult(db.Events.Single(e => e.CompetitionId == id)))).Id);
        }

        async Task<(long Id, long Event)> PublishAsync(CompetitionTerms terms)
        {
            var added = await AddAsync(terms);
            Assert.Null(await store.AskAsync((Convener role) => role.PublishAsync(added.Id, terms.AsSeen(), trainer, None)));
            return added;
        }

        async Task<long> EnterAsync(long person, long held) =>
            (await store.AskAsync((Convener role) => role.StartAsync(person, held, None))).RunId!.Value;

        async Task SendAsync(string number, long drill, IReadOnlyList<KeyStroke> keys) =>
            Assert.Null((await store.SendKeysAsync(number, drill, 1, keys)).Refusal);
    }

    /// <summary>A competition that is over, with two results, an objection of each, and a screen that hangs.</summary>
    public static async Task<IReadOnlyList<Deed>> HearingAsync(AcademyStore store)
    {
        var (trainer, head, judge, other) = (
            await store.ActorAsync("T0001"), await store.ActorAsync("A0001"), await store.ActorAsync("J0001"),
            await store.ActorAsync("E0003"));
        var (overId, events) = await store.PublishCompetitionAsync(Terms("结束", 1, 20));
        store.Clock.SetUtcNow(Start.AddMinutes(2));
        var best = await store.CompeteAsync("E0001", events[0], keys: 40);
        await store.CompeteAsync("E0002", events[0], keys: 30);
        await store.CompeteAsync("E0003", events[0], keys: 20);
        store.Clock.SetUtcNow(Start.AddMinutes(50));
        var (first, second) = (await store.ObjectAsync("E0001", events[0]), await store.ObjectAsync("E0002", events[0]));
        Assert.Null((await store.AskAsync((Screens role) => role.HangAsync("大堂", trainer, None))).Refusal);
        var screenId = await store.LookAsync(db => db.ScreenLinks.Select(s => s.Id).SingleAsync());
        var change = new RunChange(best, Verdict.DoesNotCount);
        var seen = (await store.EffectAsync(events[0], change)).AsSeen();
        return
        [
            Deed.Of<Committee>("object", role => role.RaiseAsync(events[0], "漏记一行", other, None)),
            Deed.Of<Committee>("object once more", role => role.RaiseAsync(events[0], "漏记两行", other, None)),
            Deed.Of<Committee>("reject", role => role.RejectAsync(first, "核对过", judge, Office.Here, None)),
            Deed.Of<Committee>("reject for another reason", role => role.RejectAsync(first, "看过录像", head, Office.Here, None)),
            Deed.Of<Committee>("accept", role => role.AcceptAsync(first, change, seen, "看过录像", head, Office.Here, None)),
            Deed.Of<Committee>("accept another", role => role.AcceptAsync(second, change, seen, "看过录像", judge, Office.Here, None)),
            Deed.Of<Convener>("finalize", role => role.FinalizeAsync(overId, "成绩无误", trainer, None)),
            Deed.Of<Convener>("make the next round", role => role.NextRoundAsync(overId, trainer, None)),
            Deed.Of<Convener>("make it as well", role => role.NextRoundAsync(overId, head, None)),
            Deed.Of<Convener>("withdraw", role => role.WithdrawAsync(overId, trainer, None)),
            Deed.Of<Screens>("take down", role => role.TakeDownAsync(screenId, trainer, None)),
            Deed.Of<Screens>("take down as well", role => role.TakeDownAsync(screenId, head, None)),
        ];
    }

    private static CompetitionTerms Terms(string title, int opens, int closes) =>
        new(title, "", Start.AddMinutes(opens), Start.AddMinutes(closes), [new("keypad-lines-300", 1)]);

    private static string Keys(DrillRun run, int most) => Typist.KeysOf(run.Terms, most)[..most];
}
