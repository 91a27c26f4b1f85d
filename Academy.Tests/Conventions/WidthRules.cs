namespace Academy.Tests.Conventions;

/// <summary>A line of C# has at most 140 columns.</summary>
public sealed class WidthRules
{
    private const int Widest = 140;

    [Fact]
    public void No_line_is_wider_than_a_line_may_be() => Assert.Empty(SourceFile.All
        .Where(IsWritten)
        .SelectMany(file => TooLong(file).Select(line => $"{file.Path}, line {line}, has more than {Widest} columns")));

    /// <summary>Migrations are generated.</summary>
    private static bool IsWritten(SourceFile file) =>
        file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.IsIn("Academy.Domain/Data/Migrations");

    private static IEnumerable<int> TooLong(SourceFile file) => file.Text.Split('\n').Index()
        .Where(line => line.Item.TrimEnd('\r').Length > Widest)
        .Select(line => line.Index + 1);
}
