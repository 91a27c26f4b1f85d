using System.Security.Cryptography;

namespace Academy.Domain.Data;

/// <summary>
/// What a thing will be found by that somebody opens an empty form for: the form carries it, so that sending it twice makes one
/// thing. Signs that look alike are left out.
/// </summary>
public static class FormKey
{
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 10;

    public static string New(char kind) => $"{kind}-{RandomNumberGenerator.GetString(Signs, Length)}";

    /// <summary>Whether it was made here for a thing of that kind.</summary>
    public static bool IsOf(char kind, string? key) =>
        key is [var first, '-', .. { Length: Length } random] && first == kind && random.All(Signs.Contains);
}
