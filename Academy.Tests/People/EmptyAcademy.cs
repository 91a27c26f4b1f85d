using System.Net;
using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Academy.Tests.People;

/// <summary>A bank's own academy as it opens for the first time: in Production, though somebody has asked for a demonstration.</summary>
internal sealed class EmptyAcademy : WebApplicationFactory<Program>
{
    private readonly string dataDirectory;
    private readonly string contentDirectory;

    /// <summary>Without courses unless it is told where they are.</summary>
    public EmptyAcademy(TemporaryFolder folder, string? content = null)
    {
        dataDirectory = folder.Path;
        contentDirectory = content ?? Path.Combine(folder.Path, "no-content");
        UseKestrel(0);
        StartServer();
    }

    public FakeTimeProvider Clock { get; } = TestClock.OnTuesday();

    public HttpClient NewClient() => new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
    {
        BaseAddress = ClientOptions.BaseAddress,
    };

    public async Task<HttpClient> SignInAsync(string number, string password)
    {
        var client = NewClient();
        var answer = await client.PostFormAsync("/account/login", "/account/login", ("EmployeeNumber", number), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public async Task<RegistrarRefusal?> CreateAdministratorAsync(string number, string password)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider
            .GetRequiredService<Registrar>()
            .CreateFirstAdministratorAsync(number, "王敏", password, CancellationToken.None);
    }

    public async Task<T> InStoreAsync<T>(Func<AcademyDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AcademyDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Academy:DataDirectory", dataDirectory);
        builder.UseSetting("Academy:ContentDirectory", contentDirectory);
        builder.UseSetting("Academy:Demonstration", "true");
        builder.UseSetting("Academy:PlainHttp", "true");
        builder.UseSetting("Academy:DemonstrationPassword", OpenedAcademy.Password);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // Somebody has said yes to an academy that has no courses yet.
            var settings = services.Select(service => service.ImplementationInstance).OfType<AcademySettings>().Last();
            services.Replace(ServiceDescriptor.Singleton(settings with { AsksFirst = false }));
        });
    }
}
