using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>Time is an argument, or comes from the registered clock.</summary>
public sealed partial class ClockRules
{
    private const string WhereTheClockIsRegistered = "Academy.Domain/AcademyDomain.cs";

    [Fact]
    public void Nothing_reads_the_wall_clock() => Assert.Empty(SourceFile.All.SelectMany(file => Found(file, WallClock())));

    [Fact]
    public void The_product_measures_time_by_its_clock_alone() =>
        Assert.Empty(SourceFile.Product.SelectMany(file => Found(file, OtherClocks())));

    [Fact]
    public void The_system_clock_is_named_only_where_it_is_registered() =>
        Assert.Equal(
            [WhereTheClockIsRegistered],
            SourceFile.Product.Where(file => SystemClock().IsMatch(file.Text)).Select(file => file.Path));

    private static IEnumerable<string> Found(SourceFile file, Regex clock) =>
        clock.Matches(file.Text).Select(m => $"{file.Path}: {m.Value}");

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bStopwatch\b|\bTickCount(?:64)?\b|\bTimeZoneInfo\.Local\b")]
    private static partial Regex OtherClocks();

    [GeneratedRegex(@"\bTimeProvider\.System\b")]
    private static partial Regex SystemClock();
}
