using Academy.Domain.Data;
using Academy.Domain.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Academy.Jobs;

/// <summary>
/// Does a job where the store says that it is due, and has written down how it went. One that finds the store locked or full, or the
/// academy being stopped, does its work at its next time: the log has one line of that. Whatever else fails is a fault, and shown with
/// all its inside.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class Timed<TJob>(
    IServiceProvider services, Timetable timetable, Foreman foreman, TimeProvider clock, ILogger<TJob> log) : IJob
    where TJob : ITimedJob
{
    private static readonly IReadOnlyDictionary<string, long> Nothing = Tally.Nothing.Counts;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var terms = timetable.Of(typeof(TJob).Name)!.Terms;
            if (await foreman.BeginAsync(terms, cancellationToken) is not { } begun) return;

            var report = await RunAsync(terms.AtMost, cancellationToken);
            await foreman.EndAsync(begun, report, CancellationToken.None);
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            WaitsForNextTime(typeof(TJob).Name, failure.GetBaseException().Message);
        }
    }

    private async Task<RunReport> RunAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(atMost, clock);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var tally = await ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider).RunAsync(stopped.Token);
            if (tally.Counts.Count > 0) HasDone(typeof(TJob).Name, tally);
            if (tally.Trouble.Length > 0) WaitsForNextTime(typeof(TJob).Name, tally.Trouble);
            return new RunReport(tally.Trouble.Length > 0 ? RunOutcome.Deferred : RunOutcome.Done, tally.Counts, Told(tally.Trouble));
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            WaitsForNextTime(typeof(TJob).Name, failure.GetBaseException().Message);
            return Report(RunOutcome.Deferred, failure);
        }
        catch (OperationCanceledException failure) when (ct.IsCancellationRequested)
        {
            return Report(RunOutcome.Deferred, failure);
        }
        catch (Exception failure)
        {
            Failed(failure, typeof(TJob).Name);
            return Report(RunOutcome.Failed, failure);
        }
    }

    private static bool IsPassing(Exception failure) => failure is ClosingException || failure.StoreTrouble is not null;

    private static RunReport Report(RunOutcome outcome, Exception failure) =>
        new(outcome, Nothing, Told(failure.GetBaseException().Message));

    private static string Told(string message) => Cut.Start(OneLine.Of(message), Run.LongestFailure);

    [LoggerMessage(LogLevel.Information, "{Job} has done: {Tally}")]
    private partial void HasDone(string job, Tally tally);

    [LoggerMessage(LogLevel.Warning, "{Job} waits for its next time: {Message}")]
    private partial void WaitsForNextTime(string job, string message);

    [LoggerMessage(LogLevel.Error, "{Job} has failed")]
    private partial void Failed(Exception failure, string job);
}
