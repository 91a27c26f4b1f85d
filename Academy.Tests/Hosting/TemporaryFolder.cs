using Microsoft.Data.Sqlite;

namespace Academy.Tests.Hosting;

/// <summary>A folder of a test's own that goes with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("academy-").FullName;

    public void Dispose()
    {
        // Connections that wait in the pool would keep the file open, and its pages in memory, long after the test.
        using (var connection = new SqliteConnection(OpenedAcademy.SettingsFor(Path).ConnectionString))
            SqliteConnection.ClearPool(connection);
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A server that is still closing holds its files a moment longer; the system clears its temporary folder.
        }
    }
}
