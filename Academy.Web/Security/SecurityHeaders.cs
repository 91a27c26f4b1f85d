namespace Academy.Web.Security;

/// <summary>
/// The headers of every answer, set as it starts so that error pages carry them, too. No page has inline script
/// or style, so none is allowed; what a signed-in person was shown or took along stays out of every cache, unless whoever answers says
/// how long it may be kept.
/// </summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; media-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly object PolicyKey = new();

    /// <summary>Lets a file that somebody brought do nothing but be looked at.</summary>
    public static void ConfineFile(this HttpContext context, string mediaType) => context.Items[PolicyKey] = mediaType == "application/pdf"
        // The viewers that browsers have do not work in a sandbox.
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        : "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Protect(context.Response.Headers, context.Items[PolicyKey] as string ?? ContentSecurityPolicy);
            if (MayNotBeKept(context.Response)) context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Protect(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static bool MayNotBeKept(HttpResponse response) => response.Headers.CacheControl.Count == 0
        || (response.ContentType is { } type
            && (type.StartsWith("text/html", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal)));
}
