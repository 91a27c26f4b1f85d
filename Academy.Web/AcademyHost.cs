using System.Security.Cryptography;
using Academy.Domain;
using Academy.Domain.Opening;
using Academy.Jobs;
using Academy.Web.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Academy.Web;

/// <summary>How the web program is put together, opened and run.</summary>
public static class AcademyHost
{
    /// <summary>Nothing that people send yet is larger than a form.</summary>
    private const long MostBytes = 1 << 20;

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(args) });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        // Packages' files are found without publishing, too, whatever the environment.
        builder.WebHost.UseStaticWebAssets();
        // Run from the source, too, only the files that were built are served: the fallback for others states no right.
        builder.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = "true";
        // Why it cannot start is told in one line, by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        var settings = SettingsOf(builder);
        builder.Services.AddAcademyDomain(settings);
        builder.Services.AddAcademyJobs(settings);
        builder.Services.AddAcademyWeb(settings);
        return builder;
    }

    /// <summary>Makes the store ready.</summary>
    /// <exception cref="OpeningException">It cannot be, and why; of content with a problem, what was loaded before stays.</exception>
    public static async Task OpenAsync(this WebApplication app)
    {
        ListeningAddresses.Check(app.Configuration, app.Environment);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpeningRoutine>().RunAsync(app.Lifetime.ApplicationStopping);
    }

    public static async Task StartServingAsync(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => Welcome(app));
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is InvalidOperationException or CryptographicException)
        {
            throw ListeningAddresses.WithoutCertificate(app.Configuration, failure) ?? failure;
        }
    }

    private static void Welcome(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<AcademySettings>();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        foreach (var address in addresses) Console.WriteLine($"  Academy is open at  {address}");
        if (settings.Outside("/") is { } known) Console.WriteLine($"  People reach it at  {known}");
        if (settings is { AsksFirst: true, KeyCertificate: null or "" })
            Console.WriteLine($"  Without an Academy:KeyCertificate the sign-in keys in {KeyRing.FolderOf(settings)} are not encrypted");

        if (settings.Demonstration)
        {
            Console.WriteLine($"  Demonstration bank; everybody's password is  {settings.DemonstrationPassword}");
            foreach (var (number, who) in DemonstrationSignIns.All) Console.WriteLine($"    {number}  {who}");
        }

        Console.WriteLine("  Press Ctrl+C to close.");
        Console.WriteLine();
    }

    /// <summary>The folder with appsettings.json: where the program is started from, otherwise where it is installed.</summary>
    private static string? ContentRoot(string[] args) =>
        args.Any(a => a.Contains("contentRoot", StringComparison.OrdinalIgnoreCase)) || File.Exists("appsettings.json")
            ? null
            : AppContext.BaseDirectory;

    /// <summary>
    /// As configured, with folders made absolute. A demonstration is for Development only,
    /// whatever the configuration says.
    /// </summary>
    private static AcademySettings SettingsOf(WebApplicationBuilder builder)
    {
        var root = builder.Environment.ContentRootPath;
        var given = GivenTo(builder);
        var settings = given with
        {
            DataDirectory = Path.GetFullPath(given.DataDirectory, root),
            ContentDirectory = ContentFolder(given.ContentDirectory, root),
            Demonstration = given.Demonstration && builder.Environment.IsDevelopment(),
            AsksFirst = !builder.Environment.IsDevelopment(),
            PlainHttp = given.PlainHttp || builder.Environment.IsDevelopment(),
        };
        return settings.Problem() is { } problem ? throw new OpeningException(problem) : settings;
    }

    private static AcademySettings GivenTo(WebApplicationBuilder builder)
    {
        try
        {
            return builder.Configuration.GetSection("Academy").Get<AcademySettings>() ?? new AcademySettings();
        }
        catch (InvalidOperationException failure)
        {
            throw new OpeningException(failure.Message, failure);
        }
    }

    /// <summary>In the program's folder when published, beside the project when run from the source.</summary>
    private static string ContentFolder(string given, string root) =>
        Path.GetFullPath(given, root) is var installed && Directory.Exists(installed)
            ? installed
            : Path.GetFullPath(given, Path.Combine(root, ".."));
}
