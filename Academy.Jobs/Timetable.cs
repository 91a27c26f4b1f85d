using Academy.Domain;
using Academy.Jobs.Certification;
using Academy.Jobs.Competitions;
using Academy.Jobs.Data;
using Academy.Jobs.People;
using Academy.Jobs.Quizzes;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Jobs;

/// <summary>Everything that happens by the clock. Times are the bank's; each job finds what is due in the store.</summary>
public static class Timetable
{
    public static IServiceCollection AddAcademyJobs(this IServiceCollection services, AcademySettings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        services.AddQuartz(quartz =>
        {
            quartz.Run<CloseOverdueAttempts>("0/15 * * * * ?", zone);
            quartz.Run<EndOverdueRuns>("5/15 * * * * ?", zone);
            quartz.Run<TellRefusals>("30 * * * * ?", zone);
            quartz.Run<WriteWhoIsIn>("10 * * * * ?", zone);
            quartz.Run<ForgetOldSessions>("40 20 3 * * ?", zone);
            quartz.Run<IssueCertificates>("50 4/10 * * * ?", zone);
            quartz.Run<CompareClocks>("45 * * * * ?", zone);
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Run<TJob>(this IQuartzBuilder quartz, string cron, TimeZoneInfo zone) where TJob : IJob =>
        quartz.ScheduleJob<Passing<TJob>>(trigger =>
            trigger.WithIdentity(typeof(TJob).Name).WithCronSchedule(cron, schedule => schedule.InTimeZone(zone)));
}
