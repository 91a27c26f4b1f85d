using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Shared;

/// <summary>Language and appearance, kept in cookies on the device: they belong to the screen, not to the person.</summary>
public static class PreferencesEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        app.MapPost("/preferences/language", SetLanguage).AllowAnonymous();
        app.MapPost("/preferences/appearance", SetAppearance).AllowAnonymous();
    }

    private static RedirectHttpResult SetLanguage(HttpContext context, [FromForm] string language, [FromForm] string? returnUrl)
    {
        if (Languages.All.Contains(language))
            Keep(context, Languages.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
        return TypedResults.LocalRedirect(ReturnAddress.Local(returnUrl, "/"));
    }

    private static RedirectHttpResult SetAppearance(HttpContext context, [FromForm] string appearance, [FromForm] string? returnUrl)
    {
        if (Appearances.All.Contains(appearance)) Keep(context, Appearances.Cookie, appearance);
        return TypedResults.LocalRedirect(ReturnAddress.Local(returnUrl, "/"));
    }

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
}
