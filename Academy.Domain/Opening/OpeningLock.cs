using Academy.Domain.Data;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Opening;

/// <summary>Held by whoever opens the academy: one process at a time.</summary>
internal static partial class OpeningLock
{
    /// <summary>An upgrade of a large bank takes minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<LockFile> TakeAsync(string folder, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        var path = Path.Combine(folder, "opening.lock");
        var began = clock.GetTimestamp();
        for (var isTold = false; ; isTold = true)
        {
            if (LockFile.TryTake(path) is { } taken) return taken;
            if (clock.GetElapsedTime(began) >= Patience)
                throw new OpeningException($"Another process has been opening the academy for long; it holds {path}.");

            if (!isTold) Waiting(log, path);
            await Task.Delay(Pause, clock, ct);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Another process is opening the academy and holds {Path}; waiting for it")]
    private static partial void Waiting(ILogger log, string path);
}
