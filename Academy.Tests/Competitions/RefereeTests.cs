using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Judges;

namespace Academy.Tests.Competitions;

public sealed class RefereeTests(OpenedAcademy opened)
{
    private static readonly Quarter Winter = new(2026, 4);
    private static readonly string[] Criteria = ["appearance", "posture", "gesture", "speech", "whole"];

    [Fact]
    public async Task Who_competes_in_an_event_judges_and_settles_nobody_in_it()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var rival = await store.EnterJudgedAsync(held, "E0001");
        await store.EnterJudgedAsync(held, "J0001");
        await store.EnterJudgedAsync(held, "T0001");

        Assert.Equal(SheetRefusal.Oneself, (await store.WriteSheetAsync("J0001", rival, 1, Judges.Bundles(1))).Refusal);
        await store.JudgeAsync("J0002", rival, Judges.Bundles(9));
        await store.JudgeAsync("A0001", rival, Judges.Bundles(8));
        Assert.Equal(SettlementRefusal.Oneself, await store.SettleAsync("T0001", rival, Judges.Bundles(8)));
    }

    [Fact]
    public async Task Sheets_that_agree_stand_at_once_with_the_moment_of_the_last()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var contestant = await store.EnterJudgedAsync(held, "E0001");

        await store.JudgeAsync(One, contestant, Bundles(11, ("untidy", 2)));
        Assert.Null((await store.ContestantAsync(contestant)).JudgedAt);
        store.Clock.Advance(TimeSpan.FromMinutes(3));
        await store.JudgeAsync(Other, contestant, Bundles(11, ("untidy", 2), ("loose", 0)));

        var judged = await store.ContestantAsync(contestant);
        var now = store.Clock.GetUtcNow();
        Assert.Equal((1_080, 2, true, now, now), (judged.Score, judged.Wrong, judged.Counts, judged.JudgedAt, judged.SettledAt));
        Assert.Equal(
            [(await store.IdOfAsync("E0001"), 1_080)],
            (await store.BoardAsync(held, BoardCopy.Public)).Rows.Select(row => (row.Entry.EmployeeId, row.Entry.Score)));
        Assert.Single((await store.BoardAsync(Discipline.OneFinger, Winter)).Rows, row => row.Entry.Score == 1_080);
    }

    [Fact]
    public async Task Where_judges_differ_the_chief_settles_it_with_a_reason_and_both_sheets_stay()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var contestant = await DifferingAsync(store, held);
        Assert.Empty((await store.BoardAsync(held, BoardCopy.Restricted)).Rows);

        Assert.Equal(SettlementRefusal.ReasonMissing, await store.SettleAsync("T0001", contestant, Bundles(10), " "));
        Assert.Equal(SettlementRefusal.OutOfBounds, await store.SettleAsync("T0001", contestant, Bundles(1, ("missed", 2))));
        Assert.Null(await store.SettleAsync("T0001", contestant, Bundles(10)));
        Assert.Null(await store.SettleAsync("T0001", contestant, Bundles(10)));
        Assert.Equal(SettlementRefusal.NotDiffering, await store.SettleAsync("T0001", contestant, Bundles(11)));

        Assert.Equal(1_000, (await store.ContestantAsync(contestant)).Score);
        var sheets = await store.AskAsync((AcademyDb db) =>
            db.Set<ScoreSheet>().Where(s => s.ContestantId == contestant).OrderBy(s => s.JudgeId).ToListAsync());
        Assert.Equal([11, 10], sheets.Select(s => s.Values.Figures["bundles"]));
        var settled = Assert.Single(await TrailAsync(store, JudgingTrail.ResultSettled));
        Assert.Equal(("1000", "当面复点"), (settled.After["Score"], settled.After["Reason"]));
    }

    [Theory]
    [InlineData("E0002", SettlementRefusal.MayNotSettle)]
    [InlineData(One, SettlementRefusal.MayNotSettle)]
    [InlineData("T0001", null)]
    [InlineData("A0001", null)]
    public async Task Only_the_chief_judge_and_who_holds_it_settle(string by, SettlementRefusal? refusal)
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var contestant = await DifferingAsync(store, held);

        Assert.Equal(refusal, await store.SettleAsync(by, contestant, Bundles(10)));
    }

    [Fact]
    public async Task A_named_chief_judge_settles_what_others_have_judged_but_not_ones_own_sheets()
    {
        await using var store = new AcademyStore(opened);
        var chief = await store.IdOfAsync(One);
        var (_, held) = await RunningAsync(store, Counting with { ChiefJudgeId = chief });
        var own = await DifferingAsync(store, held);
        var others = await store.EnterJudgedAsync(held, "E0003");
        await store.JudgeAsync(Other, others, Bundles(9));
        await store.JudgeAsync("T0001", others, Bundles(8));

        Assert.Equal(SettlementRefusal.OwnSheet, await store.SettleAsync(One, own, Bundles(10)));
        Assert.Null(await store.SettleAsync(One, others, Bundles(9)));
    }

    [Fact]
    public async Task Who_has_begun_to_judge_somebody_does_not_settle_what_others_differ_about()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var contestant = await store.EnterJudgedAsync(held, "E0003");
        await store.WriteSheetAsync("T0001", contestant, 1, Bundles(3));
        await store.JudgeAsync(One, contestant, Bundles(9));
        await store.JudgeAsync(Other, contestant, Bundles(8));

        Assert.Equal(SettlementRefusal.OwnSheet, await store.SettleAsync("T0001", contestant, Bundles(9)));
        Assert.Null(await store.SettleAsync("A0001", contestant, Bundles(9)));
    }

    [Fact]
    public async Task Nobody_judges_themselves_nor_whom_two_have_judged()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var contestant = await DifferingAsync(store, held);
        var judge = await store.EnterJudgedAsync(held, One);

        Assert.Equal(SheetRefusal.Oneself, (await store.WriteSheetAsync(One, judge, 1, Bundles(20))).Refusal);
        Assert.Equal(SheetRefusal.Enough, (await store.WriteSheetAsync("T0001", contestant, 1, Bundles(10))).Refusal);
        Assert.Equal(SheetRefusal.MayNotJudge, (await store.WriteSheetAsync("E0005", contestant, 1, Bundles(10))).Refusal);
    }

    [Fact]
    public async Task The_highest_revision_stands_and_each_stays_in_the_history()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var contestant = await store.EnterJudgedAsync(held, "E0001");

        var first = await store.WriteSheetAsync(One, contestant, 1, Bundles(1));
        store.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(first.SavedAt, (await store.WriteSheetAsync(One, contestant, 1, Bundles(1))).SavedAt);
        foreach (var revision in new[] { int.MinValue, -1, 0, SentSheet.HighestRevision + 1, int.MaxValue })
            Assert.Equal(SheetRefusal.OutOfBounds, (await store.WriteSheetAsync(One, contestant, revision, Bundles(3))).Refusal);
        Assert.Null((await store.WriteSheetAsync(One, contestant, 5, Bundles(3))).Refusal);
        var overtaken = await store.WriteSheetAsync(One, contestant, 5, Bundles(2));
        Assert.Equal((SheetRefusal.Overtaken, 5, 3), (overtaken.Refusal, overtaken.Revision, overtaken.Values.Figures["bundles"]));
        Assert.Equal(SheetRefusal.Overtaken, await store.HandSheetInAsync(One, contestant, 4));
        Assert.Null(await store.HandSheetInAsync(One, contestant, 5));
        Assert.Null(await store.HandSheetInAsync(One, contestant, 5));
        Assert.Equal(SheetRefusal.HandedIn, (await store.WriteSheetAsync(One, contestant, 6, Bundles(9))).Refusal);

        Assert.Equal([1, 5], await store.AskAsync((AcademyDb db) =>
            db.Set<SheetChange>().Where(c => c.ContestantId == contestant).OrderBy(c => c.Revision).Select(c => c.Revision).ToListAsync()));
        Assert.Equal("2", Assert.Single(await TrailAsync(store, JudgingTrail.SheetHandedIn)).After["Changes"]);
    }

    [Fact]
    public async Task Void_by_both_is_void_and_by_one_alone_is_for_the_chief_to_say()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var (both, one) = (await store.EnterJudgedAsync(held, "E0001"), await store.EnterJudgedAsync(held, "E0003"));
        await store.JudgeAsync(One, both, Bundles(12) with { Void = "early" });
        await store.JudgeAsync(Other, both, Bundles(11) with { Void = "mixed" });
        await store.JudgeAsync(One, one, Bundles(12) with { Void = "early" });
        await store.JudgeAsync(Other, one, Bundles(12));

        var (gone, open) = (await store.ContestantAsync(both), await store.ContestantAsync(one));
        Assert.Equal((true, null, false), (gone.SettledAt is not null, gone.Score, gone.Counts));
        Assert.True(open.AwaitsSettlement);
    }

    [Fact]
    public async Task Points_of_several_judges_need_no_agreement_and_a_guest_has_no_rank()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store, Counting with { Events = [new("service-etiquette-300", 1, 2)] });
        var guest = await store.EnterJudgedAsync(held, "E0001", by: "T0001", isRanked: false);
        Assert.Equal(SheetRefusal.Incomplete, await IncompleteAsync());

        await store.JudgeAsync(Other, guest, All(800));
        Assert.Null((await store.WriteSheetAsync(One, guest, 2, All(901 - 1))).Refusal);
        Assert.Null(await store.HandSheetInAsync(One, guest, 2));

        var judged = await store.ContestantAsync(guest);
        Assert.Equal((8_500, false), (judged.Score, judged.Counts));
        Assert.Empty((await store.BoardAsync(held, BoardCopy.Restricted)).Rows);

        async Task<SheetRefusal?> IncompleteAsync()
        {
            await store.WriteSheetAsync(One, guest, 1, new SheetValues(new Dictionary<string, int> { ["speech"] = 500 }));
            return await store.HandSheetInAsync(One, guest);
        }

        static SheetValues All(int points) => new(Criteria.ToDictionary(key => key, _ => points));
    }

    [Fact]
    public async Task A_result_after_the_freeze_is_on_the_holders_board_alone_until_results_are_final()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store);
        var (early, late, open) = (
            await store.EnterJudgedAsync(held, "E0001"), await store.EnterJudgedAsync(held, "E0002"), await DifferingAsync(store, held));
        await store.JudgeAsync(One, early, Bundles(8));
        await store.JudgeAsync(Other, early, Bundles(8));
        await store.JudgeAsync(One, late, Bundles(12));
        store.Clock.SetUtcNow(Counting.FreezesAt!.Value);
        var (shown, quarter) = (await store.BoardAsync(held, BoardCopy.Public), await store.BoardAsync(Discipline.OneFinger, Winter));

        await store.JudgeAsync(Other, late, Bundles(12));

        Assert.Equal(shown.Rows, (await store.BoardAsync(held, BoardCopy.Public)).Rows);
        Assert.Equal(quarter.Rows, (await store.BoardAsync(Discipline.OneFinger, Winter)).Rows);
        Assert.Equal(2, (await store.BoardAsync(held, BoardCopy.Restricted)).Rows.Count);

        // What both have handed in before is shown also when it is settled after.
        Assert.Null(await store.SettleAsync("T0001", open, Bundles(10)));
        Assert.Equal(2, (await store.BoardAsync(held, BoardCopy.Public)).Rows.Count);

        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        Assert.Null(await store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, "成绩无误", by, None)));
        Assert.Equal([1_200, 1_000, 800], (await store.BoardAsync(held, BoardCopy.Public)).Rows.Select(row => row.Entry.Score));
    }

    [Fact]
    public async Task Results_are_final_when_everybody_has_one_or_did_not_come()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store);
        var (contestant, absent) = (await DifferingAsync(store, held), await store.EnterJudgedAsync(held, "E0003"));
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        Assert.Equal(CompetitionRefusal.Unjudged, await FinalizeAsync());

        Assert.Null(await store.MarshalAsync(One, (marshal, by) => marshal.CallAsync(absent, true, by, None)));
        Assert.Null(await store.MarshalAsync(One, (marshal, by) => marshal.CallAsync(absent, true, by, None)));
        Assert.Equal(SheetRefusal.Absent, (await store.WriteSheetAsync(One, absent, 1, Bundles(5))).Refusal);
        Assert.Equal(
            EntryRefusal.HasSheet, await store.MarshalAsync(One, (marshal, by) => marshal.CallAsync(contestant, true, by, None)));
        Assert.Equal(CompetitionRefusal.Unjudged, await FinalizeAsync());
        Assert.Null(await store.SettleAsync("T0001", contestant, Bundles(10)));
        Assert.Null(await FinalizeAsync());
        Assert.Equal(SheetRefusal.NotOpen, (await store.WriteSheetAsync("T0001", contestant, 1, Bundles(5))).Refusal);

        Task<CompetitionRefusal?> FinalizeAsync() =>
            store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, "成绩无误", by, None));
    }

    private static async Task<(long Competition, long Event)> RunningAsync(AcademyStore store, CompetitionTerms? terms = null)
    {
        var (competition, events) = await store.PublishCompetitionAsync(terms ?? Counting);
        store.Clock.SetUtcNow(Opens);
        return (competition, events[0]);
    }

    /// <summary>Somebody of whom one judge has counted eleven bundles and the other ten.</summary>
    private static async Task<long> DifferingAsync(AcademyStore store, long held)
    {
        var contestant = await store.EnterJudgedAsync(held, "E0004");
        await store.JudgeAsync(One, contestant, Bundles(11));
        await store.JudgeAsync(Other, contestant, Bundles(10));
        return contestant;
    }

    private static Task<List<AuditEntry>> TrailAsync(AcademyStore store, Act act) =>
        store.AskAsync((AcademyDb db) => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Act == act).OrderBy(e => e.Id).ToListAsync());
}
