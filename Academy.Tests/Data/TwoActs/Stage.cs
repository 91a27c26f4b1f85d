using System.Data.Common;
using System.Text.RegularExpressions;
using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Academy.Tests.Opening;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Academy.Tests.Data.TwoActs;

/// <summary>Where a scene is played again and again, each time from its beginning.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder kept = new();
    private readonly Meanwhile meanwhile = new();
    private readonly AcademyStore one;
    private readonly AcademyStore other;
    private HashSet<string> beginning = [];

    private Stage()
    {
        one = new AcademyStore(given => given with { DataDirectory = folder.Path }, services =>
        {
            meanwhile.Into(services);
            Forget(services);
        });
        // A connection string of its own, so that they do not wait for each other as those of one process do.
        other = new AcademyStore(
            given => given with { DataDirectory = folder.Path, Database = $"{DatabaseIn(folder)};Cache=Private" }, Forget);
    }

    public IReadOnlyList<Deed> Deeds { get; private set; } = [];

    /// <summary>Sets a scene in the demonstration bank, an hour before anybody acts.</summary>
    public static async Task<Stage> SetAsync(OpenedAcademy opened, Scene scene)
    {
        var stage = new Stage();
        opened.CopyTo(stage.folder.Path);
        await using (var store = new AcademyStore(given => given with { DataDirectory = stage.folder.Path }))
            stage.Deeds = await scene(store);
        Copy(stage.folder, stage.kept);
        stage.beginning = [.. Read(stage.kept)];
        stage.one.Clock.Advance(TimeSpan.FromHours(1));
        stage.other.Clock.Advance(TimeSpan.FromHours(1));
        return stage;
    }

    /// <summary>
    /// Does the first until it is about to begin its turn, then the second, then what is left of the first; and says what neither
    /// order of the two would have given. Null when one would.
    /// </summary>
    public async Task<string?> FindFaultAsync(Deed slow, Deed quick)
    {
        var crossed = await CrossAsync(slow, quick);
        var after = await PlayAsync(quick, slow);
        if (crossed.SequenceEqual(after) || WithoutOrder(crossed).SequenceEqual(WithoutOrder(await PlayAsync(slow, quick)))) return null;

        return $"'{slow}' while '{quick}'"
            + $"\n  only when they cross:{Tell(crossed.Except(after))}\n  only one after the other:{Tell(after.Except(crossed))}\n";
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        using (var connection = new SqliteConnection($"{DatabaseIn(folder)};Cache=Private")) SqliteConnection.ClearPool(connection);
        folder.Dispose();
        kept.Dispose();
    }

    private async Task<List<string>> CrossAsync(Deed slow, Deed quick)
    {
        Copy(kept, folder);
        meanwhile.Await(() => quick.DoAsync(other));
        await slow.DoAsync(one);
        await meanwhile.ActAsync();
        return Ending();
    }

    private async Task<List<string>> PlayAsync(Deed first, Deed second)
    {
        Copy(kept, folder);
        await first.DoAsync(one);
        await second.DoAsync(one);
        return Ending();
    }

    /// <summary>What the ledger knows is of the play before: nothing there is ever taken back, here it is.</summary>
    private static void Forget(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Scoped<CoverageLedger, CoverageLedger>());

    private static string DatabaseIn(TemporaryFolder folder) => OpenedAcademy.SettingsFor(folder.Path).ConnectionString;

    private static SqliteConnection Open(TemporaryFolder folder)
    {
        var connection = new SqliteConnection($"{DatabaseIn(folder)};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Copy(TemporaryFolder from, TemporaryFolder to)
    {
        using var source = Open(from);
        using var copy = Open(to);
        source.BackupDatabase(copy);
    }

    /// <summary>The rows that have come and gone, without what is drawn by lot and how often something changed.</summary>
    private List<string> Ending()
    {
        var rows = Read(folder).ToHashSet();
        var (gone, come) = (beginning.Where(row => !rows.Contains(row)), rows.Where(row => !beginning.Contains(row)));
        return [.. gone.Select(row => $"- {row}").Concat(come.Select(row => $"+ {row}")).Select(row => DrawnByLot().Replace(row, "*"))];
    }

    private static IEnumerable<string> Read(TemporaryFolder folder)
    {
        using var connection = Open(folder);
        return connection.Contents().Where(row => !row.StartsWith("Revisions|", StringComparison.Ordinal));
    }

    /// <summary>Who comes first on the trail is no fault when what it tells is the same.</summary>
    private static IEnumerable<string> WithoutOrder(IEnumerable<string> rows) =>
        rows.Select(row => NumberOnTrail().Replace(row, "$1")).Order(StringComparer.Ordinal);

    private static string Tell(IEnumerable<string> rows) =>
        string.Concat(rows.Select(row => $"\n    {(row.Length > 400 ? row[..400] : row)}"));

    // Hashes of passwords, stamps, and receipts.
    [GeneratedRegex(@"AQAAAA[\w+/=]+|\b[0-9a-f]{32}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b([2-9A-Z]{4}-){2}[2-9A-Z]{2}\b")]
    private static partial Regex DrawnByLot();

    [GeneratedRegex(@"^(\+ AuditEntries\|)\d+\|")]
    private static partial Regex NumberOnTrail();

    /// <summary>Lets the other one act when the turn of this one is about to begin, or else afterwards.</summary>
    private sealed class Meanwhile : DbTransactionInterceptor
    {
        private Func<Task>? act;

        public void Await(Func<Task> other) => act = other;

        public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

        public Task ActAsync() => Interlocked.Exchange(ref act, null)?.Invoke() ?? Task.CompletedTask;

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            await ActAsync();
            return result;
        }
    }
}
