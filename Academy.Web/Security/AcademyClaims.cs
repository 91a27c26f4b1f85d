using System.Security.Claims;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Academy.Web.Security;

/// <summary>What a session knows of the person: refreshed from the store every <see cref="Presence.Recheck"/>.</summary>
public sealed class AcademyClaims(UserManager<Employee> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Employee, IdentityRole<long>>(users, roles, options)
{
    internal const string DisplayName = "academy:name";
    internal const string MustChangePassword = "academy:must-change-password";
    internal const string Session = "academy:session";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Employee user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.Name));
        if (user.MustChangePassword) identity.AddClaim(new Claim(MustChangePassword, ""));
        return identity;
    }
}

public static class PersonExtensions
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    extension(ClaimsPrincipal person)
    {
        /// <summary>The signed-in employee's id; fails when nobody is signed in.</summary>
        public long Id => long.Parse(
            person.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."),
            System.Globalization.CultureInfo.InvariantCulture);

        public bool IsSignedIn => person.Identity?.IsAuthenticated == true;
        public string Number => person.Identity?.Name ?? "";
        public string DisplayName => person.FindFirstValue(AcademyClaims.DisplayName) ?? "";

        /// <summary>Who acts, for the audit trail; fails when nobody is signed in.</summary>
        public Actor Actor => new(person.Id, person.Number, person.DisplayName);

        /// <summary>The account's stamp when the session was last checked; a new password has another.</summary>
        public string? SecurityStamp => person.FindFirstValue(StampClaim);

        /// <summary>The key of the session that the request belongs to; null when nobody is signed in.</summary>
        public string? SessionKey => person.FindFirstValue(AcademyClaims.Session);

        public bool MustChangePassword => person.HasClaim(c => c.Type == AcademyClaims.MustChangePassword);
    }
}
