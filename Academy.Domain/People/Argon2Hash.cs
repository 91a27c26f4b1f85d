using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NSec.Cryptography;

namespace Academy.Domain.People;

/// <summary>A hash as it is kept, in the form that other programs know too: <c>$argon2id$v=19$m=19456,t=2,p=1$salt$digest</c>.</summary>
internal sealed partial record Argon2Hash
{
    private const int SaltLength = 16;
    private const int DigestLength = 32;

    private readonly byte[] salt;
    private readonly byte[] digest;

    private Argon2Hash(HashingCost cost, byte[] salt, byte[] digest) => (Cost, this.salt, this.digest) = (cost, salt, digest);

    public HashingCost Cost { get; }

    public static Argon2Hash Of(string password, HashingCost cost)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new Argon2Hash(cost, salt, Digest(password, cost, salt));
    }

    /// <summary>The hash that the text tells; null when it is of another kind or damaged.</summary>
    public static Argon2Hash? TryParse(string text) => Form().Match(text) is { Success: true } found
        ? new Argon2Hash(
            new HashingCost(Number(found.Groups["memory"]), Number(found.Groups["passes"])),
            Convert.FromBase64String($"{found.Groups["salt"].Value}=="),
            Convert.FromBase64String($"{found.Groups["digest"].Value}="))
        : null;

    public bool Fits(string password) => CryptographicOperations.FixedTimeEquals(Digest(password, Cost, salt), digest);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={Cost.Kibibytes},t={Cost.Passes},p=1${Text(salt)}${Text(digest)}");

    private static byte[] Digest(string password, HashingCost cost, byte[] salt)
    {
        var argon2 = new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.Kibibytes, NumberOfPasses = cost.Passes };
        return PasswordBasedKeyDerivationAlgorithm.Argon2id(argon2).DeriveBytes(Encoding.UTF8.GetBytes(password), salt, DigestLength);
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    // As many letters as 16 and 32 bytes take.
    [GeneratedRegex(
        @"^\$argon2id\$v=19\$m=(?<memory>[0-9]{1,7}),t=(?<passes>[0-9]{1,4}),p=1"
        + @"\$(?<salt>[A-Za-z0-9+/]{22})\$(?<digest>[A-Za-z0-9+/]{43})\z")]
    private static partial Regex Form();
}
