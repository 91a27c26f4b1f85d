using System.Collections.Concurrent;

namespace Academy.Domain.People;

/// <summary>
/// Whose account, roles or employment were changed in this process, and when: whatever is remembered of them from before is asked for
/// anew, so that who is dismissed here is out at once.
/// </summary>
public sealed class ChangedRights
{
    private readonly ConcurrentDictionary<long, DateTimeOffset> changed = [];
    private DateTimeOffset[] all = [DateTimeOffset.MinValue];

    public void Tell(long employeeId, DateTimeOffset now) => changed[employeeId] = now;

    /// <summary>Many at once: nobody is left out.</summary>
    public void TellAll(DateTimeOffset now) => Volatile.Write(ref all, [now]);

    /// <summary>Whether what was learned at that moment may be otherwise by now.</summary>
    public bool MayHaveChangedSince(DateTimeOffset learnedAt, long employeeId) =>
        learnedAt <= Volatile.Read(ref all)[0] || (changed.TryGetValue(employeeId, out var at) && learnedAt <= at);
}
