using Academy.Domain;
using Academy.Domain.Letters;
using Academy.Domain.Scheduling;
using Academy.Jobs.Archives;
using Academy.Jobs.Certification;
using Academy.Jobs.Competitions;
using Academy.Jobs.Data;
using Academy.Jobs.Letters;
using Academy.Jobs.People;
using Academy.Jobs.Quizzes;
using Academy.Jobs.Reminders;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Jobs;

/// <summary>A job and what the timetable says of it.</summary>
public sealed record TimetableEntry(Type Job, JobTerms Terms)
{
    public string Name => Terms.Name;
}

/// <summary>
/// Everything that happens by the clock, on this page alone. Times are the bank's. The scheduler only wakes jobs up: what is due, and
/// whether somebody has done it already, each finds in the store.
/// </summary>
public sealed class Timetable
{
    /// <summary>How often a job with moments of its own looks whether one was missed: at the start, too.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly TimeZoneInfo zone;

    public Timetable(TimeZoneInfo zone, MailSettings? mail = null, MessengerSettings? messenger = null)
    {
        this.zone = zone;
        Entries =
        [
            Every<CloseOverdueAttempts>(TimeSpan.FromSeconds(15)),
            Every<EndOverdueRuns>(TimeSpan.FromSeconds(15)),
            Every<IssueCertificates>(TimeSpan.FromMinutes(10)),
            Every<SealArchive>(TimeSpan.FromMinutes(10)),
            Every<WriteReminders>(TimeSpan.FromMinutes(1)),
            Every<SendLetters>((mail ?? new MailSettings()).LookEvery),
            Every<SendMessages>((messenger ?? new MessengerSettings()).LookEvery),
            Every<TellRefusals>(TimeSpan.FromMinutes(1)),
            Every<WriteWhoIsIn>(TimeSpan.FromMinutes(1)),
            Every<CompareClocks>(TimeSpan.FromMinutes(1)),
            At<ForgetOldSessions>("40 20 3 * * ?"),
        ];
    }

    public IReadOnlyList<TimetableEntry> Entries { get; }

    /// <summary>Null for a name that no job has.</summary>
    public TimetableEntry? Of(string name) => Entries.FirstOrDefault(entry => entry.Name == name);

    private static TimetableEntry Every<TJob>(TimeSpan interval) where TJob : ITimedJob => Entry<TJob>(new Every(interval));

    private TimetableEntry At<TJob>(string cron) where TJob : ITimedJob => Entry<TJob>(new Cron(cron, zone));

    private static TimetableEntry Entry<TJob>(Rhythm rhythm) where TJob : ITimedJob =>
        new(typeof(TJob), new JobTerms(typeof(TJob).Name, rhythm, TimeSpan.FromMinutes(10)));

    internal void Schedule(IQuartzBuilder quartz)
    {
        foreach (var entry in Entries)
        {
            quartz.AddJob(typeof(Timed<>).MakeGenericType(entry.Job), job => job.WithIdentity(entry.Name).StoreDurably());
            var interval = entry.Terms.Rhythm is Every every ? every.Interval : Look;
            quartz.AddTrigger(trigger => trigger.ForJob(entry.Name).WithIdentity(entry.Name)
                .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
            if (entry.Terms.Rhythm is Cron cron)
            {
                quartz.AddTrigger(trigger => trigger.ForJob(entry.Name).WithIdentity($"{entry.Name} on time")
                    .WithCronSchedule(cron.Expression, schedule => schedule.InTimeZone(zone)));
            }
        }
    }
}

public static class TimetableServices
{
    public static IServiceCollection AddAcademyJobs(this IServiceCollection services, AcademySettings settings)
    {
        var timetable = new Timetable(TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone), settings.Mail, settings.Messenger);
        services.AddSingleton(timetable);
        services.AddSingleton<Bell>();
        services.AddQuartz(timetable.Schedule);
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
