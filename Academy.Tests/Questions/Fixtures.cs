namespace Academy.Tests.Questions;

/// <summary>
/// Question files of other projects. They are not part of this one: a test that needs them is
/// skipped where they are absent.
/// </summary>
public static class Fixtures
{
    private const string Variable = "ACADEMY_FIXTURES";

    public static bool AreThere => Environment.GetEnvironmentVariable(Variable) is not null;

    private static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable(Variable);
            Assert.SkipUnless(folder is not null, $"Set {Variable} to the folder of the fixtures to run this test.");
            return folder!;
        }
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    public static IEnumerable<string> Files(string path) =>
        Directory.EnumerateFiles(Path.Combine(Folder, path)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
