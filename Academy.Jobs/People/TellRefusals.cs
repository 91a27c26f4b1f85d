using Academy.Domain.People;
using Quartz;

namespace Academy.Jobs.People;

/// <summary>Writes refused sign-ins down that were gathered for as long as tries are counted.</summary>
[DisallowConcurrentExecution]
public sealed class TellRefusals(Doorkeeper doorkeeper) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await doorkeeper.TellRefusalsAsync();
}
