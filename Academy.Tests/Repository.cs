namespace Academy.Tests;

/// <summary>The folder of the solution, for tests that read what it ships.</summary>
public static class Repository
{
    public static string Folder { get; } = Find();

    public static string File(params ReadOnlySpan<string> path) => Path.Combine([Folder, .. path]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !folder.EnumerateFiles("Academy.sln").Any()) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Academy.sln above {AppContext.BaseDirectory}.");
    }
}
