using Academy.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Academy.Tests.Hosting;

/// <summary>The academy without its pages, in a folder of its own and with a clock that the test turns.</summary>
public sealed class AcademyStore : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    /// <summary>An academy that is not open yet.</summary>
    public AcademyStore(Func<AcademySettings, AcademySettings> settings, Action<IServiceCollection>? adjust = null)
    {
        var collection = new ServiceCollection().AddLogging().AddAcademyDomain(settings(OpenedAcademy.SettingsFor(folder.Path)));
        collection.HashCheaply();
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        adjust?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    /// <summary>A copy of the opened demonstration bank.</summary>
    public AcademyStore(OpenedAcademy opened, Action<IServiceCollection>? adjust = null)
        : this(given => given, adjust) => opened.CopyTo(folder.Path);

    public FakeTimeProvider Clock { get; } = TestClock.OnTuesday();

    public string Folder => folder.Path;

    /// <summary>Lets somebody who acts on the store do something, with a unit of work of its own.</summary>
    public async Task<TResult> AskAsync<TActor, TResult>(Func<TActor, Task<TResult>> ask) where TActor : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TActor>());
    }

    public async Task TellAsync<TActor>(Func<TActor, Task> tell) where TActor : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await tell(scope.ServiceProvider.GetRequiredService<TActor>());
    }

    /// <summary>A connection that knows nothing of the academy, to see what has reached the file.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "academy.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Changes the file without the academy.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}
