namespace Academy.Tests.Hosting;

/// <summary>A folder of a test's own that goes with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("academy-").FullName;

    public void Dispose()
    {
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
