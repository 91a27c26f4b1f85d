using Academy.Domain.Data;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Jobs.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Academy.Tests.Scheduling;

/// <summary>The whole way: the scheduler wakes the jobs of the timetable up, the store says what is due.</summary>
public sealed class SchedulerTests(OpenedAcademy opened)
{
    private const string Nightly = nameof(ForgetOldSessions);

    [Fact]
    public async Task The_scheduler_makes_good_what_was_missed_and_goes_on_with_each_night_once()
    {
        await using var store = new AcademyStore(opened, services => services.AddAcademyJobs(OpenedAcademy.SettingsFor("")));
        await store.TellAsync(async (AcademyDb db) =>
        {
            db.Add(new Job(Nightly, TestClock.Tuesday.AddDays(-3)));
            await db.SaveChangesAsync();
        });
        var scheduler = await store.AskAsync((ISchedulerFactory factory) => factory.GetScheduler().AsTask());
        await scheduler.Start();

        await UntilAsync(store, nights: 1);
        await UntilAsync(store, nights: 3);
        await scheduler.Shutdown(waitForJobsToComplete: true);

        Assert.Equal(
            ["2026-11-23 19:20:40Z", "2026-11-24 19:20:40Z", "2026-11-25 19:20:40Z"],
            (await NightsAsync(store)).Select(night => $"{night:u}"));
        var seen = await store.AskAsync((AcademyDb db) => db.Jobs.AsNoTracking().ToListAsync());
        Assert.Equal(new Timetable(TimeZoneInfo.Utc).Entries.Select(entry => entry.Name).Order(), seen.Select(job => job.Name).Order());
        Assert.Empty(seen.Where(job => job.SeenAt <= TestClock.Tuesday).Select(job => job.Name));
    }

    /// <summary>Turns the clock until so many nights are in the book; each turn leaves the scheduler a moment to notice.</summary>
    private static async Task UntilAsync(AcademyStore store, int nights)
    {
        for (var turns = 0; (await NightsAsync(store)).Count < nights; turns++)
        {
            Assert.InRange(turns, 0, 2000);
            if (nights > 1) store.Clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private static Task<List<DateTimeOffset>> NightsAsync(AcademyStore store) => store.AskAsync((AcademyDb db) => db.Runs.Of(Nightly)
        .Where(run => run.EndedAt != null).OrderBy(run => run.Id).Select(run => run.DueAt!.Value).ToListAsync());
}
