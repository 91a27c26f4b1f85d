using Academy.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Academy.Web.Security;

/// <summary>Sessions of a disabled account are refused at the next check.</summary>
public sealed class AcademySignIn(
    UserManager<Employee> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Employee> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Employee>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Employee> confirmation)
    : SignInManager<Employee>(users, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> ValidateSecurityStampAsync(Employee? user, string? securityStamp) =>
        user is { IsDisabled: false } && await base.ValidateSecurityStampAsync(user, securityStamp);
}
