using System.Net;
using System.Threading.RateLimiting;
using Academy.Domain.People;

namespace Academy.Web.Security;

/// <summary>How often one network may ask for calendars: a house full of phones, and nobody who tries secrets.</summary>
public static class CalendarLimit
{
    public const string Name = "calendars";
    public const int Most = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddCalendarLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Name, context => RateLimitPartition.GetFixedWindowLimiter(
            Caller.At(context.Connection.RemoteIpAddress ?? IPAddress.None).Network,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window }));
    });
}
