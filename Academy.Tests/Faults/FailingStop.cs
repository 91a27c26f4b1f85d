using Academy.Tests.Faults;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: HostingStartup(typeof(FailingStop))]

namespace Academy.Tests.Faults;

/// <summary>Gives a server, when its environment asks for it, a part that fails long after the start.</summary>
public sealed class FailingStop : IHostingStartup
{
    public const string Words = "The line to the clock was cut.";
    private const string Switch = "ACADEMY_TESTS_FAILING_STOP";

    public static readonly (string, string)[] Variables = [("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Academy.Tests"), (Switch, "1")];

    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(Switch) is not null)
            builder.ConfigureServices(services => services.AddHostedService<Part>());
    }

    private sealed class Part : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => throw new IOException(Words);
    }
}
