using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Academy.Web.Security.Health;

/// <summary>
/// Whether people can be served. It is looked at when somebody asks, by one at a time and for all who ask within the next seconds, so
/// that no monitor can load the store.
/// </summary>
public sealed class Readiness(HealthCheckService parts, TimeProvider clock)
{
    /// <summary>How long each part is looked at.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private readonly Lock looking = new();
    private Task<HealthReport>? look;
    private long lookedAt;

    /// <summary>Null when a part hangs, and gives no answer at all.</summary>
    public async Task<HealthReport?> LookAsync()
    {
        try
        {
            return await Current().WaitAsync(2 * Patience);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private Task<HealthReport> Current()
    {
        lock (looking)
        {
            if (look is null || (look.IsCompleted && clock.GetElapsedTime(lookedAt) >= Fresh))
                (look, lookedAt) = (Task.Run(() => parts.CheckHealthAsync()), clock.GetTimestamp());
            return look;
        }
    }
}
