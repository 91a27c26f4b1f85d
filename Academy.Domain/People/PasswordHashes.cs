using Microsoft.AspNetCore.Identity;

namespace Academy.Domain.People;

/// <summary>
/// Makes the hashes of passwords and holds passwords against them. What is made says how (<see cref="Argon2Hash"/>); hashes of
/// the time before Argon2id still open. Whatever is held against whatever, it costs at least as much as a new hash.
/// </summary>
public class PasswordHashes(HashingCost cost) : IPasswordHasher<Employee>
{
    private static readonly PasswordHasher<Employee> Before = new();

    // A hash does not depend on whose password it is.
    private static readonly Employee Anybody = new("anybody", "", 0, 0, default);

    private readonly Argon2Hash nothing = Argon2Hash.Of("", cost);

    public string Hash(string password) => Argon2Hash.Of(password, cost).ToString();

    /// <summary>
    /// Slow hashing protects what people think up. A one-time password is drawn from 55^14, beyond any guessing, and is replaced
    /// at the first sign-in; 10,000 of them are issued in seconds instead of minutes.
    /// </summary>
    public static string HashOneTime(string password) => Argon2Hash.Of(password, HashingCost.Least).ToString();

    /// <summary>Whether a password is the one that was hashed; none fits where there is no hash.</summary>
    public virtual PasswordVerificationResult Check(string? hash, string password)
    {
        var stored = Argon2Hash.TryParse(hash ?? "");
        if (stored is null && hash is [not '$', ..]) return Renewing(FitsBefore(hash, password), isCurrent: false);

        var fits = stored?.Fits(password) == true;
        if (stored?.Cost != cost) nothing.Fits(password);
        return Renewing(fits, stored?.Cost == cost);
    }

    string IPasswordHasher<Employee>.HashPassword(Employee user, string password) => Hash(password);

    PasswordVerificationResult IPasswordHasher<Employee>.VerifyHashedPassword(
        Employee user, string hashedPassword, string providedPassword) => Check(hashedPassword, providedPassword);

    private static bool FitsBefore(string hash, string password) =>
        Before.VerifyHashedPassword(Anybody, hash, password) != PasswordVerificationResult.Failed;

    private static PasswordVerificationResult Renewing(bool fits, bool isCurrent) => (fits, isCurrent) switch
    {
        (false, _) => PasswordVerificationResult.Failed,
        (true, true) => PasswordVerificationResult.Success,
        (true, false) => PasswordVerificationResult.SuccessRehashNeeded,
    };
}
