namespace Academy.Tests.Questions;

/// <summary>Question files of other projects. They are not part of this one: a test that needs them is skipped where they are absent.</summary>
public static class Fixtures
{
    private const string Variable = "ACADEMY_FIXTURES";

    public static string Read(string path)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(folder is not null, $"Set {Variable} to the folder of the fixtures to run this test.");
        return File.ReadAllText(Path.Combine(folder, path));
    }
}
