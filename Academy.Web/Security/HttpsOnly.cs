namespace Academy.Web.Security;

/// <summary>
/// Nothing but the health checks is served in the clear, not to the machine itself either: a proxy there that forgets to say how the
/// request came to it looks just the same.
/// </summary>
public static class HttpsOnly
{
    private const string Explanation =
        "This academy is served over HTTPS only. Put a reverse proxy with a certificate before it (let it send X-Forwarded-Proto, "
        + "and name it in Academy:Proxies when it is on another machine), or give Kestrel a certificate. Where no HTTPS can be had, "
        + "Academy:PlainHttp=true serves everything in the clear.";

    public static void UseHttpsOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health"))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        await context.Response.WriteAsync(Explanation);
    });
}
