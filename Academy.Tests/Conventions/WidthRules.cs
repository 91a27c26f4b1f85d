namespace Academy.Tests.Conventions;

/// <summary>A line of C# has at most 140 columns.</summary>
public sealed class WidthRules
{
    private const int Widest = 140;

    /// <summary>Files that have longer lines, and how many. The list only shrinks: who wraps a line counts it off, none is added.</summary>
    private static readonly Dictionary<string, int> Longer = new(StringComparer.Ordinal)
    {
        ["Academy.Tests/Questions/MoodleXmlTests.cs"] = 16,
        ["Academy.Tests/Security/EndpointTable.cs"] = 176,
    };

    [Fact]
    public void No_line_is_wider_than_a_line_may_be()
    {
        var found = SourceFile.All.Where(IsWritten).Select(file => (file.Path, Lines: TooLong(file)))
            .Select(file => (file.Path, file.Lines, Known: Longer.GetValueOrDefault(file.Path)))
            .Where(file => file.Lines != file.Known)
            .Select(file => $"{file.Path}: {file.Lines} lines have more than {Widest} columns, the list says {file.Known}");
        Assert.Empty(found);
    }

    [Fact]
    public void Only_files_that_are_there_are_excused() =>
        Assert.Empty(Longer.Keys.Except(SourceFile.All.Where(IsWritten).Select(file => file.Path)));

    /// <summary>Migrations are generated.</summary>
    private static bool IsWritten(SourceFile file) =>
        file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.IsIn("Academy.Domain/Data/Migrations");

    private static int TooLong(SourceFile file) => file.Text.Split('\n').Count(line => line.TrimEnd('\r').Length > Widest);
}
