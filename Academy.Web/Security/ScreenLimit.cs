using System.Net;
using System.Threading.RateLimiting;
using Academy.Domain.People;

namespace Academy.Web.Security;

/// <summary>How often one network may ask for what screens show: a few of them behind one door, and nobody who tries secrets.</summary>
public static class ScreenLimit
{
    public const string Name = "screens";
    public const int Most = 120;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddScreenLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Name, context => RateLimitPartition.GetFixedWindowLimiter(
            Caller.At(context.Connection.RemoteIpAddress ?? IPAddress.None).Network,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window }));
    });
}
