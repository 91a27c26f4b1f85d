using Academy.Domain.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Academy.Jobs;

/// <summary>
/// A job that finds the store locked or full, or the academy being stopped, does its work at its next time: the log has one line of
/// that. Whatever else fails is a fault, and shown with all its inside.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class Passing<TJob>(IServiceProvider services, ILogger<TJob> log) : IJob where TJob : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await ActivatorUtilities.CreateInstance<TJob>(services).Execute(context, cancellationToken);
        }
        catch (Exception failure) when (failure is ClosingException || failure.StoreTrouble is not null)
        {
            WaitsForNextTime(typeof(TJob).Name, failure.GetBaseException().Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Job} waits for its next time: {Message}")]
    private partial void WaitsForNextTime(string job, string message);
}
