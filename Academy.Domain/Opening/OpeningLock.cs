using Microsoft.Extensions.Logging;

namespace Academy.Domain.Opening;

/// <summary>
/// Held by whoever opens the academy: one process at a time. It is a lock of the operating system, which lets it go with the process,
/// however that ends.
/// </summary>
internal sealed partial class OpeningLock : IDisposable
{
    /// <summary>An upgrade of a large bank takes minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;

    private OpeningLock(FileStream file) => this.file = file;

    public static async Task<OpeningLock> TakeAsync(string folder, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        var path = Path.Combine(folder, "opening.lock");
        var began = clock.GetTimestamp();
        for (var isTold = false; ; isTold = true)
        {
            if (TryOpen(path) is { } file) return new OpeningLock(file);
            if (clock.GetElapsedTime(began) >= Patience)
                throw new OpeningException($"Another process has been opening the academy for long; it holds {path}.");

            if (!isTold) Waiting(log, path);
            await Task.Delay(Pause, clock, ct);
        }
    }

    public void Dispose() => file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return null;
        }
    }

    /// <summary>EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.</summary>
    private static bool IsHeld(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    [LoggerMessage(LogLevel.Warning, "Another process is opening the academy and holds {Path}; waiting for it")]
    private static partial void Waiting(ILogger log, string path);
}
