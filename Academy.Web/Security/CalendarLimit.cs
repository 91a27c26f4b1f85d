using System.Net;
using System.Threading.RateLimiting;
using Academy.Domain.People;
using Academy.Domain.Reminders;

namespace Academy.Web.Security;

/// <summary>
/// How often a calendar is read at one address, and how often one network asks for calendars that there are not: a house full of phones
/// behind one door reads them all, and nobody tries secrets.
/// </summary>
public sealed class CalendarLimit : IDisposable
{
    public const string Name = "calendars";
    public const int Most = 10;
    public const int MostMisses = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> misses = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(
            Caller.At(context.Connection.RemoteIpAddress ?? IPAddress.None).Network, _ => Of(MostMisses)));

    /// <summary>Counts that somebody has asked for a calendar that there is not; false when that were too many.</summary>
    public bool MayMiss(HttpContext context)
    {
        using var lease = misses.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => misses.Dispose();

    public static FixedWindowRateLimiterOptions Of(int most) => new() { PermitLimit = most, Window = Window };
}

public static class CalendarLimits
{
    public static IServiceCollection AddCalendarLimit(this IServiceCollection services) => services
        .AddSingleton<CalendarLimit>()
        .AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(CalendarLimit.Name, context => RateLimitPartition.GetFixedWindowLimiter(
                CalendarFeed.DigestOf($"{context.Request.RouteValues["secret"]}"), _ => CalendarLimit.Of(CalendarLimit.Most)));
        });
}
