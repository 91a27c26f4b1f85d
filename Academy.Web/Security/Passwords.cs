using Academy.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Academy.Web.Security;

public enum PasswordObjection { TooShort, NeedsLetterAndDigit, ContainsNumber, SameAsBefore }

/// <summary>What a password must be: long rather than contorted, and nothing that stands on the badge.</summary>
public static class Passwords
{
    public const int LeastLength = 10;

    public static PasswordObjection? Objection(Employee employee, string? current, string chosen)
    {
        if (chosen.Length < LeastLength) return PasswordObjection.TooShort;
        if (!chosen.Any(char.IsLetter) || !chosen.Any(char.IsDigit)) return PasswordObjection.NeedsLetterAndDigit;
        if (chosen.Contains(employee.Number, StringComparison.OrdinalIgnoreCase)) return PasswordObjection.ContainsNumber;
        return chosen == current ? PasswordObjection.SameAsBefore : null;
    }

    internal static void Require(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = "";
        options.Password = new PasswordOptions
        {
            RequiredLength = LeastLength,
            RequireNonAlphanumeric = false,
            RequireUppercase = false,
            RequireLowercase = false,
            RequireDigit = true,
        };
    }
}
