using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Academy.Web.Security;

/// <summary>Sign-in sessions: cookies, how long they last, how soon a change of rights reaches them, and who may use what.</summary>
public static class Sessions
{
    public static void AddSessions(this IServiceCollection services, AcademySettings settings)
    {
        services.AddIdentity<Employee, IdentityRole<long>>(options => options.User.AllowedUserNameCharacters = "")
            .AddEntityFrameworkStores<AcademyDb>()
            .AddSignInManager<AcademySignIn>()
            .AddClaimsPrincipalFactory<AcademyClaims>();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = Presence.Recheck;
            options.OnRefreshingPrincipal = KeepSession;
        });
        services.AddSingleton<KnownDevices>();
        services.AddDataProtection().SetApplicationName("Academy")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")));
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "academy-session";
            Harden(options.Cookie);
            options.LoginPath = "/account/login";
            options.LogoutPath = "/account/logout";
            options.AccessDeniedPath = "/status/403";
            options.ReturnUrlParameter = "returnUrl";
            // The book says when a session is over.
            options.ExpireTimeSpan = Session.Kept;
            options.Events.OnValidatePrincipal = AdmitAsync;
            options.Events.OnRedirectToLogin = context =>
                AnswerOrRedirect(context.HttpContext, StatusCodes.Status401Unauthorized, context.RedirectUri);
            // Where people go next is said by the page that signs them in or out, which knows what a header carries.
            options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "academy-form";
            Harden(options.Cookie);
            options.HeaderName = "RequestVerificationToken";
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>
    /// Over HTTPS the cookies are Secure. In production plain HTTP reaches only the machine itself
    /// (<see cref="HttpsOnly"/>), so that an administrator can look before the certificate is there.
    /// </summary>
    internal static void Harden(CookieBuilder cookie)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static async Task AdmitAsync(CookieValidatePrincipalContext ticket)
    {
        var request = ticket.HttpContext;
        var porter = request.RequestServices.GetRequiredService<Porter>();
        if (ticket.Principal?.SessionKey is { } key && await porter.AdmitsAsync(key, request.RequestAborted))
            await SecurityStampValidator.ValidatePrincipalAsync(ticket);
        else ticket.RejectPrincipal();
    }

    /// <summary>What a session knows of the person is read anew; it stays the same session.</summary>
    private static Task KeepSession(SecurityStampRefreshingPrincipalContext refreshing)
    {
        if (refreshing.CurrentPrincipal?.FindFirst(AcademyClaims.Session) is { } session)
            refreshing.NewPrincipal?.Identities.First().AddClaim(session.Clone());
        return Task.CompletedTask;
    }

    private static Task AnswerOrRedirect(HttpContext context, int status, string address)
    {
        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = status;
        else context.Response.Redirect(address);
        return Task.CompletedTask;
    }
}
