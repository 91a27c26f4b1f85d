using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Academy.Tests.Opening;

internal static class StoreContents
{
    /// <summary>
    /// Every row of every table, as text: two stores with the same contents give the same. The index
    /// of words follows its texts.
    /// </summary>
    public static List<string> Contents(this AcademyStore store)
    {
        using var connection = store.Connect();
        return connection.Contents();
    }

    public static List<string> Contents(this SqliteConnection connection) =>
        [.. Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'SearchIndex%' ORDER BY name")
            .SelectMany(table => Read(connection, $"SELECT '{table}', * FROM \"{table}\" ORDER BY rowid"))];

    private static List<string> Read(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return rows;
    }
}
