using Academy.Domain.Data;
using Microsoft.Extensions.Logging;

namespace Academy.Jobs.Data;

/// <summary>Tells administrators that the machine's clock was set while the program runs, or that the machine has slept.</summary>
public sealed partial class CompareClocks(SteadyClock clock, ILogger<CompareClocks> log) : ITimedJob
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public Task<Tally> RunAsync(CancellationToken ct)
    {
        if (clock.Apart.Duration() > Tolerance) ClocksDiffer(clock.Apart);
        return Task.FromResult(Tally.Nothing);
    }

    [LoggerMessage(LogLevel.Warning, "The machine's clock has been set or has slept: it is {Apart} ahead of the academy's, which goes on "
        + "by itself. Once it is right, start the academy again")]
    private partial void ClocksDiffer(TimeSpan apart);
}
