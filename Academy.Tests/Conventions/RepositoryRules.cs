using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Conventions;

public sealed partial class RepositoryRules
{
    [Fact]
    public async Task The_top_of_the_repository_holds_only_what_belongs_there()
    {
        var files = await TrackedFilesAsync();
        Assert.DoesNotContain(files.Select(file => file.Split('/')[0]).Distinct(), name => !BelongsAtTheTop().IsMatch(name));
    }

    [Fact]
    public void The_migrations_are_up_to_date_with_the_model()
    {
        using var db = new AcademyDb(new DbContextOptionsBuilder<AcademyDb>().UseSqlite("Data Source=:memory:").Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static async Task<string[]> TrackedFilesAsync()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files"])
            {
                WorkingDirectory = Repository.Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var files = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            if (git.ExitCode != 0) Assert.Skip($"This is no git repository: {await git.StandardError.ReadToEndAsync()}");
            return files.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no git here.");
            return [];
        }
    }

    [GeneratedRegex(@"^(?:\..+|Academy\.(?:sln|Web|Domain|Jobs|Tests)|content|README\.md|LICENSE|global\.json|Directory\.\w+\.props)$")]
    private static partial Regex BelongsAtTheTop();
}
