using System.Diagnostics;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>The program itself, as an administrator starts it on the bank's server.</summary>
public sealed class CreateAdminTests
{
    private const string Number = "100001";
    private static readonly string[] Create = ["create-admin", "--name", "王敏", "--number"];

    [Fact]
    public async Task The_one_time_password_alone_is_printed_and_works_and_there_is_no_second_administrator_but_a_rescue()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await RunAsync(folder, "", [.. Create, Number]);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^[a-zA-Z2-9]{14}\r?\n$", output);
        Assert.Equal((1, ""), await RunAsync(folder, "", [.. Create, "100002"]));

        await using var academy = new EmptyAcademy(folder);
        var administrator = await academy.SignInAsync(Number, output.TrimEnd());
        Assert.Equal("/account/password", (await administrator.GetAsync("/")).Headers.Location?.ToString());

        for (var n = 0; n < Tries.MostTries; n++) await academy.NewClient().TryAsync(Number, "guess");
        var (_, rescue) = await RunAsync(folder, "", "rescue", "--number", Number);
        Assert.Null(await academy.NewClient().TryAsync(Number, rescue.TrimEnd()));
    }

    [Theory]
    [InlineData("1/../x", "long-enough-7\n")]
    [InlineData(Number, "a\n")]
    public async Task A_number_that_is_none_and_a_password_that_is_guessed_make_nobody(string number, string typed)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((1, ""), await RunAsync(folder, typed, [.. Create, number, "--ask-password"]));
        await using var academy = new EmptyAcademy(folder);
        Assert.False(await academy.InStoreAsync(db => db.Employees.AnyAsync()));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(TemporaryFolder folder, string typed, params string[] verb)
    {
        var course = Directory.CreateDirectory(Path.Combine(folder.Path, "content", "courses", "fair-treatment"));
        foreach (var file in Directory.EnumerateFiles(Repository.File($"content/courses/{course.Name}")))
            File.Copy(file, Path.Combine(course.FullName, Path.GetFileName(file)), overwrite: true);
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet",
            [typeof(Program).Assembly.Location, "people", .. verb])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Academy__DataDirectory"] = folder.Path,
                ["Academy__ContentDirectory"] = Path.Combine(folder.Path, "content"),
            },
        })!;
        await program.StandardInput.WriteAsync(typed);
        program.StandardInput.Close();
        var messages = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await messages;
        await program.WaitForExitAsync();
        return (program.ExitCode, output);
    }
}
