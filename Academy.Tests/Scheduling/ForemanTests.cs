using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Tests.Data.TwoActs;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Scheduling;

public sealed class ForemanTests(OpenedAcademy opened)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(10);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly JobTerms Nightly = new("Nightly", new Cron("0 30 2 * * ?", Berlin), AtMost);
    private static readonly JobTerms Restless = new("Restless", new Every(TimeSpan.FromSeconds(15)), AtMost);
    private static readonly RunReport Nothing = new(RunOutcome.Done, new Dictionary<string, long>(), "");
    private static readonly RunReport Failed = Nothing with { Outcome = RunOutcome.Failed, Failure = "no disk" };
    private static readonly RunReport Two = Nothing with { Counts = new Dictionary<string, long> { ["Things"] = 2 } };

    [Fact]
    public async Task Over_the_nights_of_a_leap_winter_each_moment_is_begun_once_however_often_somebody_looks()
    {
        await using var store = new AcademyStore(opened);
        store.Clock.SetUtcNow(new DateTimeOffset(2028, 2, 20, 12, 0, 0, TimeSpan.Zero));
        for (var hour = 0; hour < 50 * 24; hour++)
        {
            await WorkAsync(store, Nightly, Nothing);
            await WorkAsync(store, Nightly, Nothing);
            store.Clock.Advance(TimeSpan.FromHours(1));
        }

        var days = (await RunsAsync(store)).ConvertAll(run => TimeZoneInfo.ConvertTime(run.DueAt!.Value, Berlin).DateTime);
        Assert.Equal(Enumerable.Range(1, 50).Select(day => new DateTime(2028, 2, 20).AddDays(day)), days.Select(day => day.Date));
        // On 26 March the clocks skip the half hour: it is done when they go on.
        Assert.Equal([new DateTime(2028, 3, 26, 3, 0, 0)], days.Where(day => day.TimeOfDay != new TimeSpan(2, 30, 0)));
    }

    [Fact]
    public async Task What_was_due_in_three_days_without_a_server_is_made_good_once()
    {
        await using var store = new AcademyStore(opened);
        Assert.False(await WorkAsync(store, Nightly, Nothing));
        store.Clock.Advance(TimeSpan.FromDays(3));

        Assert.True(await WorkAsync(store, Nightly, Nothing));
        Assert.False(await WorkAsync(store, Nightly, Nothing));

        var run = Assert.Single(await RunsAsync(store));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 1, 30, 0, TimeSpan.Zero), run.DueAt);
    }

    [Fact]
    public async Task Of_many_who_look_at_the_same_moment_one_begins()
    {
        await using var store = new AcademyStore(opened);
        await WorkAsync(store, Nightly, Nothing);
        store.Clock.Advance(TimeSpan.FromDays(1));

        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => BeginAsync(store, Nightly))));

        Assert.Single(begun.OfType<Begun>());
        Assert.Single(await RunsAsync(store));
    }

    [Fact]
    public async Task The_store_itself_refuses_a_second_run_of_the_same_moment()
    {
        await using var store = new AcademyStore(opened);
        await WorkAsync(store, Nightly, Nothing);
        store.Clock.Advance(TimeSpan.FromDays(1));
        await WorkAsync(store, Nightly, Nothing);

        Assert.ThrowsAny<Exception>(() => store.Execute(
            "INSERT INTO JobRuns (Job, DueAt, Try, AskedBy, Counts, Failure, Times) SELECT Job, DueAt, Try, '', '{}', '', 1 FROM JobRuns"));
    }

    [Fact]
    public async Task What_somebody_has_begun_and_not_ended_is_begun_again_once_they_are_given_up()
    {
        await using var store = new AcademyStore(opened);
        await WorkAsync(store, Nightly, Nothing);
        store.Clock.Advance(TimeSpan.FromDays(1));
        var killed = await BeginAsync(store, Nightly);

        Assert.Null(await BeginAsync(store, Nightly));
        store.Clock.Advance(AtMost);
        Assert.True(await WorkAsync(store, Nightly, Two));
        Assert.False(await WorkAsync(store, Nightly, Two));
        // Whoever was believed gone says too late how it went.
        await store.TellAsync((Foreman foreman) => foreman.EndAsync(killed!, Failed, None));

        var runs = await RunsAsync(store);
        Assert.Equal([RunOutcome.Interrupted, RunOutcome.Done], runs.Select(run => run.Outcome!.Value));
        Assert.Equal([1, 2], runs.Select(run => run.Try));
        Assert.Single(runs.Select(run => run.DueAt).Distinct());
    }

    [Fact]
    public async Task What_fails_is_tried_again_after_longer_and_longer_and_then_waits_for_its_next_time()
    {
        await using var store = new AcademyStore(opened);
        await WorkAsync(store, Nightly, Nothing);
        store.Clock.Advance(TimeSpan.FromHours(20));
        var start = store.Clock.GetUtcNow();
        for (var minute = 0; minute < 3 * 60; minute++)
        {
            await WorkAsync(store, Nightly, Failed);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 5, 15, 30], (await RunsAsync(store)).Select(run => (int)(run.StartedAt!.Value - start).TotalMinutes));
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await WorkAsync(store, Nightly, Nothing));
        Assert.Equal((1, RunOutcome.Done), (await RunsAsync(store))[^1] is var last ? (last.Try, last.Outcome!.Value) : default);
    }

    [Fact]
    public async Task What_runs_every_few_seconds_and_finds_nothing_is_seen_at_work_and_writes_no_line()
    {
        await using var store = new AcademyStore(opened);
        for (var times = 0; times < 40; times++)
        {
            Assert.True(await WorkAsync(store, Restless, Nothing));
            store.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Empty(await RunsAsync(store));
        var (job, now) = (await JobAsync(store, Restless), store.Clock.GetUtcNow());
        Assert.InRange(now - job.SeenAt, TimeSpan.Zero, TimeSpan.FromSeconds(90));
        Assert.False(job.IsLate(Restless.Rhythm, now));
        Assert.True(job.IsLate(Restless.Rhythm, now.AddMinutes(10)));
    }

    [Fact]
    public async Task What_runs_every_few_seconds_has_a_line_for_each_time_it_did_something_and_one_for_a_row_of_failures()
    {
        await using var store = new AcademyStore(opened);
        foreach (var report in new[] { Two, Nothing, Failed, Failed, Failed, Failed with { Failure = "no net" }, Two, Failed })
        {
            await WorkAsync(store, Restless, report);
            store.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(
            [("", 1, 2), ("no disk", 3, 0), ("no net", 1, 0), ("", 1, 2), ("no disk", 1, 0)],
            (await RunsAsync(store)).Select(run => (run.Failure, run.Times, run.Counts.GetValueOrDefault("Things"))));
    }

    [Fact]
    public async Task The_book_of_runs_keeps_the_last_ones()
    {
        await using var store = new AcademyStore(opened);
        await WorkAsync(store, Restless, Two);
        store.Execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700) INSERT INTO JobRuns "
            + "(Job, Try, AskedBy, StartedAt, HeldUntil, EndedAt, Outcome, Counts, Failure, Times) "
            + "SELECT 'Restless', 1, '', 1, 1, 1, 'Done', '{}', '', 1 FROM n");

        await WorkAsync(store, Restless, Two);

        var runs = await RunsAsync(store);
        Assert.Equal(Foreman.MostRuns, runs.Count);
        Assert.Equal(2, runs[^1].Counts["Things"]);
    }

    [Fact]
    public async Task A_paused_job_rests_and_owes_nothing_of_the_pause()
    {
        await using var store = new AcademyStore(opened);
        await WorkAsync(store, Nightly, Nothing);
        await WorkAsync(store, Restless, Nothing);
        await DirectAsync(store, (foreman, by, job) => foreman.PauseAsync(by, job, "t", None));
        store.Clock.Advance(TimeSpan.FromDays(2));

        Assert.False(await WorkAsync(store, Nightly, Nothing));
        Assert.False(await WorkAsync(store, Restless, Nothing));
        await DirectAsync(store, (foreman, by, job) => foreman.ResumeAsync(by, job, "t", None));
        await DirectAsync(store, (foreman, by, job) => foreman.ResumeAsync(by, job, "t", None));

        Assert.False(await WorkAsync(store, Nightly, Nothing));
        Assert.True(await WorkAsync(store, Restless, Nothing));
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await WorkAsync(store, Nightly, Nothing));
        Assert.Equal(
            ["JobPaused", "JobPaused", "JobResumed", "JobResumed"],
            (await TrailAsync(store)).Select(line => line.Act.Name).Order());
    }

    [Fact]
    public async Task Who_asks_for_a_run_gets_one_however_often_they_press_also_of_a_paused_job()
    {
        await using var store = new AcademyStore(opened);
        await WorkAsync(store, Nightly, Nothing);
        await DirectAsync(store, (foreman, by, job) => foreman.PauseAsync(by, job, "t", None));
        await AskAsync(store);
        await AskAsync(store);

        var begun = await BeginAsync(store, Nightly);
        await AskAsync(store);
        Assert.Null(await BeginAsync(store, Nightly));
        await store.TellAsync((Foreman foreman) => foreman.EndAsync(begun!, Two, None));
        Assert.False(await WorkAsync(store, Nightly, Two));

        var run = Assert.Single(await RunsAsync(store));
        Assert.Equal((null, RunOutcome.Done), (run.DueAt, run.Outcome!.Value));
        Assert.Single(await TrailAsync(store), line => line.Act == SchedulingTrail.JobAskedFor);
    }

    [Fact]
    public async Task Who_does_not_administer_directs_nothing()
    {
        await using var store = new AcademyStore(opened);
        var trainer = await store.ActorAsync("T0001");

        Assert.Equal(ForemanRefusal.MayNotDirect, await store.AskAsync((Foreman f) => f.AskAsync(trainer, "Nightly", "t", None)));
        Assert.Equal(ForemanRefusal.MayNotDirect, await store.AskAsync((Foreman f) => f.PauseAsync(trainer, "Nightly", "t", None)));
        Assert.Equal(ForemanRefusal.MayNotDirect, await store.AskAsync((Foreman f) => f.ResumeAsync(trainer, "Nightly", "t", None)));
        Assert.Empty(await TrailAsync(store));
    }

    private static Task<Begun?> BeginAsync(AcademyStore store, JobTerms terms) =>
        store.AskAsync((Foreman foreman) => foreman.BeginAsync(terms, None));

    /// <summary>Looks, and does what there is to do; whether there was something.</summary>
    private static async Task<bool> WorkAsync(AcademyStore store, JobTerms terms, RunReport report)
    {
        if (await BeginAsync(store, terms) is not { } begun) return false;

        await store.TellAsync((Foreman foreman) => foreman.EndAsync(begun, report, None));
        return true;
    }

    private static async Task DirectAsync(AcademyStore store, Func<Foreman, Actor, string, Task<ForemanRefusal?>> act)
    {
        var by = await store.ActorAsync("A0001");
        foreach (var terms in new[] { Nightly, Restless })
            Assert.Null(await store.AskAsync((Foreman foreman) => act(foreman, by, terms.Name)));
    }

    private static async Task AskAsync(AcademyStore store)
    {
        var by = await store.ActorAsync("A0001");
        Assert.Null(await store.AskAsync((Foreman foreman) => foreman.AskAsync(by, Nightly.Name, "t", None)));
    }

    private static Task<List<Run>> RunsAsync(AcademyStore store) =>
        store.AskAsync((AcademyDb db) => db.Runs.AsNoTracking().OrderBy(run => run.Id).ToListAsync());

    private static Task<Job> JobAsync(AcademyStore store, JobTerms terms) =>
        store.AskAsync((AcademyDb db) => db.Jobs.AsNoTracking().SingleAsync(job => job.Name == terms.Name));

    private static Task<List<AuditEntry>> TrailAsync(AcademyStore store) => store.AskAsync((AcademyDb db) =>
        db.AuditEntries.AsNoTracking().Where(line => line.Subject == SchedulingTrail.Job).ToListAsync());
}
