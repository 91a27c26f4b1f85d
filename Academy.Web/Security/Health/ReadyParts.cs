using System.Security.Cryptography;
using System.Xml;
using Academy.Domain;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Academy.Web.Security.Health;

/// <summary>The store takes what is written.</summary>
public sealed class StoreTakes(IDbContextFactory<AcademyDb> store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancellationToken);
            await db.TryWriteAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure.StoreTrouble is { } trouble)
        {
            return HealthCheckResult.Unhealthy(trouble.ToString().ToLowerInvariant());
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(HealthEndpoints.Slow);
        }
    }
}

/// <summary>The disk of the data directory has room for more than a moment.</summary>
public sealed class DiskHasRoom(AcademySettings settings, long leastBytes = DiskHasRoom.LeastBytes) : IHealthCheck
{
    public const long LeastBytes = 32L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(new DriveInfo(settings.DataDirectory).AvailableFreeSpace < leastBytes
            ? HealthCheckResult.Unhealthy("full")
            : HealthCheckResult.Healthy());
}

/// <summary>The keys can be read, and protect what people carry: nobody can sign in without them.</summary>
public sealed class KeysProtect(IKeyManager keys, IDataProtectionProvider protection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(DoProtect() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("broken"));

    /// <summary>From their files, too: those in memory would serve until the next start.</summary>
    private bool DoProtect()
    {
        try
        {
            _ = keys.GetAllKeys();
            var protector = protection.CreateProtector(typeof(KeysProtect).FullName!);
            return protector.Unprotect(protector.Protect("ready")) == "ready";
        }
        catch (Exception failure) when (failure is CryptographicException or XmlException or IOException or UnauthorizedAccessException
            or InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>Answers and the keys of drills are committed.</summary>
public sealed class AnswersAreKept(Scribe answers, KeyScribe keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(answers.IsKeepingUp && keys.IsKeepingUp ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("failing"));
}
