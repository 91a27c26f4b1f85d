namespace Academy.Web.Security;

/// <summary>A password that somebody else has seen opens nothing but the page that changes it.</summary>
public static class FirstPassword
{
    private const string ChangePage = "/account/password";

    private static readonly string[] StillOpen = [ChangePage, "/account/logout", "/preferences", "/health", "/error", "/status"];

    public static void UseFirstPassword(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.User.MustChangePassword || StillOpen.Any(path => context.Request.Path.StartsWithSegments(path))) return next(context);

        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else context.Response.Redirect(ChangePage);
        return Task.CompletedTask;
    });
}
