using System.Security.Claims;
using Academy.Domain.People;

namespace Academy.Web.Security;

/// <summary>Who may use pages that several slices have for the same people.</summary>
public static class Rights
{
    /// <summary>Who teaches. Which rows they find is part of each query.</summary>
    public const string Trainers = Roles.Teaching;

    extension(ClaimsPrincipal person)
    {
        /// <summary>Whether one of these roles, written with commas between, is the person's.</summary>
        public bool IsInAny(string roles) => roles.Split(',').Any(person.IsInRole);
    }
}
