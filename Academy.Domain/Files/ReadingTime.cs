using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Academy.Domain.Files;

/// <summary>
/// How long an upload may be read. Readers ask at every line, row and block whether their time is up; a pattern, which cannot ask,
/// gives up by itself. Whoever takes uploads says in words that it was.
/// </summary>
public sealed class ReadingTime(TimeProvider clock, TimeSpan length)
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>What was read.</summary>
    /// <param name="read">Reads until its token says that the time is up, or that nobody waits any more.</param>
    /// <param name="otherwise">The answer when the time was up before.</param>
    /// <param name="ct">Whether somebody waits.</param>
    public T Read<T>(Func<CancellationToken, T> read, T otherwise, CancellationToken ct)
    {
        using var up = new CancellationTokenSource(length, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(up.Token, ct);
        try
        {
            return read(either.Token);
        }
        catch (Exception end) when (end is RegexMatchTimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return otherwise;
        }
    }

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Patterns look this up once, the first time that one of them is used.")]
    internal static void BoundPatterns() => AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Usual);
}
