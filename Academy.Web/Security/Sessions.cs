using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Academy.Web.Security;

/// <summary>Sign-in sessions: cookies, how long they last, how soon a change of rights reaches them, and who may use what.</summary>
public static class Sessions
{
    /// <summary>A disabled account or a changed role takes effect after this at the latest.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(9);

    public static void AddSessions(this IServiceCollection services, AcademySettings settings)
    {
        services.AddIdentity<Employee, IdentityRole<long>>(options => options.User.AllowedUserNameCharacters = "")
            .AddEntityFrameworkStores<AcademyDb>()
            .AddSignInManager<AcademySignIn>()
            .AddClaimsPrincipalFactory<AcademyClaims>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
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
            options.ExpireTimeSpan = WorkingDay;
            options.SlidingExpiration = true;
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

    private static Task AnswerOrRedirect(HttpContext context, int status, string address)
    {
        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = status;
        else context.Response.Redirect(address);
        return Task.CompletedTask;
    }
}
