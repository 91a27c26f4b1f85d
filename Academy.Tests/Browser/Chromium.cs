using Academy.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Academy.Tests.Browser;

/// <summary>The one Chromium of all browser tests. It starts with the first of them; where there is none they are skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(LaunchAsync);

    private static string? Program { get; } = Names
        .SelectMany(
            _ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
            (name, folder) => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    public async Task<IBrowser> StartAsync()
    {
        Assert.SkipUnless(Program is not null, $"Browser tests need a Chromium on the path, named {string.Join(" or ", Names)}.");
        return (await started.Value).Browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated) return;

        var (driver, browser) = await started.Value;
        await browser.CloseAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--process-per-site"] }));
    }
}
