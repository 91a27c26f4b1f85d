using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Academy.Tests.Faults;

/// <summary>One process at a time opens the academy, and however it ends, the next one can.</summary>
public sealed class OpeningTests(OpenedAcademy opened)
{
    private const string ReleaseBefore = "ImportMappings";

    /// <summary>Milliseconds of a start, and of one that makes the database and the demonstration bank.</summary>
    private const int LongestStart = 2_500;
    private const int LongestFirstStart = 16_000;

    /// <summary>As EF leaves it when it is killed while it migrates.</summary>
    private const string Leftover = """
        CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
        INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-11-23 13:36:23');
        """;

    [Fact(Timeout = 60_000)]
    public async Task What_a_killed_upgrade_has_left_keeps_nobody_out()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync((AcademyDb db) => db.GetService<IMigrator>().MigrateAsync(ReleaseBefore));
        store.Execute(Leftover);

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(TestContext.Current.CancellationToken));

        Assert.Empty(await store.AskAsync((AcademyDb db) => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_waits_for_another_opener_gives_up_and_says_what_for()
    {
        await using var store = new AcademyStore(opened);
        var lockFile = Path.Combine(store.Folder, "opening.lock");
        using var other = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var opening = store.TellAsync((OpeningRoutine routine) => routine.RunAsync(TestContext.Current.CancellationToken));
        for (var minute = 0; minute < 10; minute++)
        {
            Assert.False(opening.IsCompleted);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            while (!opening.IsCompleted && minute == 9) store.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Contains(lockFile, (await Assert.ThrowsAsync<OpeningException>(() => opening)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_that_are_started_at_once_after_an_upgrade_both_come_up()
    {
        using var folder = new TemporaryFolder();
        opened.CopyTo(folder.Path);
        await TakeBackAsync(folder.Path);
        await using var one = new AcademyProcess(folder.Path);
        await using var other = new AcademyProcess(folder.Path);

        await Task.WhenAll(one.StartAsync(), other.StartAsync());

        Assert.NotEqual(one.Address, other.Address);
    }

    [Fact]
    public async Task A_migration_is_done_whole_or_not_at_all()
    {
        await using var store = new AcademyStore(opened);
        Assert.Empty(await store.AskAsync((AcademyDb db) => Task.FromResult(Halved(db).ToList())));

        static IEnumerable<string> Halved(AcademyDb db)
        {
            var (migrations, commands) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>());
            return migrations.Migrations
                .Select(m => (m.Key, Migration: migrations.CreateMigration(m.Value, db.Database.ProviderName!)))
                .Where(m => commands
                    .Generate(m.Migration.UpOperations, m.Migration.TargetModel)
                    .Any(command => command.TransactionSuppressed))
                .Select(m => m.Key);
        }
    }

    /// <summary>What a start finds: all that it needs, the tables of the release before, or an empty folder.</summary>
    public enum Found { Everything, TablesBefore, Nothing }

    [Theory]
    [InlineData(Found.Everything)]
    [InlineData(Found.TablesBefore)]
    [InlineData(Found.Nothing)]
    public Task A_server_that_is_killed_while_it_opens_opens_the_next_time(Found found) => KillAsync(found, 1);

    [Theory(Explicit = true)]
    [InlineData(Found.Everything)]
    [InlineData(Found.TablesBefore)]
    [InlineData(Found.Nothing)]
    public Task However_often_it_is_killed_while_it_opens_it_opens_the_next_time(Found found) => KillAsync(found, 100);

    private async Task KillAsync(Found found, int times)
    {
        using var template = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        if (found != Found.Nothing) opened.CopyTo(template.Path);
        if (found == Found.TablesBefore) await TakeBackAsync(template.Path);
        await using var server = new AcademyProcess(folder.Path);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var kill = 1; kill <= times; kill++)
        {
            Directory.Delete(folder.Path, recursive: true);
            Directory.CreateDirectory(folder.Path);
            if (found != Found.Nothing) File.Copy(Path.Combine(template.Path, "academy.db"), Path.Combine(folder.Path, "academy.db"));
            var moment = TimeSpan.FromMilliseconds(random.Next(300, found == Found.Nothing ? LongestFirstStart : LongestStart));
            server.Launch("--urls", "http://127.0.0.1:0");
            await Task.Delay(moment);
            server.Kill();
            await server.ExitCodeAsync();

            var start = server.StartAsync();
            await Task.WhenAny(start, Task.Delay(TimeSpan.FromSeconds(60)));
            Assert.True(start.IsCompletedSuccessfully, string.Create(
                CultureInfo.InvariantCulture, $"Seed {seed}, kill {kill} after {moment.TotalMilliseconds} ms: {server.Output}"));
            server.Kill();
            await server.ExitCodeAsync();
        }
    }

    private static async Task TakeBackAsync(string folder)
    {
        await using var store = new AcademyStore(_ => OpenedAcademy.SettingsFor(folder));
        await store.TellAsync((AcademyDb db) => db.GetService<IMigrator>().MigrateAsync(ReleaseBefore));
        await store.TellAsync((AcademyDb db) => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
}
