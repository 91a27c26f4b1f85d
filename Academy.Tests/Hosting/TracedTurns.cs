using System.Data.Common;
using Academy.Domain.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace Academy.Tests.Hosting;

/// <summary>
/// Follows every statement as the store runs it, whether the unit of work has sent it or somebody behind its back: how many there are
/// in each turn, and what is done outside of all turns.
/// </summary>
public sealed class TracedTurns : DbConnectionInterceptor
{
    private const string Nested = "--";

    private readonly List<IReadOnlyList<string>> turns = [];

    /// <summary>What is done before each statement outside of all turns; nothing while it is null, nor in what it does itself.</summary>
    public Action? Outside { get; set; }

    /// <summary>The turn that keeps others from writing for the most statements.</summary>
    public IReadOnlyList<string> Longest => turns.MaxBy(turn => turn.Count) ?? [];

    public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

    public void Forget() => turns.Clear();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Follow(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Follow(connection);
        return Task.CompletedTask;
    }

    private void Follow(DbConnection connection)
    {
        List<string>? turn = null;
        raw.sqlite3_trace(((SqliteConnection)connection).Handle, (_, statement) =>
        {
            if (statement.StartsWith(Nested, StringComparison.Ordinal) || IsFollowed(statement, turn)) return;

            if (turn is null) ActOutside();
            if (IsOf(statement, "BEGIN IMMEDIATE")) turns.Add(turn = []);
            else if (IsOf(statement, "COMMIT") || IsOf(statement, "ROLLBACK")) turn = null;
            else turn?.Add(statement);
        }, null);
    }

    private void ActOutside()
    {
        if (Outside is not { } act) return;

        Outside = null;
        act();
        Outside = act;
    }

    /// <summary>What a foreign key has the store do with each row is told in the words of the statement that it follows from.</summary>
    private static bool IsFollowed(string statement, List<string>? turn) => turn is [.., var before] && before == statement;

    private static bool IsOf(string statement, string word) => statement.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
