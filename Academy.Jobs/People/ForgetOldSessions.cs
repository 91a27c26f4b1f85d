using Academy.Domain.People.Sessions;
using Quartz;

namespace Academy.Jobs.People;

/// <summary>Removes the sessions that nobody can come back to.</summary>
[DisallowConcurrentExecution]
public sealed class ForgetOldSessions(Porter porter) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await porter.ForgetAsync(cancellationToken);
}
