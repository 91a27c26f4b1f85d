using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Academy.Tests.Hosting;

namespace Academy.Tests.Faults;

/// <summary>What cannot start says so in one line.</summary>
public sealed class StartProblemTests(OpenedAcademy opened) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => Path.Combine(folder.Path, "academy.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_damaged_store()
    {
        await File.WriteAllTextAsync(Store, new string('学', 10_000));
        await AssertToldAsync(Store);
    }

    [Fact]
    public async Task A_truncated_store()
    {
        opened.CopyTo(folder.Path);
        using (var file = File.OpenWrite(Store)) file.SetLength(file.Length / 2);
        await AssertToldAsync(Store);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written()
    {
        opened.CopyTo(folder.Path);
        await AssertToldAsync("cannot be written", $"--Academy:Database=Data Source={Store};Mode=ReadOnly");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made()
    {
        await File.WriteAllTextAsync(Store, "");
        var data = Path.Combine(Store, "data");
        await AssertToldAsync($"The data folder {data}", $"--Academy:DataDirectory={data}");
    }

    [Theory]
    [InlineData("--Academy:Database=Data Surce=academy.db", "Academy:Database")]
    [InlineData("--Academy:TimeZone=Mars/Base", "Mars/Base")]
    [InlineData("--Academy:PublicAddress=bank", "Academy:PublicAddress")]
    [InlineData("--Academy:Demonstration=perhaps", "Academy:Demonstration")]
    [InlineData("--Academy:SessionIdle=30", "Academy:SessionIdle")]
    [InlineData("--Academy:Proxies=the-proxy", "Academy:Proxies")]
    public Task A_setting_that_cannot_be(string setting, string told) => AssertToldAsync(told, setting);

    [Theory]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:-5")]
    [InlineData("http://127.0.0.1:abc")]
    [InlineData("http://127.0.0.300:5000")]
    [InlineData("127.0.0.1:5612")]
    [InlineData("ftp://127.0.0.1:5612")]
    [InlineData("http://127.0.0.1:5612/academy")]
    [InlineData("http://127.0.0.1:0;http://localhost:70000")]
    public async Task An_address_that_cannot_be_listened_at(string address)
    {
        await AssertToldAsync(address.Split(';')[^1], "--urls", address);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("--http_ports=abc")]
    [InlineData("--Kestrel:Endpoints:Hall:Url=http://127.0.0.1:abc")]
    public Task A_port_that_is_none(string setting) => AssertToldAsync("a port is a number", setting);

    [Fact]
    public async Task An_address_that_wants_a_certificate()
    {
        opened.CopyTo(folder.Path);
        await AssertToldAsync("takes a certificate", "--urls", "https://127.0.0.1:0");
        await AssertToldAsync("takes a certificate", "--urls", "https://127.0.0.1:0", "--environment=Production");
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        opened.CopyTo(folder.Path);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        await AssertToldAsync(address, "--urls", address);
    }

    [Fact]
    public async Task Content_with_a_problem()
    {
        opened.CopyTo(folder.Path);
        var quizzes = Directory.CreateDirectory(Path.Combine(folder.Path, "content", "quizzes"));
        await File.WriteAllTextAsync(Path.Combine(quizzes.FullName, "odd.yaml"), "title: [");
        await AssertToldAsync("quizzes/odd.yaml", $"--Academy:ContentDirectory={Path.Combine(folder.Path, "content")}");
    }

    [Fact]
    public async Task What_fails_after_the_start_is_shown_as_what_it_is()
    {
        opened.CopyTo(folder.Path);
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync(FailingStop.Variables);

        server.Stop();

        Assert.NotEqual(0, await server.ExitCodeAsync());
        Assert.Contains(FailingStop.Words, server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot open", server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("archive rewrite")]
    [InlineData("backup academy.bak")]
    [InlineData("peple create-admin --number 1 --name n")]
    [InlineData("people create-admn --number 1 --name n")]
    [InlineData("--urls http://127.0.0.1:0 backup academy.bak")]
    [InlineData("--hlep")]
    [InlineData("--urls")]
    [InlineData("-urls http://127.0.0.1:0")]
    [InlineData("--hlep --Academy:Name=Hall")]
    public async Task A_word_that_is_no_verb_starts_nothing(string arguments)
    {
        await AssertToldAsync("nothing is started", arguments.Split(' '));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(true, "backup")]
    [InlineData(true, "--urls", "http://localhost:5000", "backup", "x")]
    [InlineData(true, "--help")]
    [InlineData(true, "--urls")]
    [InlineData(true, "-urls", "http://localhost:5000")]
    [InlineData(true, "--hlep")]
    [InlineData(true, "--Academy:Name=Hall", "--versoin")]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:5000")]
    [InlineData(false, "--urls=http://localhost:5000", "--Academy:Name=Hall")]
    [InlineData(false, "--Academy:Name=Hall", "--Academy:Bank", "Bank of Hall")]
    [InlineData(false, "Academy:Name=Hall", "/environment", "Production")]
    public void A_setting_is_no_verb(bool isVerb, params string[] arguments) =>
        Assert.Equal(isVerb, Web.Commands.Verbs.AreIn(arguments));

    private async Task AssertToldAsync(string words, params string[] arguments)
    {
        await using var server = new AcademyProcess(folder.Path);
        server.Launch(arguments);

        var ending = server.ExitCodeAsync();
        await Task.WhenAny(ending, Task.Delay(TimeSpan.FromSeconds(60)));
        Assert.True(ending.IsCompleted, server.Output);
        Assert.NotEqual(0, await ending);
        Assert.Contains(words, Assert.Single(server.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Academy is open", server.Output, StringComparison.Ordinal);
    }
}
