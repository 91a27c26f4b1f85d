using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Academy.Tests.Hosting;

/// <summary>Somebody else who writes, and does not wait for anybody.</summary>
public sealed class Bystander : IDisposable
{
    private readonly SqliteConnection connection;

    public Bystander(AcademyStore store)
    {
        connection = store.Connect();
        Run("PRAGMA synchronous=OFF; PRAGMA busy_timeout=0");
    }

    /// <summary>How often it wrote.</summary>
    public int Written { get; private set; }

    /// <summary>How often somebody kept it from that.</summary>
    public int Refused { get; private set; }

    public void Write()
    {
        if (Run("BEGIN IMMEDIATE; PRAGMA user_version=1; COMMIT")) Written++;
        else Refused++;
    }

    public void Dispose() => connection.Dispose();

    private bool Run(string statements) => raw.sqlite3_exec(connection.Handle, statements) == raw.SQLITE_OK;
}
