using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Security;

/// <summary>Sign-in sessions: cookies, how long they last, how soon a change of rights reaches them, and who may use what.</summary>
public static class Sessions
{
    private const string SignInPage = "/account/login";

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
        services.AddKeyRing(settings);
        services.ConfigureApplicationCookie(options =>
        {
            Harden(options.Cookie, "academy-session", settings);
            options.LoginPath = SignInPage;
            options.LogoutPath = "/account/logout";
            options.AccessDeniedPath = "/status/403";
            options.ReturnUrlParameter = "returnUrl";
            // The book says when a session is over.
            options.ExpireTimeSpan = Session.Kept;
            options.Events.OnValidatePrincipal = AdmitAsync;
            options.Events.OnRedirectToLogin = context =>
                AskToSignIn(context.HttpContext, context.Request.Cookies[context.Options.Cookie.Name!]);
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
            Harden(options.Cookie, "academy-form", settings);
            options.HeaderName = "RequestVerificationToken";
        });
        services.Configure<CookieTempDataProviderOptions>(options => Harden(options.Cookie, "academy-flash", settings));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>Where everything is served over HTTPS, a cookie is for this host alone, by a name that browsers hold to that.</summary>
    internal static void Harden(CookieBuilder cookie, string name, AcademySettings settings)
    {
        cookie.Name = settings.PlainHttp ? name : $"__Host-{name}";
        cookie.SecurePolicy = settings.PlainHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }

    private static async Task AdmitAsync(CookieValidatePrincipalContext ticket)
    {
        var request = ticket.HttpContext;
        var porter = request.RequestServices.GetRequiredService<Porter>();
        var isAttended = request.GetEndpoint()?.Metadata.GetMetadata<Unattended>() is null;
        if (ticket.Principal?.SessionKey is not { } key || !await porter.AdmitsAsync(key, isAttended, request.RequestAborted))
        {
            ticket.RejectPrincipal();
            return;
        }

        var changed = request.RequestServices.GetRequiredService<ChangedRights>();
        // Of unknown age, so that it is read anew, whichever of a person's tickets is shown.
        if (changed.MayHaveChangedSince(ticket.Properties.IssuedUtc ?? default, ticket.Principal.Id)) ticket.Properties.IssuedUtc = null;
        await SecurityStampValidator.ValidatePrincipalAsync(ticket);
    }

    /// <summary>What a session knows of the person is read anew; it stays the same session.</summary>
    private static Task KeepSession(SecurityStampRefreshingPrincipalContext refreshing)
    {
        if (refreshing.CurrentPrincipal?.FindFirst(AcademyClaims.Session) is { } session)
            refreshing.NewPrincipal?.Identities.First().AddClaim(session.Clone());
        return Task.CompletedTask;
    }

    /// <summary>Where that is does not follow from what the request calls this host. Who was in is told that this is over.</summary>
    private static Task AskToSignIn(HttpContext context, string? ticket)
    {
        var request = context.Request;
        var asked = QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString);
        if (ticket is not null) asked = asked.Add("ended", "true");
        if (request.Path.StartsWithSegments("/api")) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect(SignInPage + asked);
        return Task.CompletedTask;
    }
}
