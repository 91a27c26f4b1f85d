using System.Net;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Academy.Tests.Hosting;

/// <summary>The whole academy on a real port with a copy of the demonstration bank and a clock that the test turns.</summary>
public sealed class AcademyApp : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder folder = new();
    private readonly TimeProvider clock;
    private readonly Action<IServiceCollection>? adjust;
    private readonly string environment;
    private readonly IEnumerable<(string Name, string Value)> settings;

    /// <summary>
    /// Without a clock of its own it stands still on <see cref="TestClock.Tuesday"/> until the test advances it. It is reached in the
    /// clear unless the settings say otherwise.
    /// </summary>
    public AcademyApp(
        OpenedAcademy opened,
        TimeProvider? clock = null,
        Action<IServiceCollection>? adjust = null,
        string environment = "Development",
        params IEnumerable<(string Name, string Value)> settings)
    {
        this.settings = settings.Prepend(("PlainHttp", "true"));
        this.clock = clock ?? TestClock.OnTuesday();
        this.adjust = adjust;
        this.environment = environment;
        opened.CopyTo(folder.Path);
        UseKestrel(0);
        StartServer();
    }

    public FakeTimeProvider Clock => (FakeTimeProvider)clock;

    public string DataDirectory => folder.Path;

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>A browser without script: keeps cookies, follows no redirect by itself.</summary>
    public HttpClient NewClient() =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A browser behind the bank's proxy, which says where it is.</summary>
    public HttpClient ClientAt(string address)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    public async Task<HttpClient> SignInAsync(string number, string password = OpenedAcademy.Password)
    {
        var client = NewClient();
        var answer = await client.PostFormAsync("/account/login", "/account/login", ("EmployeeNumber", number), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Looks into or changes the store directly.</summary>
    public async Task<T> InStoreAsync<T>(Func<AcademyDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AcademyDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Academy:DataDirectory", folder.Path);
        builder.UseSetting("Academy:ContentDirectory", Path.Combine(Repository.Folder, "content"));
        builder.UseSetting("Academy:DemonstrationPassword", OpenedAcademy.Password);
        foreach (var (name, value) in settings) builder.UseSetting($"Academy:{name}", value);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services =>
        {
            // Jobs are run by the tests that are about them.
            services.RemoveAll(services.Where(s => s.ServiceType == typeof(IHostedService)
                && s.ImplementationType?.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true));
            services.Replace(ServiceDescriptor.Singleton(clock));
            services.HashCheaply();
            adjust?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) folder.Dispose();
    }
}

file static class Services
{
    public static void RemoveAll(this IServiceCollection services, IEnumerable<ServiceDescriptor> unwanted)
    {
        foreach (var service in unwanted.ToList()) services.Remove(service);
    }
}
