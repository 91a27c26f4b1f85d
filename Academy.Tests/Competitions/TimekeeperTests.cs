using System.Globalization;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Jobs.Competitions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>What is taken down of a drill, and what it comes to.</summary>
public sealed class TimekeeperTests(OpenedAcademy opened)
{
    private const string Teller = "E0001";

    private static readonly KeyStroke[] Some = [new(400, '1'), new(520, '2')];
    private static readonly KeyStroke[] Others = [new(900, '3')];

    [Fact]
    public async Task A_sum_that_is_right_though_its_slips_were_not_keyed_is_set_aside()
    {
        await using var store = new AcademyStore(opened);

        var reckoned = await store.KeyAsync("E0001", Discipline.SlipSums, terms => Typist.Hit(
            string.Concat(terms.Tasks().Take(3).Select(task => string.Create(
                CultureInfo.InvariantCulture,
                $"{task.Total.Fen / 100m:0.00}{new string(KeyStroke.Forward, task.Fields.Count - 1)}0{KeyStroke.Enter}"))), 5));
        var keyed = await store.KeyAsync("E0002", Discipline.SlipSums, terms => Typist.Hit(Typist.KeysOf(terms, 3), 5, seed: 2));

        Assert.Equal((3, false, DoubtReason.NotKeyed), (reckoned.Right, reckoned.Counts, Assert.Single(reckoned.Doubts).Reason));
        Assert.Equal((3, true, 0), (keyed.Right, keyed.Counts, keyed.Doubts.Count));
    }

    [Fact]
    public async Task A_run_begins_when_hands_have_found_their_place_and_keeps_its_terms()
    {
        await using var store = new AcademyStore(opened);

        var run = await store.RunAsync(await store.StartDrillAsync(Teller, Discipline.SlipSums));

        Assert.Equal((TestClock.Tuesday.AddSeconds(3), TestClock.Tuesday.AddSeconds(603)), (run.StartedAt, run.DueAt));
        Assert.Equal((Discipline.SlipSums, "slips-sums-600"), (run.Terms.Discipline, run.Discipline));
        var other = await store.RunAsync(await store.StartDrillAsync("E0002", Discipline.SlipSums));
        Assert.NotEqual(run.Terms.Seed, other.Terms.Seed);
    }

    [Fact]
    public async Task A_second_start_gives_the_run_that_goes_on_until_its_time_is_over()
    {
        await using var store = new AcademyStore(opened);
        var first = await store.StartDrillAsync(Teller, Discipline.Keypad);

        Assert.Equal(first, await store.StartDrillAsync(Teller, Discipline.Keypad));
        store.Clock.Advance(TimeSpan.FromMinutes(5) + DrillRun.LeadIn);
        Assert.NotEqual(first, await store.StartDrillAsync(Teller, Discipline.Keypad));
        Assert.Equal(TestClock.Tuesday.AddSeconds(303), (await store.RunAsync(first)).EndedAt);
    }

    [Fact]
    public async Task Another_drill_ends_the_one_that_goes_on_with_what_was_taken_down()
    {
        await using var store = new AcademyStore(opened);
        var first = await store.StartDrillAsync(Teller, Discipline.Keypad);
        await store.SendKeysAsync(Teller, first, 1, Some);
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        await store.StartDrillAsync(Teller, Discipline.SlipHundred);

        var ended = await store.RunAsync(first);
        Assert.Equal((TestClock.Tuesday.AddMinutes(1), 2, null), (ended.EndedAt, ended.Keys, ended.Score));
    }

    [Fact]
    public async Task A_start_on_a_printed_book_ends_what_runs_on_another_and_goes_on_with_the_same()
    {
        await using var store = new AcademyStore(opened);
        var drawn = await store.StartDrillAsync(Teller, Discipline.SlipSums);

        var chosen = await store.StartOnBookAsync(Teller, Discipline.SlipSums, 482913);

        Assert.False((await store.RunAsync(drawn)).IsRunning);
        Assert.Equal(new DrillTerms(Discipline.SlipSums, 482913) { IsOwnBook = true }, (await store.RunAsync(chosen)).Terms);
        Assert.Equal(chosen, await store.StartOnBookAsync(Teller, Discipline.SlipSums, 482913));
        Assert.Equal(chosen, await store.StartDrillAsync(Teller, Discipline.SlipSums));
        Assert.NotEqual(chosen, await store.StartOnBookAsync(Teller, Discipline.SlipSums, 482914));
    }

    [Fact]
    public async Task A_run_on_ones_own_book_has_a_score_and_is_no_personal_best()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartOnBookAsync(Teller, Discipline.SlipSums, 482913);
        store.Clock.Advance(TimeSpan.FromMinutes(3));
        await store.SendKeysAsync(Teller, run, 1, Hit(KeysOf((await store.RunAsync(run)).Terms, 2), perSecond: 4));

        await store.FinishDrillAsync(Teller, run);

        var finished = await store.RunAsync(run);
        Assert.Equal((2, false), (finished.Score, finished.Counts));
        Assert.NotEqual(run, (await store.BestAsync(Teller, Discipline.SlipSums))?.Id);
    }

    [Fact]
    public async Task Ten_starts_at_once_make_one_run()
    {
        await using var store = new AcademyStore(opened);

        var runs = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => store.StartDrillAsync(Teller, Discipline.Keypad))));

        Assert.Single(runs.Distinct());
    }

    [Fact]
    public async Task Batches_are_taken_down_in_their_order_and_a_repeat_changes_nothing()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);

        Assert.Equal(new(null, 1), await store.SendKeysAsync(Teller, run, 1, Some));
        Assert.Equal(new(null, 2), await store.SendKeysAsync(Teller, run, 2, Others));
        Assert.Equal(new(null, 2), await store.SendKeysAsync(Teller, run, 1, Some));

        await store.FinishDrillAsync(Teller, run);
        Assert.Equal(new(null, 2), await store.SendKeysAsync(Teller, run, 2, Others));
        Assert.Equal(3, (await store.ResultAsync(run)).Keys);
    }

    [Theory]
    [InlineData(1, 900, DrillRefusal.OtherKeys)]
    [InlineData(3, 900, DrillRefusal.Gap)]
    [InlineData(0, 900, DrillRefusal.Gap)]
    [InlineData(2, -1, DrillRefusal.OutOfBounds)]
    [InlineData(2, 300_001, DrillRefusal.OutOfBounds)]
    public async Task What_does_not_follow_is_refused_and_nothing_of_it_is_kept(int number, int at, DrillRefusal refusal)
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);
        await store.SendKeysAsync(Teller, run, 1, Some);

        Assert.Equal(new(refusal, 1), await store.SendKeysAsync(Teller, run, number, new KeyStroke(at, '3')));

        Assert.Equal(2, (await store.ResultAsync(run)).Keys);
    }

    [Fact]
    public async Task No_more_keys_are_taken_down_of_a_run_than_hands_and_a_key_held_down_come_to()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);

        Assert.True(Discipline.Keypad.MostKeys > (33 + 14) * Discipline.Keypad.Length.TotalSeconds);
        Assert.Equal(new(null, 1), await store.SendKeysAsync(Teller, run, 1, Held(SentBatch.MostKeys)));
        Assert.Equal(new(DrillRefusal.TooManyKeys, 1), await store.SendKeysAsync(Teller, run, 2, Held(5_001)));
        Assert.Equal(new(null, 2), await store.SendKeysAsync(Teller, run, 2, Held(5_000)));
        Assert.Equal(new(DrillRefusal.TooManyKeys, 2), await store.SendKeysAsync(Teller, run, 3, Held(1)));
        Assert.Equal(new(null, 2), await store.SendKeysAsync(Teller, run, 2, Held(5_000)));

        static KeyStroke[] Held(int keys) => [.. Enumerable.Range(0, keys).Select(n => new KeyStroke(n * 20, '1'))];
    }

    [Fact]
    public async Task No_more_batches_are_taken_down_of_a_run_than_a_page_sends()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);
        for (var n = 1; n <= 600; n++) Assert.Equal(new(null, n), await store.SendKeysAsync(Teller, run, n, new KeyStroke(n * 500, '1')));

        Assert.Equal(new(DrillRefusal.TooManyBatches, 600), await store.SendKeysAsync(Teller, run, 601, new KeyStroke(300_000, '1')));
        Assert.Equal(600, (await store.ResultAsync(run)).Keys);
    }

    [Fact]
    public async Task Nobody_comes_near_somebody_elses_run()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);

        Assert.Equal(new(DrillRefusal.NoSuchRun, 0), await store.SendKeysAsync("E0002", run, 1, Some));
        Assert.Equal(DrillRefusal.NoSuchRun, await store.FinishDrillAsync("E0002", run));
        Assert.Equal(DrillRefusal.NoSuchRun, await AbandonAsync(store, "E0002", run));

        Assert.True((await store.RunAsync(run)).IsRunning);
        Assert.Equal(new(null, 1), await store.SendKeysAsync(Teller, run, 1, Some));
    }

    [Fact]
    public async Task The_same_batch_twice_at_once_is_taken_down_once()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.SendKeysAsync(Teller, run, 1, Some))));

        Assert.All(outcomes, outcome => Assert.Equal(new(null, 1), outcome));
        Assert.Equal(2, (await store.ResultAsync(run)).Keys);
    }

    [Fact]
    public async Task Of_two_pages_of_one_run_one_goes_on()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);

        var outcomes = await Task.WhenAll(
            Task.Run(() => store.SendKeysAsync(Teller, run, 1, Some)), Task.Run(() => store.SendKeysAsync(Teller, run, 1, Others)));

        Assert.Equal([null, DrillRefusal.OtherKeys], outcomes.Select(outcome => outcome.Refusal).Order());
    }

    [Fact]
    public async Task What_a_lost_line_held_back_is_taken_down_while_the_grace_lasts()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);
        var due = (await store.RunAsync(run)).DueAt;

        store.Clock.SetUtcNow(due + DrillRun.Grace - TimeSpan.FromMilliseconds(1));
        Assert.Null((await store.SendKeysAsync(Teller, run, 1, Some)).Refusal);
        store.Clock.SetUtcNow(due + DrillRun.Grace);
        Assert.Equal(new(DrillRefusal.Over, 1), await store.SendKeysAsync(Teller, run, 2, Others));
    }

    [Fact]
    public async Task A_run_is_finished_once_with_what_was_taken_down_and_nothing_comes_after()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.SlipSums);
        var terms = (await store.RunAsync(run)).Terms;
        store.Clock.Advance(TimeSpan.FromMinutes(3));
        await store.SendKeysAsync(Teller, run, 1, Hit(KeysOf(terms, 2), perSecond: 4));
        var at = store.Clock.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => store.FinishDrillAsync(Teller, run))));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.FinishDrillAsync(Teller, run);

        var finished = await store.RunAsync(run);
        Assert.Equal((at, 2, 2, 0), (finished.EndedAt, finished.Score, finished.Right, finished.Wrong));
        Assert.Equal(new(DrillRefusal.Over, 1), await store.SendKeysAsync(Teller, run, 2, new KeyStroke(170_000, '1')));
    }

    [Fact]
    public async Task What_is_left_running_ends_with_its_time_when_somebody_looks()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);
        var due = (await store.RunAsync(run)).DueAt;

        store.Clock.SetUtcNow(due + DrillRun.Grace - TimeSpan.FromSeconds(1));
        await LookAsync(store);
        Assert.True((await store.RunAsync(run)).IsRunning);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => LookAsync(store))));

        Assert.Equal((due, false), ((await store.RunAsync(run)).EndedAt, (await store.RunAsync(run)).Counts));
    }

    [Fact]
    public async Task What_anybody_has_left_running_ends_by_itself_with_its_time()
    {
        await using var store = new AcademyStore(opened);
        var (first, other) = (
            await store.StartDrillAsync(Teller, Discipline.Keypad), await store.StartDrillAsync("E0002", Discipline.SlipSums));
        var due = (await store.RunAsync(first)).DueAt;

        store.Clock.SetUtcNow(due + DrillRun.Grace - TimeSpan.FromSeconds(1));
        await LookAfterAsync(store);
        Assert.True((await store.RunAsync(first)).IsRunning);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => LookAfterAsync(store))));

        Assert.Equal((due, true), ((await store.RunAsync(first)).EndedAt, (await store.RunAsync(other)).IsRunning));
    }

    [Fact]
    public async Task What_is_given_up_has_no_result_and_does_not_come_back()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.StartDrillAsync(Teller, Discipline.Keypad);
        var line = (await store.RunAsync(run)).Terms.Tasks()[0];
        await store.SendKeysAsync(Teller, run, 1, Evenly(KeysOf(line)));

        Assert.Null(await AbandonAsync(store, Teller, run));
        Assert.Null(await store.FinishDrillAsync(Teller, run));

        var given = await store.RunAsync(run);
        Assert.Equal((true, null, false), (given.WasAbandoned, given.Score, given.Counts));
        Assert.Equal(0, await store.AskAsync((AcademyDb db) => db.DrillRuns.Where(r => r.Id == run).Finished().CountAsync()));
    }

    [Fact]
    public async Task The_best_of_a_drill_is_the_highest_count_or_the_shortest_time()
    {
        await using var store = new AcademyStore(opened);
        await store.KeyAsync(Teller, Discipline.Keypad, terms => Hit(KeysOf(terms, 15), perSecond: 4));
        var more = await store.KeyAsync(Teller, Discipline.Keypad, terms => Hit(KeysOf(terms, 60), perSecond: 5, seed: 2));
        await store.KeyAsync(Teller, Discipline.SlipHundred, terms => Hit(KeysOf(terms, 1), perSecond: 5, seed: 3));
        var faster = await store.KeyAsync(Teller, Discipline.SlipHundred, terms => Hit(KeysOf(terms, 1), perSecond: 6, seed: 4));
        var wrong = await store.KeyAsync(Teller, Discipline.SlipHundred, terms => Hit("1" + KeysOf(terms, 1), perSecond: 8, seed: 5));

        Assert.Equal(more.Id, (await store.BestAsync(Teller, Discipline.Keypad))?.Id);
        Assert.Equal(faster.Id, (await store.BestAsync(Teller, Discipline.SlipHundred))?.Id);
        Assert.Equal((null, false, 0), (wrong.Score, wrong.Counts, wrong.Doubts.Count));
        Assert.Null(await store.BestAsync("E0002", Discipline.Keypad));
    }

    [Fact]
    public async Task What_cannot_be_human_has_its_result_and_the_reason_and_is_no_best()
    {
        await using var store = new AcademyStore(opened);

        var run = await store.KeyAsync(Teller, Discipline.Keypad, terms => Evenly(KeysOf(terms, 60), apart: 150));

        Assert.Equal(DoubtReason.TooRegular, Assert.Single(run.Doubts).Reason);
        Assert.Equal((60, false), (run.Right, run.Counts));
        Assert.Null(await store.BestAsync(Teller, Discipline.Keypad));
    }

    [Fact]
    public async Task A_stream_that_is_sent_again_as_another_run_is_found()
    {
        await using var store = new AcademyStore(opened);
        var first = await store.KeyAsync(Teller, Discipline.Keypad, terms => Hit(KeysOf(terms, 30), perSecond: 5));

        // The rhythm of one, shifted, with the keys of the other.
        var copied = await store.KeyAsync("E0002", Discipline.Keypad, terms => Hit(KeysOf(terms, 30), perSecond: 5, from: 2_400));

        Assert.Empty(first.Doubts);
        Assert.Equal(DoubtReason.SeenBefore, Assert.Single(copied.Doubts).Reason);
    }

    private static Task<DrillRefusal?> AbandonAsync(AcademyStore store, string number, long run) =>
        store.AsAsync(number, (timekeeper, id) => timekeeper.AbandonAsync(id, run, None));

    private static Task<bool> LookAsync(AcademyStore store) => store.AsAsync(Teller, async (timekeeper, id) =>
    {
        await timekeeper.EndOverdueAsync(id, None);
        return true;
    });

    /// <summary>What the job does.</summary>
    private static Task LookAfterAsync(AcademyStore store) => store.TellAsync((Timekeeper timekeeper) =>
        new EndOverdueRuns(timekeeper).RunAsync(None));
}
