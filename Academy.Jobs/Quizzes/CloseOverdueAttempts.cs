using Academy.Domain.Quizzes;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Academy.Jobs.Quizzes;

/// <summary>Hands in whatever was saved when somebody's time ran out.</summary>
[DisallowConcurrentExecution]
public sealed partial class CloseOverdueAttempts(Invigilator invigilator, ILogger<CloseOverdueAttempts> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var closed = await invigilator.CloseOverdueAsync(cancellationToken);
        if (closed > 0) Closed(closed);
    }

    [LoggerMessage(LogLevel.Information, "Handed in {Count} attempts whose time was up")]
    private partial void Closed(int count);
}
