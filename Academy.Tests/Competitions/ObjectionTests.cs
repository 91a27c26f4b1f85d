using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Hearings;

namespace Academy.Tests.Competitions;

/// <summary>How somebody objects to results, and how the committee decides on it.</summary>
public sealed class ObjectionTests(OpenedAcademy opened)
{
    private static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);
    private static readonly CompetitionTerms Terms = new("冬季竞赛", "", Opens, Opens.AddDays(2), [new("keypad-lines-300", 5)]);

    [Fact]
    public async Task Who_took_part_objects_within_the_window_and_once_while_it_is_open()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, _) = await OverAsync(store, Terms.ClosesAt.AddSeconds(-1));

        Assert.Equal(ObjectionRefusal.NotOpen, await store.RaiseAsync("E0001", held));
        store.Clock.SetUtcNow(Terms.ClosesAt.AddHours(1));
        Assert.Equal(ObjectionRefusal.NotContestant, await store.RaiseAsync("E0009", held));
        Assert.Equal(ObjectionRefusal.TextMissing, await store.RaiseAsync("E0001", held, " \u200B "));
        Assert.Equal(ObjectionRefusal.TextTooLong, await store.RaiseAsync("E0001", held, new string('错', 1001)));
        Assert.Null(await store.RaiseAsync("E0001", held));
        Assert.Null(await store.RaiseAsync("E0001", held));
        Assert.Equal(ObjectionRefusal.AlreadyOpen, await store.RaiseAsync("E0001", held, "另一件"));
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.Objections.CountAsync()));
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.AuditEntries.CountAsync(e => e.Act == CompetitionTrail.ObjectionRaised)));
    }

    [Fact]
    public async Task After_the_declared_hours_nobody_objects_any_more()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held, _) = await OverAsync(store);
        var until = await store.AskAsync(async (AcademyDb db) =>
            await db.ObjectionsUntilAsync(await db.Set<Competition>().WithEvents().SingleAsync(c => c.Id == competition), None));

        store.Clock.SetUtcNow(until.AddSeconds(-1));
        Assert.Null(await store.RaiseAsync("E0001", held));
        store.Clock.SetUtcNow(until);
        Assert.Equal(ObjectionRefusal.NotOpen, await store.RaiseAsync("E0002", held));
    }

    [Fact]
    public async Task An_open_objection_keeps_results_from_being_final()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held, _) = await OverAsync(store);
        var id = await store.ObjectAsync("E0001", held);

        Assert.Equal(CompetitionRefusal.OpenObjections, await store.FinalizeAsync(competition));
        Assert.Null(await store.RejectAsync("J0001", id));
        Assert.Null(await store.FinalizeAsync(competition));
        Assert.Equal(ObjectionRefusal.NotOpen, await store.RaiseAsync("E0001", held, "再来一件"));
    }

    [Fact]
    public async Task While_people_may_still_object_results_are_made_final_with_a_reason_alone()
    {
        await using var store = new AcademyStore(opened);
        var (competition, _, _) = await OverAsync(store);
        var until = await store.AskAsync(async (AcademyDb db) =>
            await db.ObjectionsUntilAsync(await db.Set<Competition>().WithEvents().SingleAsync(c => c.Id == competition), None));

        store.Clock.SetUtcNow(until.AddSeconds(-1));
        Assert.Equal(CompetitionRefusal.EarlyWithoutReason, await FinalizeAsync(" "));
        store.Clock.SetUtcNow(until);
        Assert.Null(await FinalizeAsync(""));

        Task<CompetitionRefusal?> FinalizeAsync(string remark) =>
            store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, remark, by, None));
    }

    [Fact]
    public async Task What_is_shown_of_the_effect_is_what_happens_and_nothing_of_it_is_stored_before()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, best) = await OverAsync(store);
        var id = await store.ObjectAsync("E0001", held);
        var change = new RunChange(best, Verdict.DoesNotCount);
        var before = await store.BoardAsync(held, BoardCopy.Restricted);

        var effect = await store.EffectAsync(held, change);

        Assert.Equal(before.Rows, (await store.BoardAsync(held, BoardCopy.Restricted)).Rows);
        Assert.Equal(ObjectionRefusal.EffectChanged, await store.AcceptAsync("J0001", id, change, "别的"));
        Assert.Null(await store.AcceptAsync("J0001", id, change, effect.AsSeen()));
        var after = await store.BoardAsync(held, BoardCopy.Restricted);
        Assert.Equal(effect.Moves, RankEffect.MovesBetween(before, after));
        Assert.NotEmpty(effect.Moves);
        var decided = await store.AskAsync((AcademyDb db) => db.Objections.SingleAsync());
        Assert.Equal((ObjectionState.Accepted, "看过录像", best), (decided.State, decided.Reason, decided.RunId));
    }

    [Fact]
    public async Task A_doubtful_run_counts_when_the_committee_says_so()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, _) = await OverAsync(store);
        var doubtful = await store.AskAsync((AcademyDb db) =>
            db.DrillRuns.Where(r => r.EventId == held && !r.Counts).Select(r => r.Id).SingleAsync());
        var id = await store.ObjectAsync("E0001", held);
        var change = new RunChange(doubtful, Verdict.Counts);

        var effect = await store.EffectAsync(held, change);
        Assert.Null(await store.AcceptAsync("T0001", id, change, effect.AsSeen()));

        Assert.True((await store.RunAsync(doubtful)).Counts);
        Assert.Contains(effect.Moves, move => move.Before is null && move.After is not null);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_nor_without_a_right_or_a_reason_nor_otherwise_again()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, _) = await OverAsync(store);
        await store.AskAsync(async (AcademyDb db) =>
        {
            var judge = await db.Employees.Numbered("J0001").SingleAsync();
            db.Add(new Objection(held, judge.Id, Text, store.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var own = await store.AskAsync((AcademyDb db) => db.Objections.Select(o => o.Id).SingleAsync());
        var id = await store.ObjectAsync("E0001", held);

        Assert.Equal(ObjectionRefusal.OwnObjection, await store.RejectAsync("J0001", own));
        Assert.Equal(ObjectionRefusal.MayNotDecide, await store.RejectAsync("E0003", id));
        Assert.Equal(
            ObjectionRefusal.ReasonMissing,
            await store.CommitteeAsync("J0001", (committee, by) => committee.RejectAsync(id, " ", by, Office.Here, None)));
        Assert.Null(await store.RejectAsync("J0001", id));
        Assert.Null(await store.RejectAsync("J0001", id));
        Assert.Equal(
            ObjectionRefusal.AlreadyDecided, await store.AcceptAsync("J0001", id, new RunChange(1, Verdict.Counts), ""));
        Assert.Equal(
            1, await store.AskAsync((AcademyDb db) => db.AuditEntries.CountAsync(e => e.Act == CompetitionTrail.ObjectionDecided)));
    }

    [Fact]
    public async Task Who_decided_on_a_run_in_doubt_does_not_decide_on_an_objection_to_it()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, _) = await OverAsync(store);
        var doubtful = await store.AskAsync((AcademyDb db) =>
            db.DrillRuns.Where(r => r.EventId == held && !r.Counts).Select(r => r.Id).SingleAsync());
        var (id, change) = (await store.ObjectAsync("E0003", held), new RunChange(doubtful, Verdict.Counts));
        var seen = (await store.EffectAsync(held, change)).AsSeen();

        Assert.Equal(ObjectionRefusal.OwnSheet, await store.AcceptAsync("J0001", id, change, seen));
        Assert.Equal(ObjectionRefusal.OwnSheet, await store.RejectAsync("J0001", id));
        Assert.Null(await store.AcceptAsync("T0001", id, change, seen));
    }

    [Fact]
    public async Task Who_decided_on_a_result_decides_on_no_further_objection_to_it()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, best) = await OverAsync(store);
        var gone = new RunChange(best, Verdict.DoesNotCount);
        await store.AcceptAsync("J0001", held, await store.ObjectAsync("E0001", held), gone);
        var (again, back) = (await store.ObjectAsync("E0001", held), new RunChange(best, Verdict.Counts));
        var seen = (await store.EffectAsync(held, back)).AsSeen();

        Assert.Equal(ObjectionRefusal.OwnSheet, await store.AcceptAsync("J0001", again, back, seen));
        Assert.Null(await store.AcceptAsync("T0001", again, back, seen));
    }

    [Fact]
    public async Task The_hours_count_from_when_the_last_result_was_known()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, doubtful) = await DoubtfulAsync(store);
        var late = Terms.ClosesAt.AddHours(60);
        store.Clock.SetUtcNow(late);
        Assert.Equal(ObjectionRefusal.NotOpen, await store.RaiseAsync("E0001", held));

        await DecideAsync(store, doubtful);

        store.Clock.SetUtcNow(late.AddHours(48).AddSeconds(-1));
        Assert.Null(await store.RaiseAsync("E0001", held));
        store.Clock.SetUtcNow(late.AddHours(48));
        Assert.Equal(ObjectionRefusal.NotOpen, await store.RaiseAsync("E0003", held));
    }

    [Fact]
    public async Task What_was_decided_on_an_objection_is_never_changed()
    {
        await using var store = new AcademyStore(opened);
        var (_, held, _) = await OverAsync(store);
        var id = await store.ObjectAsync("E0001", held);
        Assert.Null(await store.RejectAsync("T0001", id));

        var changed = Assert.Throws<SqliteException>(() => store.Execute("UPDATE Objections SET Reason = '另一个理由'"));
        var deleted = Assert.Throws<SqliteException>(() => store.Execute("DELETE FROM Objections"));

        Assert.Contains("never changed", changed.Message);
        Assert.Contains("never deleted", deleted.Message);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_run_nor_on_one_of_another_event()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Terms with { Events = [.. Terms.Events, new("slips-sums-600", 1)] });
        store.Clock.SetUtcNow(Opens);
        var own = await store.CompeteAsync("J0001", events[0], keys: 30);
        await store.CompeteAsync("E0001", events[0], keys: 40);
        store.Clock.SetUtcNow(Terms.ClosesAt.AddHours(1));
        var (id, change) = (await store.ObjectAsync("E0001", events[0]), new RunChange(own, Verdict.DoesNotCount));
        var seen = (await store.EffectAsync(events[0], change)).AsSeen();

        Assert.Equal(ObjectionRefusal.OwnResult, await store.AcceptAsync("J0001", id, change, seen));
        Assert.Equal(ObjectionRefusal.NoSuchResult, await store.NoEffectAsync(events[1], change));
        Assert.Null(await store.AcceptAsync("T0001", id, change, seen));
    }

    /// <summary>A competition that is over: two people with results, and one whose run is in doubt.</summary>
    private static async Task<(long Competition, long Event, long Best)> OverAsync(
        AcademyStore store, DateTimeOffset? at = null)
    {
        var (competition, held, doubtful) = await DoubtfulAsync(store);
        var best = await store.CompeteAsync("E0002", held, keys: 40);
        await DecideAsync(store, doubtful);
        store.Clock.SetUtcNow(at ?? Terms.ClosesAt.AddHours(1));
        return (competition, held, best);
    }

    /// <summary>A competition that runs: somebody has a result, and somebody's run is in doubt.</summary>
    private static async Task<(long Competition, long Event, long Doubtful)> DoubtfulAsync(AcademyStore store)
    {
        var (competition, events) = await store.PublishCompetitionAsync(Terms);
        store.Clock.SetUtcNow(Opens);
        await store.CompeteAsync("E0001", events[0], keys: 30);
        var doubtful = await store.CompeteAsync("E0003", events[0], 60, terms => Typist.Evenly(Typist.KeysOf(terms, 60), apart: 150));
        return (competition, events[0], doubtful);
    }

    private static async Task DecideAsync(AcademyStore store, long doubtful) => Assert.Null(await store.ConveneAsync(
        (convener, by) => convener.DecideAsync(doubtful, Verdict.DoesNotCount, "节奏太匀", by, Office.Here, None), "J0001"));
}
