using System.Data.Common;
using System.Text.RegularExpressions;
using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Opening;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Academy.Tests.Data.TwoActs;

/// <summary>Where a scene is played again and again, each time from its beginning.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private static readonly string[] Brought = ["Questions", "QuestionVersions"];

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
    /// Does the first until it is about to begin a turn, then the second, then what is left of the first; for each of its turns. Says
    /// what neither order of the two would have left, or told those who acted. Null when one would.
    /// </summary>
    public async Task<string?> FindFaultAsync(Deed slow, Deed quick)
    {
        if (slow.IsAlone && quick.IsAlone) return null;

        var quickFirst = WithoutOrder(await PlayAsync(("quick", quick), ("slow", slow)));
        List<string>? slowFirst = null;
        for (var turn = 1; turn == 1 || turn <= meanwhile.Turns; turn++)
        {
            var crossed = WithoutOrder(await CrossAsync(slow, quick, turn));
            if (crossed.SequenceEqual(quickFirst)) continue;
            if (crossed.SequenceEqual(slowFirst ??= WithoutOrder(await PlayAsync(("slow", slow), ("quick", quick))))) continue;

            return $"'{slow}' while '{quick}', at turn {turn}"
                + $"\n  only when they cross:{Tell(crossed.Except(quickFirst))}"
                + $"\n  only one after the other:{Tell(quickFirst.Except(crossed))}\n";
        }

        return null;
    }

    /// <summary>What somebody leaves who is an employee by then and nothing else, as everybody is.</summary>
    public async Task<IReadOnlyList<string>> FindTraceAsync(Deed deed)
    {
        Copy(kept, folder);
        await other.LookAsync(db => db.UserRoles
            .Where(held => db.Roles.Any(role => role.Id == held.RoleId && role.Name != Roles.Employee))
            .ExecuteDeleteAsync());
        var before = Read(folder).ToHashSet();
        await deed.DoAsync(other);
        return [.. Read(folder).Where(row => !before.Contains(row)).Select(row => $"'{deed}' left {row}\n")];
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        using (var connection = new SqliteConnection($"{DatabaseIn(folder)};Cache=Private")) SqliteConnection.ClearPool(connection);
        folder.Dispose();
        kept.Dispose();
    }

    private async Task<List<string>> CrossAsync(Deed slow, Deed quick, int turn)
    {
        Copy(kept, folder);
        var told = "";
        meanwhile.Await(turn, async () => told = await quick.DoAsync(other));
        var toldSlow = await slow.DoAsync(one);
        await meanwhile.ActAsync();
        return Ending(("quick", told), ("slow", toldSlow));
    }

    private async Task<List<string>> PlayAsync((string Name, Deed Deed) first, (string Name, Deed Deed) second)
    {
        Copy(kept, folder);
        return Ending((first.Name, await first.Deed.DoAsync(other)), (second.Name, await second.Deed.DoAsync(other)));
    }

    /// <summary>What a process remembers is of the play before: nothing in its store is ever taken back, here it is.</summary>
    private static void Forget(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Scoped<CoverageLedger, CoverageLedger>());
        services.Replace(ServiceDescriptor.Scoped<KeptSupplies, KeptSupplies>());
        services.Replace(ServiceDescriptor.Scoped<Presence, Presence>());
        services.Replace(ServiceDescriptor.Scoped<Tries, Tries>());
        // Takes no more orders once it has been stopped.
        services.Replace(ServiceDescriptor.Scoped<Scribe, Scribe>());
    }

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

    /// <summary>
    /// The rows that have come and gone, and what those who acted were told, without what is drawn by lot and how often something
    /// changed.
    /// </summary>
    private List<string> Ending(params ReadOnlySpan<(string Who, string Told)> answers)
    {
        string[] told = [.. answers.ToArray().OrderBy(answer => answer.Who).Select(answer => $"{answer.Who} is told {answer.Told}")];
        var now = Read(folder).ToHashSet();
        var (gone, come) = (beginning.Where(row => !now.Contains(row)), now.Where(row => !beginning.Contains(row)));
        var rows = gone.Select(row => $"- {row}").Concat(come.Select(row => $"+ {row}")).ToList();
        return [.. told.Concat(Renumbered(rows)).Select(row => DrawnByLot().Replace(row, "*"))];
    }

    /// <summary>
    /// An import that was prepared again has used up numbers: what it brings is told by its order. The number of a row itself is renamed
    /// in its own table only, for that of a question may be that of some version, too.
    /// </summary>
    private static IEnumerable<string> Renumbered(List<string> rows)
    {
        foreach (var table in Brought)
        {
            var come = rows.Where(row => row.StartsWith($"+ {table}|", StringComparison.Ordinal)).Select(row => row.Split('|')[1]).ToList();
            foreach (var (order, number) in come.Index())
                rows = rows.ConvertAll(row => Regex.Replace(
                    row, $@"(?<=^[+-] {table}\||(?<!^[+-] \w+)[|/]){number}(?=\||$)", $"new {order}"));
        }

        return rows.Where(row => !row.Contains("sqlite_sequence", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Read(TemporaryFolder folder)
    {
        using var connection = Open(folder);
        return connection.Contents().Where(row => !row.StartsWith("Revisions|", StringComparison.Ordinal));
    }

    /// <summary>Who comes first on the trail, or among those who finish, is no fault when what is written is the same.</summary>
    private static List<string> WithoutOrder(IEnumerable<string> rows) =>
        [.. rows.Select(row => NumberOfRow().Replace(row, "$1")).Order(StringComparer.Ordinal)];

    private static string Tell(IEnumerable<string> rows) =>
        string.Concat(rows.Select(row => $"\n    {(row.Length > 400 ? row[..400] : row)}"));

    // Passwords, hashes of passwords, stamps, keys of sessions and their hashes, receipts, codes of certificates, and seeds.
    [GeneratedRegex(
        @"(?<=^[+-] Sessions\|.*)[0-9a-f]{64}|\b[0-9A-F]{32}\b|"
        + @"(?<="")[2-9A-HJ-NP-Za-hj-km-np-z]{14}(?="")|\$argon2id\$[^|""]+|\b[0-9a-f]{32}\b|"
        + @"\b[2-9A-HJ-NP-Z]{16}\b|"
        + @"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b([2-9A-Z]{4}-){2}[2-9A-Z]{2}\b|(?<=""seed"":)\d+")]
    private static partial Regex DrawnByLot();

    [GeneratedRegex(@"^(\+ (?:AuditEntries|Completions)\|)\d+\|")]
    private static partial Regex NumberOfRow();

    /// <summary>Lets the other one act when the turn of this one is about to begin, or else afterwards.</summary>
    private sealed class Meanwhile : DbTransactionInterceptor
    {
        private Func<Task>? act;
        private int awaited;

        /// <summary>How many turns were begun since the other is awaited.</summary>
        public int Turns { get; private set; }

        public void Await(int turn, Func<Task> other) => (act, awaited, Turns) = (other, turn, 0);

        public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

        public Task ActAsync() => Interlocked.Exchange(ref act, null)?.Invoke() ?? Task.CompletedTask;

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            if (++Turns == awaited) await ActAsync();
            return result;
        }
    }
}
