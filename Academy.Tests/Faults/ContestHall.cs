using System.Collections.Concurrent;
using System.Globalization;
using Academy.Domain.Competitions.Drills;
using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Academy.Tests.Faults;

/// <summary>Many people at one event of a competition that runs now, at a server in a process of its own that may be killed.</summary>
public sealed class ContestHall : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly AcademyProcess server;
    private readonly List<Keyer> people = [];
    private readonly ConcurrentBag<(DateTimeOffset At, TimeSpan Took)> batches = [];
    private long eventId;

    public ContestHall(OpenedAcademy opened)
    {
        opened.CopyTo(folder.Path);
        server = new AcademyProcess(folder.Path);
    }

    /// <summary>When each acknowledged batch was sent, and how long it took.</summary>
    public IReadOnlyCollection<(DateTimeOffset At, TimeSpan Took)> Batches => batches;

    public AcademyProcess Server => server;

    /// <summary>People with numbers of their own sign in and look at the event.</summary>
    public async Task GatherAsync(int count)
    {
        eventId = Prepare(count);
        await server.StartAsync();
        people.AddRange(Enumerable.Range(1, count).Select(place => new Keyer(NumberOf(place), place)));
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (person, _) =>
        {
            await person.SignInAsync(server.Address);
            await person.LookAtAsync(eventId);
        });
    }

    /// <summary>Everybody starts at once; how long each waited for the drill on the screen.</summary>
    public async Task<IReadOnlyList<TimeSpan>> StartAsync() => await Task.WhenAll(people.Select(async person =>
    {
        var since = TimeProvider.System.GetTimestamp();
        await person.StartAsync(eventId);
        return TimeProvider.System.GetElapsedTime(since);
    }));

    public Task KeyAsync(TimeSpan length) => Task.WhenAll(people.Select(person => Task.Run(() =>
        person.KeyAsync(length, TimeProvider.System, (at, took) => batches.Add((at, took))))));

    /// <summary>Kills the server and starts it again; from when to when nobody was there.</summary>
    public async Task<(DateTimeOffset From, DateTimeOffset Until)> KillAsync()
    {
        var from = TimeProvider.System.GetUtcNow();
        server.Kill();
        await server.ExitCodeAsync();
        await server.StartAsync();
        foreach (var person in people) person.MoveTo(server.Address);
        return (from, TimeProvider.System.GetUtcNow());
    }

    /// <summary>Whose keys are stored otherwise than they were acknowledged.</summary>
    public IReadOnlyList<string> Lost() => [.. people.Where(person => Stored(person.Run) != person.Keys).Select(person =>
        $"Run {person.Run}: acknowledged {person.Keys}, stored {Stored(person.Run)}")];

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private static string NumberOf(int place) => string.Create(CultureInfo.InvariantCulture, $"K{place:D4}");

    private string Stored(long run) => string.Concat(
        Ask($"SELECT Keys FROM DrillBatches WHERE RunId = {run} ORDER BY Number")
            .SelectMany(KeyStrokes.Read)
            .Select(key => key.Key));

    /// <summary>Likenesses of an employee, and a competition that is held today with tries for everybody.</summary>
    private long Prepare(int count)
    {
        var columns = string.Join(", ", Ask("SELECT name FROM pragma_table_info('Employees')")
            .Except(["Id", "UserName", "NormalizedUserName"])
            .Select(name => $"\"{name}\""));
        foreach (var place in Enumerable.Range(1, count))
        {
            Ask($"""
                INSERT INTO Employees (UserName, NormalizedUserName, {columns})
                SELECT '{NumberOf(place)}', '{NumberOf(place)}', {columns} FROM Employees WHERE UserName = 'E0001'
                """);
        }

        Ask("""
            INSERT INTO EmployeeRoles (UserId, RoleId)
            SELECT k.Id, r.RoleId FROM Employees k, EmployeeRoles r
            WHERE k.UserName LIKE 'K%' AND r.UserId = (SELECT Id FROM Employees WHERE UserName = 'E0001')
            """);
        var (now, held) = (TimeProvider.System.GetUtcNow(), Ask(
            "SELECT Id FROM CompetitionEvents WHERE Discipline = 'slips-sums-600' ORDER BY Id DESC LIMIT 1")[0]);
        Ask($"""
            UPDATE Competitions SET OpensAt = {now.AddHours(-1).UtcTicks}, ClosesAt = {now.AddHours(3).UtcTicks}, FreezesAt = NULL,
                PublishedAt = {now.AddHours(-2).UtcTicks}, FinalizedAt = NULL
            WHERE Id = (SELECT CompetitionId FROM CompetitionEvents WHERE Id = {held})
            """);
        return long.Parse(held, CultureInfo.InvariantCulture);
    }

    private List<string> Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "academy.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read()) answers.Add(reader.GetString(0));
        return answers;
    }
}
