using Academy.Domain.Competitions.Drills;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Academy.Jobs.Competitions;

/// <summary>Ends the drills that nobody has ended, once their time and grace are over.</summary>
[DisallowConcurrentExecution]
public sealed partial class EndOverdueRuns(Timekeeper timekeeper, ILogger<EndOverdueRuns> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var ended = await timekeeper.EndOverdueAsync(cancellationToken);
        if (ended > 0) Ended(ended);
    }

    [LoggerMessage(LogLevel.Information, "Ended {Count} drills whose time was up")]
    private partial void Ended(int count);
}
