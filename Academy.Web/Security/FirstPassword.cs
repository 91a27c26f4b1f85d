using Microsoft.AspNetCore.Authorization;

namespace Academy.Web.Security;

/// <summary>A password that somebody else has seen opens nothing but the page that changes it, and what is open to everybody.</summary>
public static class FirstPassword
{
    private const string ChangePage = "/account/password";

    public static void UseFirstPassword(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.User.MustChangePassword || IsOpen(context)) return next(context);

        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else context.Response.Redirect(ChangePage);
        return Task.CompletedTask;
    });

    private static bool IsOpen(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ChangePage) || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
