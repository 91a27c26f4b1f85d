using System.Threading.RateLimiting;

namespace Academy.Web.Security;

/// <summary>How often one address may check certificates: whoever looks through a stack of paper, and nobody who tries codes.</summary>
public static class VerificationLimit
{
    public const string Name = "verification";
    public const int Most = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddVerificationLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Name, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window }));
    });
}
