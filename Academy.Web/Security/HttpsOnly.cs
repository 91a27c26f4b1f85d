using System.Net;

namespace Academy.Web.Security;

/// <summary>Outside development nothing but the health checks is served in the clear, save to the machine itself.</summary>
public static class HttpsOnly
{
    private const string Explanation =
        "This academy is served over HTTPS only. Put a reverse proxy with a certificate before it (it must send X-Forwarded-Proto), "
        + "or give Kestrel a certificate.";

    public static void UseHttpsOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.IsHttps || IsLoopback(context.Connection.RemoteIpAddress) || context.Request.Path.StartsWithSegments("/health"))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        await context.Response.WriteAsync(Explanation);
    });

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
