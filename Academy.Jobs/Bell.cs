using Quartz;

namespace Academy.Jobs;

/// <summary>Has a job look at once whether there is something to do; unheard, it looks within a minute.</summary>
public sealed class Bell(ISchedulerFactory schedulers)
{
    public async Task RingAsync(string job, CancellationToken ct)
    {
        try
        {
            await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(job), null, ct);
        }
        catch (SchedulerException)
        {
            // The scheduler is being stopped: the next one finds in the store what was asked for.
        }
    }
}
