using System.Security.Claims;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Academy.Web.Security;

/// <summary>Nobody is signed in without a session in the book. Sessions of a disabled account are refused at the next check.</summary>
public sealed class AcademySignIn(
    UserManager<Employee> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Employee> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Employee>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Employee> confirmation,
    Porter porter, KnownDevices devices)
    : SignInManager<Employee>(users, context, claims, options, log, schemes, confirmation)
{
    public override async Task SignInWithClaimsAsync(
        Employee user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var from = new Whereabouts(devices.CallerOf(Context).AddressText, BrowserWords.Of(Context.Request.Headers.UserAgent.ToString()));
        var key = await porter.BeginAsync(user.Id, user.SecurityStamp!, from, Context.User.SessionKey, Context.RequestAborted);
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Append(new Claim(AcademyClaims.Session, key)));
    }

    public override async Task<bool> ValidateSecurityStampAsync(Employee? user, string? securityStamp) =>
        user is { IsDisabled: false } && await base.ValidateSecurityStampAsync(user, securityStamp);
}
