using System.Diagnostics;
using System.Net;
using System.Text;
using Academy.Tests.Hosting;
using Academy.Tests.Security;

namespace Academy.Tests.Faults;

/// <summary>A full disk is told in words, loses nothing that was acknowledged, and is over when there is room again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Size = "96m";

    private readonly TemporaryFolder folder = new();
    private readonly bool isMounted;

    public FullDiskTests(OpenedAcademy opened)
    {
        isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", folder.Path);
        if (isMounted) opened.CopyTo(folder.Path);
    }

    [Fact]
    public async Task Whoever_writes_to_a_full_disk_is_told_to_come_again()
    {
        Assert.SkipUnless(isMounted, "Only root can mount a small disk.");
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        using var person = await server.SignInAsync("E0001");
        using var administrator = await server.SignInAsync("A0001");
        var attempt = (await person.PostFormAsync("/quizzes/1", "/quizzes/1/start")).Headers.Location!.ToString();
        var token = (await person.GetPageAsync(attempt)).Token();
        var filler = Path.Combine(folder.Path, "filler");
        Fill(filler);

        HttpResponseMessage saved;
        var revision = 0;
        do saved = await SaveAsync(++revision);
        while (saved.IsSuccessStatusCode);
        AssertTold(saved);
        AssertTold(await administrator.PostFileAsync("/admin/people/imports", "roster.csv", Roster(), "Upload"));
        AssertTold(await person.PostFormAsync("/", $"{attempt}/submit"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.GetAsync("/health/ready")).StatusCode);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);

        File.Delete(filler);
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(revision)).StatusCode);
        var full = Stopwatch.GetTimestamp();
        while ((await person.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK)
            Assert.InRange(Stopwatch.GetElapsedTime(full), TimeSpan.Zero, TimeSpan.FromSeconds(10));

        Task<HttpResponseMessage> SaveAsync(int number) =>
            person.PutJsonAsync(token, $"/api{attempt}/responses/1", $$"""{"revision": {{number}}, "value": null}""");
    }

    public void Dispose()
    {
        if (isMounted) Run("umount", "--lazy", folder.Path);
        folder.Dispose();
    }

    private static void AssertTold(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static MemoryStream Roster() => new(Encoding.UTF8.GetBytes(
        "工号,姓名,机构编号,岗位\n" + string.Concat(Enumerable.Range(1, 10_000).Select(n => $"K{n:D5},张三丰,101,柜员\n"))));

    private static void Fill(string path)
    {
        try
        {
            using var file = File.Create(path);
            for (var block = new byte[4096]; ;) file.Write(block);
        }
        catch (IOException)
        {
            // That was the last of the room.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
