using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.Competitions.Standings;

public enum ScreenRefusal { MayNotHang, LabelMissing, LabelTooLong, LabelTaken, TooMany, NoSuchScreen }

/// <summary>
/// A link by which a screen in a staff room shows public boards without a sign-in. Whoever has its secret sees them; only what follows
/// from the secret is kept.
/// </summary>
public sealed class ScreenLink
{
    public const int LongestLabel = 40;

    /// <summary>So many may hang at the same time.</summary>
    public const int Most = 50;

    private const int SecretBytes = 20;

    private ScreenLink() { }

    internal ScreenLink(string label, string secret, string byName, DateTimeOffset at) =>
        (Label, Hash, MadeBy, MadeAt) = (label, HashOf(secret), byName, at);

    public long Id { get; private set; }

    /// <summary>Where it hangs.</summary>
    public string Label { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public string MadeBy { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    internal static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>A secret is random and long: nobody finds it from its hash.</summary>
    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    internal void Revoke(DateTimeOffset now) => RevokedAt = now;
}
