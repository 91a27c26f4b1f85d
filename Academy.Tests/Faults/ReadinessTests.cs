using System.Data.Common;
using System.Net;
using System.Text.Json;
using Academy.Domain;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Academy.Tests.Security;
using Academy.Web.Security.Health;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Faults;

/// <summary>A monitor is told that nobody can be served, which part it is, and when it is over, within ten seconds each.</summary>
public sealed class ReadinessTests : IAsyncDisposable
{
    private const string Answer = """{"revision": 1, "value": null}""";
    private const string Well = "store ok, disk ok, keys ok, answers ok";

    private readonly Failing store = new();
    private readonly AcademyApp app;
    private long leastBytes = DiskHasRoom.LeastBytes;

    public ReadinessTests(OpenedAcademy opened) => app = new AcademyApp(opened, adjust: services => services
        .ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(store))
        .AddTransient(provider => new DiskHasRoom(provider.GetRequiredService<AcademySettings>(), leastBytes)));

    [Fact]
    public async Task All_is_well() => await AssertIsAsync(HttpStatusCode.OK, Well);

    [Fact]
    public async Task A_store_that_another_program_holds()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "academy.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync();
            await AssertIsAsync(HttpStatusCode.ServiceUnavailable, "store slow, disk ok, keys ok, answers ok");
        }

        await AssertIsAsync(HttpStatusCode.OK, Well);
    }

    [Fact]
    public async Task A_store_that_takes_no_answers()
    {
        var person = await app.SignInAsync("E0001");
        var (token, place) = await StartAsync(person);

        store.Fails = true;
        var saved = await person.PutJsonAsync(token, place, Answer);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, saved.StatusCode);
        await AssertIsAsync(HttpStatusCode.ServiceUnavailable, "store full, disk ok, keys ok, answers failing", TimeSpan.FromSeconds(4));
        store.Fails = false;
        await AssertIsAsync(HttpStatusCode.OK, Well);
    }

    [Fact]
    public async Task A_log_that_was_deleted_under_the_program_and_answers_that_are_not_called_saved_then()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not delete a file that is open.");
        var person = await app.SignInAsync("E0001");
        var (token, place) = await StartAsync(person);
        await AssertIsAsync(HttpStatusCode.OK, Well);
        var log = Path.Combine(app.DataDirectory, "academy.db-wal");

        File.Delete(log);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.PutJsonAsync(token, place, Answer)).StatusCode);
        await AssertIsAsync(HttpStatusCode.ServiceUnavailable, "store gone, disk ok, keys ok, answers failing", TimeSpan.FromSeconds(4));
        await File.WriteAllBytesAsync(log, []);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.PutJsonAsync(token, place, Answer)).StatusCode);
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full()
    {
        leastBytes = long.MaxValue;
        await AssertIsAsync(HttpStatusCode.ServiceUnavailable, "store ok, disk full, keys ok, answers ok");

        leastBytes = DiskHasRoom.LeastBytes;
        await AssertIsAsync(HttpStatusCode.OK, Well);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read()
    {
        await AssertIsAsync(HttpStatusCode.OK, Well);
        var key = Path.Combine(app.DataDirectory, "keys", "key-odd.xml");

        await File.WriteAllTextAsync(key, "no key");
        await AssertIsAsync(HttpStatusCode.ServiceUnavailable, "store ok, disk ok, keys broken, answers ok");

        File.Delete(key);
        await AssertIsAsync(HttpStatusCode.OK, Well);
    }

    [Fact]
    public async Task However_often_it_is_asked_it_is_looked_at_once_in_a_while()
    {
        await AssertIsAsync(HttpStatusCode.OK, Well);
        var before = store.Turns;

        for (var times = 0; times < 50; times++) await app.NewClient().GetAsync("/health/ready");
        Assert.Equal(before, store.Turns);

        await AssertIsAsync(HttpStatusCode.OK, Well);
        Assert.Equal(before + 1, store.Turns);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<(string Token, string Place)> StartAsync(HttpClient person)
    {
        var started = await person.PostFormAsync("/quizzes/1", "/quizzes/1/start");
        var attempt = started.Headers.Location!.ToString();
        return ((await person.GetPageAsync(attempt)).Token(), $"/api{attempt}/responses/1");
    }

    private async Task AssertIsAsync(HttpStatusCode status, string parts, TimeSpan? later = null)
    {
        app.Clock.Advance(later ?? TimeSpan.FromSeconds(10));
        var answer = await app.NewClient().GetAsync("/health/ready");
        var checks = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("checks");
        Assert.Equal(parts, string.Join(", ", checks.EnumerateObject().Select(part => $"{part.Name} {part.Value}")));
        Assert.Equal(status, answer.StatusCode);
    }

    /// <summary>A full disk, as the store tells of it.</summary>
    private sealed class Failing : DbTransactionInterceptor
    {
        private const int Full = 13;

        public bool Fails { get; set; }
        public int Turns { get; private set; }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            Turns++;
            return Fails ? throw new SqliteException("The disk is full.", Full) : ValueTask.FromResult(result);
        }
    }
}
