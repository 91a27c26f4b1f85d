namespace Academy.Domain.People;

/// <summary>What one look at a password costs, to us and to whoever has stolen the hashes.</summary>
public sealed record HashingCost(int Kibibytes, int Passes)
{
    /// <summary>OWASP's first choice for Argon2id.</summary>
    public static readonly HashingCost Owasp = new(19 * 1024, 2);

    /// <summary>The least that Argon2id knows, for what no guessing will find in any case.</summary>
    public static readonly HashingCost Least = new(8, 1);
}
