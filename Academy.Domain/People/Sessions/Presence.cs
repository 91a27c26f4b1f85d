using System.Collections.Concurrent;

namespace Academy.Domain.People.Sessions;

/// <summary>A session as this process knows it.</summary>
/// <param name="Id">The session's row.</param>
/// <param name="EmployeeId">Whose it is.</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="SeenAt">When they were last served, here or, as far as the store tells, by another process.</param>
/// <param name="HasEnded">Whether it was ended.</param>
/// <param name="LookedAt">When the store was last asked.</param>
internal sealed record Stay(
    long Id, long EmployeeId, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool HasEnded, DateTimeOffset LookedAt)
{
    public static Stay Ended(DateTimeOffset now) => new(0, 0, now, now, HasEnded: true, now);

    /// <summary>What has ended stays ended, whatever somebody read a moment before.</summary>
    public Stay Told(Stay news) => HasEnded ? this : news with { SeenAt = SeenAt > news.SeenAt ? SeenAt : news.SeenAt };
}

/// <summary>
/// Who is in, as far as this process has seen: the store is asked about a session only now and then, and told once in a while who
/// was seen. What ends here has ended at once, and whose rights change here is looked at again at once; what another process does is
/// known within <see cref="Recheck"/>.
/// </summary>
public sealed class Presence(ChangedRights changed)
{
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Stay> stays = new(StringComparer.Ordinal);

    /// <summary>When the store was last told; null since the start.</summary>
    internal DateTimeOffset? WrittenAt { get; set; }

    /// <summary>What is known of a session; null when the store is to be asked.</summary>
    internal Stay? Of(string hash, DateTimeOffset now) =>
        stays.TryGetValue(hash, out var stay) && (stay.HasEnded || IsFresh(stay, now)) ? stay : null;

    internal Stay Learn(string hash, Stay news) => stays.AddOrUpdate(hash, news, (_, known) => known.Told(news));

    /// <summary>A session by what the store tells and what was seen here; nothing of that is remembered.</summary>
    internal Stay Complete(string hash, Stay told) => stays.TryGetValue(hash, out var known) ? known.Told(told) : told;

    internal void See(string hash, Stay stay, DateTimeOffset now) =>
        stays.AddOrUpdate(hash, stay with { SeenAt = now }, (_, known) => known with { SeenAt = now });

    internal void End(string hash, DateTimeOffset now) => stays[hash] = Stay.Ended(now);

    /// <summary>Has the store asked about somebody's sessions at their next request.</summary>
    internal void LookAgain(long employeeId)
    {
        foreach (var (hash, stay) in stays.Where(known => known.Value.EmployeeId == employeeId))
            stays.AddOrUpdate(hash, stay, (_, known) => known with { LookedAt = DateTimeOffset.MinValue });
    }

    internal IReadOnlyList<long> SeenSince(DateTimeOffset moment) =>
        [.. stays.Values.Where(stay => !stay.HasEnded && stay.SeenAt > moment).Select(stay => stay.Id)];

    /// <summary>Forgets what nobody has asked about since; the store knows it.</summary>
    internal void Forget(DateTimeOffset since)
    {
        foreach (var known in stays.Where(known => known.Value.SeenAt < since && known.Value.LookedAt < since)) stays.TryRemove(known);
    }

    private bool IsFresh(Stay stay, DateTimeOffset now) =>
        now - stay.LookedAt < Recheck && !changed.MayHaveChangedSince(stay.LookedAt, stay.EmployeeId);
}
