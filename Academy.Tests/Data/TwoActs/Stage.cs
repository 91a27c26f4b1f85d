using System.Data.Common;
using System.Text.RegularExpressions;
using Academy.Domain;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Academy.Tests.Opening;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Data.TwoActs;

/// <summary>Where a scene stands, and every play begins with a copy of it.</summary>
internal sealed partial class Stage : IDisposable
{
    private readonly TemporaryFolder scene = new();
    private HashSet<string> contents = [];

    private Stage() { }

    public IReadOnlyList<Deed> Deeds { get; private set; } = [];

    /// <summary>Sets a scene in the demonstration bank, an hour before anybody acts.</summary>
    public static async Task<Stage> SetAsync(OpenedAcademy opened, Scene scene)
    {
        var stage = new Stage();
        opened.CopyTo(stage.scene.Path);
        await using (var store = new AcademyStore(given => given with { DataDirectory = stage.scene.Path }))
            stage.Deeds = await scene(store);
        using var connection = new SqliteConnection(OpenedAcademy.SettingsFor(stage.scene.Path).ConnectionString);
        SqliteConnection.ClearPool(connection);
        stage.contents = [.. Read(stage.scene)];
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

    public void Dispose() => scene.Dispose();

    private async Task<List<string>> CrossAsync(Deed slow, Deed quick)
    {
        using var folder = Copy();
        // A connection string of its own, so that they do not wait for each other as those of one process do.
        await using var other = NewStore(folder, given => given with { Database = $"{given.ConnectionString};Pooling=False" });
        var meanwhile = new Meanwhile(() => quick.DoAsync(other));
        await using (var store = NewStore(folder, adjust: meanwhile.Into)) await slow.DoAsync(store);
        await meanwhile.ActAsync();
        return Ending(folder);
    }

    private async Task<List<string>> PlayAsync(params IEnumerable<Deed> deeds)
    {
        using var folder = Copy();
        await using (var store = NewStore(folder))
            foreach (var deed in deeds) await deed.DoAsync(store);
        return Ending(folder);
    }

    private TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(scene.Path, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(scene.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    private static AcademyStore NewStore(
        TemporaryFolder folder, Func<AcademySettings, AcademySettings>? settings = null, Action<IServiceCollection>? adjust = null)
    {
        var store = new AcademyStore(given =>
        {
            var here = given with { DataDirectory = folder.Path };
            return settings?.Invoke(here) ?? here;
        }, adjust);
        store.Clock.Advance(TimeSpan.FromHours(1));
        return store;
    }

    /// <summary>The rows that have come and gone, without what is drawn by lot and how often something changed.</summary>
    private List<string> Ending(TemporaryFolder folder)
    {
        var rows = Read(folder).ToHashSet();
        var (gone, come) = (contents.Where(row => !rows.Contains(row)), rows.Where(row => !contents.Contains(row)));
        return [.. gone.Select(row => $"- {row}").Concat(come.Select(row => $"+ {row}")).Select(row => DrawnByLot().Replace(row, "*"))];
    }

    private static IEnumerable<string> Read(TemporaryFolder folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "academy.db")};Pooling=False");
        connection.Open();
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
    private sealed class Meanwhile(Func<Task> act) : DbTransactionInterceptor
    {
        private Func<Task>? left = act;

        public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

        public Task ActAsync() => Interlocked.Exchange(ref left, null)?.Invoke() ?? Task.CompletedTask;

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
