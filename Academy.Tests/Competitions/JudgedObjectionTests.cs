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

/// <summary>Objections to what judges came to.</summary>
public sealed class JudgedObjectionTests(OpenedAcademy opened)
{
    private const string Chair = "T0001";
    private static readonly string[] Criteria = ["appearance", "posture", "gesture", "speech", "whole"];

    [Fact]
    public async Task Whoever_is_entered_objects_and_nobody_else()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        await store.JudgedAsync(held, "E0001", 9);
        await store.EnterJudgedAsync(held, "E0002");
        var id = await store.IdOfAsync("E0002");
        Assert.Null(await store.MarshalAsync("E0002", (marshal, by) => marshal.WithdrawAsync(held, [id], by, None)));
        var absent = await store.EnterJudgedAsync(held, "E0003");
        Assert.Null(await store.MarshalAsync(One, (marshal, by) => marshal.CallAsync(absent, true, by, None)));
        Assert.Equal(ObjectionRefusal.NotOpen, await store.RaiseAsync("E0001", held));
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));

        Assert.Equal(ObjectionRefusal.NotContestant, await store.RaiseAsync("E0002", held));
        Assert.Equal(ObjectionRefusal.NotContestant, await store.RaiseAsync("E0009", held));
        Assert.Null(await store.RaiseAsync("E0001", held));
        Assert.Null(await store.RaiseAsync("E0003", held));
    }

    [Fact]
    public async Task What_is_put_right_stands_with_the_effect_that_was_shown_and_all_that_was_written_before_stays()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await store.PublishJudgedAsync();
        var first = await store.JudgedAsync(held, "E0001", 11);
        await store.JudgedAsync(held, "E0002", 10);
        var settled = await store.EnterJudgedAsync(held, "E0003");
        await store.JudgeAsync(One, settled, Bundles(9));
        await store.JudgeAsync(Other, settled, Bundles(8));
        Assert.Null(await store.SettleAsync("A0001", settled, Bundles(8)));
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        var objection = await store.ObjectAsync("E0003", held);
        var before = await store.BoardAsync(held, BoardCopy.Restricted);
        var change = new Correction(settled, Bundles(12, ("untidy", 3)));

        var effect = await store.EffectAsync(held, change);

        Assert.Equal(before.Rows, (await store.BoardAsync(held, BoardCopy.Restricted)).Rows);
        Assert.Equal((new ResultState(800, 0, true), new ResultState(1_170, 3, true)), (effect.Before, effect.After));
        Assert.Equal([(3, 1), (1, 2), (2, 3)], effect.Moves.Select(move => (move.Before!.Value, move.After!.Value)));
        Assert.Null(await store.AcceptAsync(Chair, objection, change, effect.AsSeen()));
        var after = await store.BoardAsync(held, BoardCopy.Restricted);
        Assert.Equal(effect.Moves, RankEffect.MovesBetween(before, after));
        Assert.Equal([1_170, 1_100, 1_000], after.Rows.Select(row => row.Entry.Score));
        Assert.Equal([9, 8], await store.AskAsync(async (AcademyDb db) =>
            (await db.Set<ScoreSheet>().Where(s => s.ContestantId == settled).OrderBy(s => s.JudgeId).ToListAsync())
                .Select(s => s.Values.Figures["bundles"])));
        var settlement = await store.AskAsync((AcademyDb db) => db.Set<Settlement>().SingleAsync(s => s.ContestantId == settled));
        Assert.Equal((8, "当面复点"), (settlement.Agreed.Figures["bundles"], settlement.Reason));
        Assert.True(change.Agreed.Says(await StandingAsync(store, settled)));
        Assert.True((await StandingAsync(store, first)).Says(Bundles(11)));
        var line = Assert.Single(await TrailAsync(store, JudgingTrail.ResultCorrected));
        Assert.Equal(
            ("800", "1170", "看过录像", $"{settled}"), (line.Before["Score"], line.After["Score"], line.After["Reason"], line.SubjectKey));
        Assert.Equal($"{settled}", Assert.Single(await TrailAsync(store, CompetitionTrail.ObjectionDecided)).After["ContestantId"]);

        Assert.Null(await store.FinalizeAsync(competition));
        var kept = await store.AskAsync((AcademyDb db) => db.KeptResultsAsync(held, None));
        Assert.Equal(after.Rows, kept!.AsBoard(Discipline.OneFinger).Rows);
    }

    [Fact]
    public async Task A_result_that_does_not_count_has_no_rank_until_it_counts_again_whatever_stands_meanwhile()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var best = await store.JudgedAsync(held, "E0001", 11);
        await store.JudgedAsync(held, "E0002", 10);
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));

        var decided = 0;

        var gone = await DecideAsync(new ContestantChange(best, Verdict.DoesNotCount));
        Assert.Equal([1_000], await ScoresAsync());
        Assert.Contains(gone.Moves, move => move is { Before: 1, After: null });
        Assert.Empty((await DecideAsync(new Correction(best, Bundles(9)))).Moves);
        Assert.Equal([1_000], await ScoresAsync());
        await DecideAsync(new ContestantChange(best, Verdict.Counts));

        Assert.Equal([1_000, 900], await ScoresAsync());
        Assert.Equal(["False", "True"], (await TrailAsync(store, JudgingTrail.ResultDecided)).Select(line => line.After["Counts"]));

        async Task<RankEffect> DecideAsync(ResultChange change) =>
            await store.AcceptAsync(await store.ChairAsync(decided++), held, await store.ObjectAsync("E0002", held), change);

        async Task<IEnumerable<int>> ScoresAsync() =>
            (await store.BoardAsync(held, BoardCopy.Public)).Rows.Select(row => row.Entry.Score);
    }

    [Fact]
    public async Task What_is_applied_is_exactly_what_was_shown()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var random = new Random(20261130);
        List<long> contestants = [];
        foreach (var number in new[] { "E0001", "E0002", "E0003", "E0004", "E0005", "E0006" })
            contestants.Add(await store.JudgedAsync(held, number, random.Next(8, 11)));
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));

        for (var round = 0; round < 40; round++)
        {
            var (contestant, change) = Changed();
            var (effect, refusal) = await store.AskAsync((AcademyDb db) => db.EffectOfAsync(held, change, None));
            if (effect is null)
            {
                Assert.Contains(refusal!.Value, new[] { ObjectionRefusal.Unchanged, ObjectionRefusal.NoSuchResult });
                continue;
            }

            var (objection, before) = (await store.ObjectAsync("E0006", held), await store.BoardAsync(held, BoardCopy.Restricted));
            Assert.Null(await store.AcceptAsync(await store.ChairAsync(round), objection, change, effect.AsSeen()));
            var stands = await store.ContestantAsync(contestant);
            Assert.Equal(effect.After, new ResultState(stands.Score, stands.Wrong, stands.Counts));
            Assert.Equal(effect.Moves, RankEffect.MovesBetween(before, await store.BoardAsync(held, BoardCopy.Restricted)));
        }

        (long Contestant, ResultChange Change) Changed()
        {
            var id = contestants[random.Next(contestants.Count)];
            return (id, random.Next(4) switch
            {
                0 => new ContestantChange(id, Verdict.DoesNotCount),
                1 => new ContestantChange(id, Verdict.Counts),
                2 => new Correction(id, Bundles(random.Next(8, 11)) with { Void = random.Next(2) == 0 ? "early" : null }),
                _ => new Correction(id, Bundles(random.Next(8, 11), ("untidy", random.Next(3)))),
            });
        }
    }

    [Fact]
    public async Task An_effect_that_another_decision_has_changed_is_refused_also_where_the_ranks_are_the_same()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var (contestant, _) = (await store.JudgedAsync(held, "E0001", 11), await store.JudgedAsync(held, "E0002", 5));
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        var (one, other) = (await store.ObjectAsync("E0001", held), await store.ObjectAsync("E0002", held));
        var (right, change) = (new Correction(contestant, Bundles(12)), new Correction(contestant, Bundles(10)));
        var seen = (await store.EffectAsync(held, change)).AsSeen();
        Assert.Empty((await store.AcceptAsync(Chair, held, one, right)).Moves);

        Assert.Equal(ObjectionRefusal.EffectChanged, await store.AcceptAsync(await store.ChairAsync(1), other, change, seen));

        Assert.Equal(1_200, (await store.ContestantAsync(contestant)).Score);
    }

    [Fact]
    public async Task Accepted_twice_is_accepted_once_and_otherwise_it_is_decided_already()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var contestant = await store.JudgedAsync(held, "E0001", 11);
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        var objection = await store.ObjectAsync("E0001", held);
        var change = new Correction(contestant, Bundles(12));
        var effect = await store.AcceptAsync(Chair, held, objection, change);

        Assert.Null(await store.AcceptAsync(Chair, objection, new Correction(contestant, Bundles(12)), effect.AsSeen()));
        Assert.Equal(
            ObjectionRefusal.AlreadyDecided,
            await store.AcceptAsync(Chair, objection, new Correction(contestant, Bundles(13)), effect.AsSeen()));
        Assert.Equal(
            ObjectionRefusal.AlreadyDecided,
            await store.AcceptAsync(Chair, objection, new ContestantChange(contestant, Verdict.Counts), effect.AsSeen()));
        Assert.Equal(ObjectionRefusal.AlreadyDecided, await store.RejectAsync(Chair, objection));
        Assert.Single(await TrailAsync(store, JudgingTrail.ResultCorrected));
    }

    [Fact]
    public async Task Nobody_decides_on_what_would_move_their_own_rank()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var own = await store.EnterJudgedAsync(held, One, by: Chair);
        var rival = await store.EnterJudgedAsync(held, "E0001");
        foreach (var judge in new[] { Other, "A0001" })
        {
            await store.JudgeAsync(judge, own, Bundles(9));
            await store.JudgeAsync(judge, rival, Bundles(11));
        }

        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        var objection = await store.ObjectAsync("E0001", held);
        var change = new ContestantChange(rival, Verdict.DoesNotCount);
        var effect = await store.EffectAsync(held, change);

        Assert.Equal(ObjectionRefusal.OwnResult, await store.AcceptAsync(One, objection, change, effect.AsSeen()));
        Assert.Null(await store.AcceptAsync(Chair, objection, change, effect.AsSeen()));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_result_nor_on_what_they_have_judged_or_settled_or_begun_to_judge()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var contestant = await store.EnterJudgedAsync(held, "E0001");
        await store.WriteSheetAsync("A0001", contestant, 1, Bundles(3));
        await store.JudgeAsync(One, contestant, Bundles(11));
        await store.JudgeAsync(Other, contestant, Bundles(10));
        Assert.Null(await store.SettleAsync(Chair, contestant, Bundles(10)));
        var own = await store.EnterJudgedAsync(held, One, by: Chair);
        await store.JudgeAsync(Other, own, Bundles(9));
        await store.JudgeAsync("A0001", own, Bundles(9));
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        var objection = await store.ObjectAsync("E0001", held);

        Assert.Equal(ObjectionRefusal.OwnResult, await TryAsync(One, new ContestantChange(own, Verdict.DoesNotCount)));
        foreach (var number in new[] { One, Other, Chair, "A0001" })
        {
            Assert.Equal(ObjectionRefusal.OwnSheet, await TryAsync(number, new ContestantChange(contestant, Verdict.DoesNotCount)));
            Assert.Equal(ObjectionRefusal.OwnSheet, await TryAsync(number, new Correction(contestant, Bundles(11))));
            Assert.Equal(
                number == One ? ObjectionRefusal.OwnResult : ObjectionRefusal.OwnSheet, await store.RejectAsync(number, objection));
        }

        Assert.Equal(ObjectionRefusal.MayNotDecide, await TryAsync("E0002", new ContestantChange(contestant, Verdict.DoesNotCount)));
        Assert.Null(await TryAsync(Chair, new Correction(own, Bundles(8))));

        async Task<ObjectionRefusal?> TryAsync(string number, ResultChange change) =>
            await store.AcceptAsync(number, objection, change, (await store.EffectAsync(held, change)).AsSeen());
    }

    [Fact]
    public async Task What_cannot_stand_or_does_so_already_is_refused()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var contestant = await store.JudgedAsync(held, "E0001", 11);
        var open = await store.EnterJudgedAsync(held, "E0002");
        var (_, events) = await store.PublishCompetitionAsync(Counting with { Title = "另一场" });
        var elsewhere = await store.EnterJudgedAsync(events[0], "E0001");

        Assert.Equal(ObjectionRefusal.OutOfBounds, await store.NoEffectAsync(held, new Correction(contestant, Bundles(1, ("missed", 2)))));
        Assert.Equal(ObjectionRefusal.OutOfBounds, await store.NoEffectAsync(held, new Correction(contestant, Bundles(61))));
        Assert.Equal(ObjectionRefusal.Unchanged, await store.NoEffectAsync(held, new Correction(contestant, Bundles(11, ("loose", 0)))));
        foreach (var id in new[] { open, elsewhere, 999_999 })
        {
            Assert.Equal(ObjectionRefusal.NoSuchResult, await store.NoEffectAsync(held, new Correction(id, Bundles(11))));
            Assert.Equal(ObjectionRefusal.NoSuchResult, await store.NoEffectAsync(held, new ContestantChange(id, Verdict.Counts)));
        }
    }

    [Fact]
    public async Task Of_points_only_whether_the_result_is_void_is_put_right_and_the_mean_stays_the_judges()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync(Counting with { Events = [new("service-etiquette-300", 1, 2)] });
        var contestant = await store.EnterJudgedAsync(held, "E0001");
        await store.JudgeAsync(One, contestant, All(800));
        await store.JudgeAsync(Other, contestant, All(900));
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));

        Assert.Equal(ObjectionRefusal.OutOfBounds, await store.NoEffectAsync(held, new Correction(contestant, All(1_000))));
        await DecideAsync(SheetValues.Empty with { Void = "conduct" });
        Assert.Null((await store.ContestantAsync(contestant)).Score);
        await DecideAsync(SheetValues.Empty);
        Assert.Equal(8_500, (await store.ContestantAsync(contestant)).Score);

        async Task DecideAsync(SheetValues agreed) => await store.AcceptAsync(
            await store.ChairAsync(agreed.Void is null ? 1 : 0), held, await store.ObjectAsync("E0001", held),
            new Correction(contestant, agreed));

        static SheetValues All(int points) => new(Criteria.ToDictionary(key => key, _ => points));
    }

    [Fact]
    public async Task A_guest_has_no_rank_whatever_is_decided()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var guest = await store.JudgedAsync(held, "E0001", 11, isRanked: false);
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));

        Assert.Equal(ObjectionRefusal.NoSuchResult, await store.NoEffectAsync(held, new ContestantChange(guest, Verdict.Counts)));
        await store.AcceptAsync(Chair, held, await store.ObjectAsync("E0001", held), new Correction(guest, Bundles(12)));

        Assert.Equal((1_200, false), ((await store.ContestantAsync(guest)).Score, (await store.ContestantAsync(guest)).Counts));
        Assert.Empty((await store.BoardAsync(held, BoardCopy.Restricted)).Rows);
    }

    [Fact]
    public async Task What_is_put_right_behind_a_freeze_stays_behind_it_and_who_watches_is_told_of_the_rest()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var early = await store.JudgedAsync(held, "E0001", 11);
        store.Clock.SetUtcNow(Counting.FreezesAt!.Value.AddHours(1));
        var late = await store.JudgedAsync(held, "E0002", 10);
        store.Clock.SetUtcNow(Counting.ClosesAt.AddHours(1));
        await using var boards = await store.AskAsync((LiveBoards live) =>
            Task.FromResult(live.WatchAsync(held, None).GetAsyncEnumerator()));
        Assert.Equal([1_100], Scores(await FreezeTests.NextAsync(store, boards)));

        await store.AcceptAsync(Chair, held, await store.ObjectAsync("E0002", held), new Correction(late, Bundles(15)));
        Assert.Equal([1_100], (await store.BoardAsync(held, BoardCopy.Public)).Rows.Select(row => row.Entry.Score));
        await store.AcceptAsync(Chair, held, await store.ObjectAsync("E0001", held), new Correction(early, Bundles(12)));

        Assert.Equal([1_200], Scores(await FreezeTests.NextAsync(store, boards)));

        static IEnumerable<int> Scores(LiveBoard told) => told.Board.Rows.Select(row => row.Entry.Score);
    }

    private static async Task<SheetValues> StandingAsync(AcademyStore store, long contestant) =>
        (await store.AskAsync((AcademyDb db) => db.StandingOfAsync(contestant, None)))!;

    private static Task<List<AuditEntry>> TrailAsync(AcademyStore store, Act act) =>
        store.AskAsync((AcademyDb db) => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Act == act).OrderBy(e => e.Id).ToListAsync());
}
