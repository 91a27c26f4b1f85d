using System.Diagnostics;
using Academy.Tests.Hosting;

namespace Academy.Tests.People;

/// <summary>The program itself, as an administrator starts it on the bank's server.</summary>
public sealed class CreateAdminTests
{
    private const string Number = "100001";

    [Fact]
    public async Task The_one_time_password_alone_is_printed_and_works_and_there_is_no_second_administrator()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await CreateAdminAsync(folder, Number);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^[a-zA-Z2-9]{14}\r?\n$", output);
        Assert.Equal((1, ""), await CreateAdminAsync(folder, "100002"));

        await using var academy = new EmptyAcademy(folder);
        var administrator = await academy.SignInAsync(Number, output.TrimEnd());
        Assert.Equal("/account/password", (await administrator.GetAsync("/")).Headers.Location?.ToString());
    }

    private static async Task<(int ExitCode, string Output)> CreateAdminAsync(TemporaryFolder folder, string number)
    {
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet",
            [typeof(Program).Assembly.Location, "people", "create-admin", "--number", number, "--name", "王敏"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Academy__DataDirectory"] = folder.Path,
                ["Academy__ContentDirectory"] = Repository.File("content"),
            },
        })!;
        var messages = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await messages;
        await program.WaitForExitAsync();
        return (program.ExitCode, output);
    }
}
