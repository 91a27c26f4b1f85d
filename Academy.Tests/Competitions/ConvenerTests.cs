using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>How a competition goes from its draft to results that stand.</summary>
public sealed class ConvenerTests(OpenedAcademy opened)
{
    private const string Trainer = "T0001";
    private const string Teller = "E0001";

    private static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);
    private static readonly CompetitionTerms Terms = new(
        "冬季竞赛", "", Opens, Opens.AddDays(2), [new("keypad-lines-300", 2), new("slips-hundred-600", 1)]);

    [Fact]
    public async Task A_draft_is_changed_and_published_by_who_teaches_and_then_stays_as_it_is()
    {
        await using var store = new AcademyStore(opened);
        var id = await AddAsync(store);

        Assert.Empty(await ActAsync(store, (c, by) => c.ChangeAsync(id, Terms.AsSeen(), Terms with { Title = "年末竞赛" }, by, None)));
        Assert.Equal(
            [CompetitionRefusal.ChangedMeanwhile],
            await ActAsync(store, (c, by) => c.ChangeAsync(id, Terms.AsSeen(), Terms with { Title = "别的" }, by, None)));
        var seen = (Terms with { Title = "年末竞赛" }).AsSeen();
        Assert.Equal(CompetitionRefusal.ChangedMeanwhile, await ActAsync(store, (c, by) => c.PublishAsync(id, Terms.AsSeen(), by, None)));
        Assert.Null(await ActAsync(store, (c, by) => c.PublishAsync(id, seen, by, None)));
        Assert.Null(await ActAsync(store, (c, by) => c.PublishAsync(id, seen, by, None)));
        Assert.Equal([CompetitionRefusal.AlreadyPublished], await ActAsync(store, (c, by) => c.ChangeAsync(id, seen, Terms, by, None)));
        Assert.Equal(
            [CompetitionTrail.CompetitionAdded, CompetitionTrail.CompetitionEdited, CompetitionTrail.CompetitionPublished],
            await store.AskAsync((AcademyDb db) => db.AuditEntries
                .Where(e => e.Subject == CompetitionTrail.Competition && e.SubjectKey == $"{id}")
                .OrderBy(e => e.Id)
                .Select(e => e.Act)
                .ToListAsync()));
    }

    [Fact]
    public async Task Nobody_else_holds_a_competition()
    {
        await using var store = new AcademyStore(opened);

        var (id, refusals) = await ActAsync(store, (c, by) => c.AddAsync(Terms, by, None), "J0001");

        Assert.Equal((null, CompetitionRefusal.MayNotConvene), (id, Assert.Single(refusals)));
    }

    public static TheoryData<CompetitionTerms, CompetitionRefusal> Impossible => new()
    {
        { Terms with { Title = "" }, CompetitionRefusal.TitleMissing },
        { Terms with { Title = new string('赛', 101) }, CompetitionRefusal.TitleTooLong },
        { Terms with { Notice = new string('赛', 2001) }, CompetitionRefusal.NoticeTooLong },
        { Terms with { ClosesAt = Opens }, CompetitionRefusal.ClosesBeforeItOpens },
        { Terms with { ClosesAt = Opens.AddDays(101) }, CompetitionRefusal.TooLong },
        { Terms with { Events = [] }, CompetitionRefusal.NoEvents },
        { Terms with { Events = [new("no-such", 1)] }, CompetitionRefusal.UnknownDrill },
        { Terms with { Events = [new("keypad-lines-300", 1), new("keypad-lines-300", 2)] }, CompetitionRefusal.DrillTwice },
        { Terms with { Events = [new("keypad-lines-300", 6)] }, CompetitionRefusal.TriesOutOfRange },
    };

    [Theory, MemberData(nameof(Impossible))]
    public void What_cannot_be_is_refused(CompetitionTerms terms, CompetitionRefusal refusal) => Assert.Equal([refusal], terms.Refusals());

    [Fact]
    public async Task A_competition_opens_within_three_years()
    {
        await using var store = new AcademyStore(opened);
        var late = Terms with { OpensAt = Opens.AddYears(4), ClosesAt = Opens.AddYears(4).AddDays(1) };

        Assert.Equal((null, CompetitionRefusal.OpensTooFarOff), await AddedAsync(late));
        var id = await AddAsync(store);
        Assert.Equal(
            [CompetitionRefusal.OpensTooFarOff], await ActAsync(store, (c, by) => c.ChangeAsync(id, Terms.AsSeen(), late, by, None)));

        async Task<(long?, CompetitionRefusal)> AddedAsync(CompetitionTerms terms)
        {
            var (added, refusals) = await ActAsync(store, (c, by) => c.AddAsync(terms, by, None));
            return (added, Assert.Single(refusals));
        }
    }

    [Fact]
    public async Task Runs_start_while_it_runs_and_no_oftener_than_it_says()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);

        Assert.Equal((null, StartRefusal.NotRunning), await StartAsync(store, keypad));
        store.Clock.SetUtcNow(Opens);
        var (first, _) = await StartAsync(store, keypad);
        Assert.Equal((first, null), await StartAsync(store, keypad));
        await store.FinishDrillAsync(Teller, first!.Value);
        var (second, _) = await StartAsync(store, keypad);
        await store.FinishDrillAsync(Teller, second!.Value);
        Assert.NotEqual(first, second);
        Assert.Equal((null, StartRefusal.NoTryLeft), await StartAsync(store, keypad));
        store.Clock.SetUtcNow(Terms.ClosesAt);
        Assert.Equal((null, StartRefusal.NotRunning), await StartAsync(store, keypad, "E0002"));
    }

    [Fact]
    public async Task Nothing_else_begins_while_somebody_is_at_an_event()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, slips) = await PublishAsync(store);
        store.Clock.SetUtcNow(Opens);
        var (run, _) = await StartAsync(store, keypad);

        Assert.Equal((null, StartRefusal.AtAnother), await StartAsync(store, slips));
        Assert.Equal(run, await store.StartDrillAsync(Teller, Discipline.SlipSums));
        store.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Null((await StartAsync(store, slips)).Refusal);
    }

    [Fact]
    public async Task Ten_starts_at_once_are_one_try()
    {
        await using var store = new AcademyStore(opened);
        var (_, slips) = await PublishAsync(store);
        store.Clock.SetUtcNow(Opens);

        var started = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => StartAsync(store, slips))));

        Assert.Single(started.Select(start => start.RunId).Distinct());
    }

    [Fact]
    public async Task A_try_that_is_given_up_ends_with_what_was_taken_down()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);
        store.Clock.SetUtcNow(Opens);
        var (run, _) = await StartAsync(store, keypad);
        await store.SendKeysAsync(Teller, run!.Value, 1, new KeyStroke(400, '1'), new KeyStroke(500, 'E'));

        await store.AsAsync(Teller, (timekeeper, id) => timekeeper.AbandonAsync(id, run.Value, None));

        Assert.Equal((false, 2), await store.AskAsync(async (AcademyDb db) =>
        {
            var ended = await db.DrillRuns.SingleAsync(r => r.Id == run);
            return (ended.WasAbandoned, ended.Keys);
        }));
    }

    [Fact]
    public async Task Only_contests_are_on_the_board_and_the_best_try_counts()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);
        store.Clock.SetUtcNow(Opens);
        await CompeteAsync(store, keypad, keys: 20);
        await CompeteAsync(store, keypad, keys: 30);
        await store.KeyAsync("E0002", Discipline.Keypad, terms => Hit(KeysOf(terms, 90), 5, seed: 4));

        var board = await BoardAsync(store);

        var best = await store.AskAsync((AcademyDb db) => db.DrillRuns.Where(r => r.EventId == keypad).MaxAsync(r => r.Score));
        Assert.Equal(best, board.RowOf(await IdAsync(store, Teller))!.Entry.Score);
        Assert.Null(board.RowOf(await IdAsync(store, "E0002")));
    }

    [Fact]
    public async Task A_run_in_doubt_counts_when_a_judge_says_so_and_no_result_stands_before()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);
        store.Clock.SetUtcNow(Opens);
        var run = await CompeteAsync(store, keypad, keys: 60, terms => Evenly(KeysOf(terms, 60), apart: 150));
        var competition = await CompetitionOfAsync(store, keypad);
        store.Clock.SetUtcNow(Terms.ClosesAt.AddHours(1));

        Assert.Null((await BoardAsync(store)).RowOf(await IdAsync(store, Teller)));
        Assert.Equal(CompetitionRefusal.Undecided, await ActAsync(store, (c, by) => c.FinalizeAsync(competition, "成绩无误", by, None)));
        Assert.Equal(VerdictRefusal.ReasonMissing, await DecideAsync(store, run, "", "J0001"));
        Assert.Equal(VerdictRefusal.MayNotDecide, await DecideAsync(store, run, "看过录像", "B0001"));
        Assert.Null(await DecideAsync(store, run, "看过录像", "J0001"));
        Assert.Null(await DecideAsync(store, run, "看过录像", "J0001"));
        var told = await store.AskAsync((AcademyDb db) => db.AuditEntries.SingleAsync(e => e.Act == CompetitionTrail.RunDecided));
        Assert.Equal(("看过录像", "127.0.0.1"), (told.After["Reason"], told.After["Address"]));
        Assert.NotNull((await BoardAsync(store)).RowOf(await IdAsync(store, Teller)));
        Assert.Null(await ActAsync(store, (c, by) => c.FinalizeAsync(competition, "成绩无误", by, None)));
    }

    [Fact]
    public async Task Nobody_decides_where_they_compete_themselves()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);
        store.Clock.SetUtcNow(Opens);
        var run = await CompeteAsync(store, keypad, 60, terms => Evenly(KeysOf(terms, 60), apart: 150), "T0001");

        var rival = await CompeteAsync(store, keypad, 60, terms => Evenly(KeysOf(terms, 60), apart: 140), "E0002");

        Assert.Equal(VerdictRefusal.OwnRun, await DecideAsync(store, run, "没问题", "T0001"));
        Assert.Equal(VerdictRefusal.OwnRun, await DecideAsync(store, rival, "没问题", "T0001"));
    }

    [Fact]
    public async Task Results_stand_only_when_the_last_run_has_come_to_its_end()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);
        var competition = await CompetitionOfAsync(store, keypad);
        store.Clock.SetUtcNow(Terms.ClosesAt.AddSeconds(-1));
        var (run, _) = await StartAsync(store, keypad);

        Assert.Equal(CompetitionRefusal.AlreadyBegun, await ActAsync(store, (c, by) => c.WithdrawAsync(competition, by, None)));
        Assert.Equal(CompetitionRefusal.NotOver, await ActAsync(store, (c, by) => c.FinalizeAsync(competition, "成绩无误", by, None)));
        store.Clock.SetUtcNow(Terms.ClosesAt.AddMinutes(13));
        Assert.Null(await ActAsync(store, (c, by) => c.FinalizeAsync(competition, "成绩无误", by, None)));
        Assert.False((await store.RunAsync(run!.Value)).IsRunning);
        Assert.Equal(CompetitionRefusal.AlreadyFinalized, await ActAsync(store, (c, by) => c.WithdrawAsync(competition, by, None)));
    }

    [Fact]
    public async Task What_others_have_left_is_looked_at_like_what_was_handed_in_before_results_stand_and_nothing_is_decided_after()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);
        var competition = await CompetitionOfAsync(store, keypad);
        store.Clock.SetUtcNow(Opens);
        var (first, _) = await StartAsync(store, keypad);
        var (twin, _) = await StartAsync(store, keypad, "E0002");
        store.Clock.Advance(TimeSpan.FromMinutes(2));
        foreach (var (number, run) in new[] { (Teller, first!.Value), ("E0002", twin!.Value) })
        {
            var terms = (await store.RunAsync(run)).Terms;
            Assert.Null((await store.SendKeysAsync(number, run, 1, Hit(KeysOf(terms, 30)[..100], perSecond: 5))).Refusal);
        }

        store.Clock.SetUtcNow(Terms.ClosesAt.AddHours(1));
        Assert.Equal(CompetitionRefusal.Undecided, await ActAsync(store, (c, by) => c.FinalizeAsync(competition, "成绩无误", by, None)));

        Assert.Equal((true, false), ((await store.RunAsync(first.Value)).Counts, (await store.RunAsync(twin.Value)).Counts));
        Assert.Equal([DoubtReason.SeenBefore], (await store.RunAsync(twin.Value)).Doubts.Select(doubt => doubt.Reason));
        store.Execute("UPDATE Competitions SET FinalizedAt = 1");
        Assert.Equal(VerdictRefusal.AlreadyFinalized, await DecideAsync(store, twin.Value, "看过录像", "J0001"));
        store.Execute("UPDATE Competitions SET FinalizedAt = NULL");
        Assert.Null(await DecideAsync(store, twin.Value, "看过录像", "J0001"));
        Assert.Null(await ActAsync(store, (c, by) => c.FinalizeAsync(competition, "成绩无误", by, None)));
    }

    [Theory]
    [InlineData("\u200B\u202E\u2066")]
    [InlineData(" \u00AD ")]
    public async Task A_reason_that_nobody_sees_is_none(string reason)
    {
        await using var store = new AcademyStore(opened);

        Assert.Equal(VerdictRefusal.ReasonMissing, await DecideAsync(store, 1, reason, "J0001"));
    }

    [Fact]
    public async Task What_nobody_has_started_in_is_taken_back()
    {
        await using var store = new AcademyStore(opened);
        var (keypad, _) = await PublishAsync(store);
        var competition = await CompetitionOfAsync(store, keypad);

        Assert.Null(await ActAsync(store, (c, by) => c.WithdrawAsync(competition, by, None)));

        store.Clock.SetUtcNow(Opens);
        Assert.Equal((null, StartRefusal.NoSuchEvent), await StartAsync(store, keypad));
    }

    private static Task<long> AddAsync(AcademyStore store) => store.AddCompetitionAsync(Terms);

    /// <summary>A competition that everybody sees, and its two events.</summary>
    private static async Task<(long Keypad, long Slips)> PublishAsync(AcademyStore store)
    {
        var (_, events) = await store.PublishCompetitionAsync(Terms);
        return (events[0], events[1]);
    }

    private static Task<long> CompetitionOfAsync(AcademyStore store, long eventId) => store.AskAsync((AcademyDb db) =>
        db.Set<Event>().Where(e => e.Id == eventId).Select(e => e.CompetitionId).SingleAsync());

    private static Task<long> CompeteAsync(
        AcademyStore store, long eventId, int keys, Func<DrillTerms, IReadOnlyList<KeyStroke>>? hit = null, string number = Teller) =>
        store.CompeteAsync(number, eventId, keys, hit);

    private static Task<(long? RunId, StartRefusal? Refusal)> StartAsync(AcademyStore store, long eventId, string number = Teller) =>
        store.EnterAsync(number, eventId);

    private static Task<VerdictRefusal?> DecideAsync(AcademyStore store, long run, string reason, string number) =>
        ActAsync(store, (c, by) => c.DecideAsync(run, Verdict.Counts, reason, by, Office.Here, None), number);

    private static Task<Board> BoardAsync(AcademyStore store) => store.BoardAsync(Discipline.Keypad, new Quarter(2026, 4));

    private static Task<long> IdAsync(AcademyStore store, string number) => store.IdOfAsync(number);

    private static Task<T> ActAsync<T>(AcademyStore store, Func<Convener, Actor, Task<T>> act, string number = Trainer) =>
        store.ConveneAsync(act, number);
}
