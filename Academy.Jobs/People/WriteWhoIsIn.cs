using Academy.Domain.People.Sessions;
using Quartz;

namespace Academy.Jobs.People;

/// <summary>Writes down who was seen in the last minute, for the other processes and the next start.</summary>
[DisallowConcurrentExecution]
public sealed class WriteWhoIsIn(Porter porter) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await porter.WriteDownAsync(cancellationToken);
}
