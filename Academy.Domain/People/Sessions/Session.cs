using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.People.Sessions;

/// <summary>Where somebody signs in: the address, and what the browser says of itself in a few words.</summary>
public sealed record Whereabouts(string Address, string Device);

/// <summary>
/// Somebody's stay from a sign-in on. It ends when they sign out, when it has lasted or rested for too long (<see cref="Porter"/>),
/// and when the account gets another stamp, as by a new password.
/// </summary>
public sealed class Session
{
    public const int MostOfDevice = 60;

    /// <summary>For how long it is kept after its owner was last seen; no ticket is good for longer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private Session() { }

    internal Session(string key, long employeeId, string stamp, Whereabouts from, DateTimeOffset now)
    {
        (KeyHash, EmployeeId, Stamp) = (HashOf(key), employeeId, stamp);
        (Address, Device) = (from.Address, from.Device);
        StartedAt = SeenAt = now;
    }

    public long Id { get; private set; }

    /// <summary>Of the key that the ticket carries: who reads the store can make no ticket of it.</summary>
    public string KeyHash { get; private set; } = "";
    public long EmployeeId { get; private set; }

    /// <summary>The stamp that the account had at the sign-in.</summary>
    public string Stamp { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string Device { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When somebody was last served in it, to within a minute (<see cref="Presence"/>).</summary>
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal static string NewKey() => RandomNumberGenerator.GetHexString(32);

    internal static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    internal void End(DateTimeOffset now) => EndedAt ??= now;
}
