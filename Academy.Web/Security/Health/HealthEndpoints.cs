using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Academy.Web.Security.Health;

/// <summary>What monitors ask: is the process alive, and can it serve.</summary>
public static class HealthEndpoints
{
    /// <summary>The word for what gives no answer in time.</summary>
    internal const string Slow = "slow";

    private const string Failed = "failed", Well = "ok";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHealthChecks()
            .AddCheck<StoreTakes>("store", timeout: Readiness.Patience)
            .AddCheck<DiskHasRoom>("disk", timeout: Readiness.Patience)
            .AddCheck<KeysProtect>("keys", timeout: Readiness.Patience)
            .AddCheck<AnswersAreKept>("answers", timeout: Readiness.Patience);
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
            .AllowAnonymous();
        app.Map("/health/ready", async (HttpContext context, Readiness readiness) =>
        {
            var report = await readiness.LookAsync();
            if (report is not { Status: HealthStatus.Healthy }) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await WriteAsync(context, report);
        }).AllowAnonymous();
    }

    /// <summary>One word for each part, and nothing of its inside.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport? report) => context.Response.WriteAsJsonAsync(new
    {
        status = (report?.Status ?? HealthStatus.Unhealthy).ToString(),
        checks = report?.Entries.ToDictionary(part => part.Key, part => WordOf(part.Value)) ?? new() { ["checks"] = Slow },
    });

    private static string WordOf(HealthReportEntry part) => part switch
    {
        { Status: HealthStatus.Healthy } => Well,
        { Exception: OperationCanceledException } => Slow,
        { Exception: not null } or { Description: null } => Failed,
        _ => part.Description,
    };
}
