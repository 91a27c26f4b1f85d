using Academy.Domain;
using Academy.Domain.Opening;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: AssemblyFixture(typeof(OpenedAcademy))]

namespace Academy.Tests.Hosting;

/// <summary>The demonstration bank, opened once on <see cref="TestClock.Tuesday"/>; each test works on a copy of its database.</summary>
public sealed class OpenedAcademy : IAsyncLifetime
{
    public const string Password = "qinglan-2026";

    private readonly TemporaryFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        var settings = SettingsFor(folder.Path);
        var services = new ServiceCollection().AddLogging().AddAcademyDomain(settings);
        services.HashCheaply();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(TestClock.OnTuesday()));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpeningRoutine>().RunAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Settings of an academy whose data are in the given folder.</summary>
    public static AcademySettings SettingsFor(string dataDirectory) => new()
    {
        DataDirectory = dataDirectory,
        ContentDirectory = Path.Combine(Repository.Folder, "content"),
        Demonstration = true,
        DemonstrationPassword = Password,
    };

    /// <summary>Puts a copy of the opened database into the folder.</summary>
    public void CopyTo(string dataDirectory) =>
        File.Copy(Path.Combine(folder.Path, "academy.db"), Path.Combine(dataDirectory, "academy.db"));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal static class CheapHashing
{
    /// <summary>Where a test is not about what a password costs, it costs next to nothing. A stored hash says how much it cost.</summary>
    public static void HashCheaply(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton(HashingCost.Least));
}
