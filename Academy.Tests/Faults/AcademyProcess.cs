using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Academy.Tests.Hosting;

namespace Academy.Tests.Faults;

/// <summary>The real program on a data directory, in a process of its own, on a free port and by the system's clock.</summary>
public sealed class AcademyProcess(string dataDirectory) : IAsyncDisposable
{
    private const int Terminate = 15;
    private const string Announcement = "Academy is open at";

    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private Process? process;

    public Uri Address { get; private set; } = null!;

    /// <summary>How much the program has had of the processors, how much of the memory it holds, and how much it held at most.</summary>
    public (TimeSpan Processor, long Memory, long MostMemory) Usage
    {
        get
        {
            process!.Refresh();
            return (process.TotalProcessorTime, process.WorkingSet64, process.PeakWorkingSet64);
        }
    }

    /// <summary>The lines that it has written to standard error, and to both.</summary>
    public IEnumerable<string> Errors => errors;

    public string Output => string.Join('\n', output);

    /// <summary>Starts the server, also again after it has ended, and returns when it is open.</summary>
    public async Task StartAsync(params IEnumerable<(string Name, string Value)> environment)
    {
        var announced = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(["--urls", "http://127.0.0.1:0"], environment, line =>
        {
            if (line.Contains(Announcement, StringComparison.Ordinal)) announced.TrySetResult(new Uri(line.Split(Announcement)[1].Trim()));
        });
        await Task.WhenAny(announced.Task, ExitCodeAsync());
        Assert.True(announced.Task.IsCompleted, Output);
        Address = await announced.Task;
    }

    /// <summary>Starts it with just these arguments, and waits for nothing.</summary>
    public void Launch(params IEnumerable<string> arguments) => Run(arguments, [], _ => { });

    /// <summary>Runs a verb to its end.</summary>
    public async Task RunAsync(params string[] verb)
    {
        Run(verb, [], _ => { });
        Assert.True(await ExitCodeAsync() == 0, Output);
    }

    /// <summary>Somebody of the demonstration bank who has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string number)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        await client.PostFormAsync("/account/login", "/account/login", ("EmployeeNumber", number), ("Password", OpenedAcademy.Password));
        return client;
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    public void Kill() => process!.Kill();

    /// <summary>SIGTERM, as service managers stop a program.</summary>
    public void Stop() => Assert.Equal(0, Signal(process!.Id, Terminate));

    public async Task<int> ExitCodeAsync()
    {
        await process!.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;

        Kill();
        await ExitCodeAsync();
        process.Dispose();
    }

    private void Run(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, Action<string> read)
    {
        process?.Dispose();
        process = new Process { StartInfo = Program(arguments) };
        foreach (var (name, value) in environment) process.StartInfo.Environment[name] = value;
        output.Clear();
        errors.Clear();
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null) errors.Enqueue(line.Data);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Read(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null) return;

            output.Enqueue(line.Data);
            read(line.Data);
        }
    }

    /// <summary>With the dependencies of the tests, so that a test can bring a hosting startup of its own.</summary>
    private ProcessStartInfo Program(IEnumerable<string> arguments)
    {
        var folder = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", "--runtimeconfig", Path.Combine(folder, "Academy.Web.runtimeconfig.json"), "--depsfile",
            Path.Combine(folder, "Academy.Tests.deps.json"),
            Path.Combine(folder, "Academy.Web.dll"), .. arguments,
        ])
        {
            WorkingDirectory = Repository.File("Academy.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["Academy__DataDirectory"] = dataDirectory;
        start.Environment["Academy__ContentDirectory"] = Repository.File("content");
        return start;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Signal(int processId, int signal);
}
