using Academy.Domain.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Academy.Web.Security;

/// <summary>Ready means that the store was opened and answers now.</summary>
public sealed class Readiness(IServiceScopeFactory scopes) : IHealthCheck
{
    private volatile bool isOpen;

    public void Opened() => isOpen = true;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!isOpen) return HealthCheckResult.Unhealthy("opening");

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("database");
    }
}
