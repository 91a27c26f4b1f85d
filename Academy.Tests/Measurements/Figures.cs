using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Academy.Tests.Measurements;

/// <summary>
/// A table of what was measured, shown with the test's output. Figures are told, never judged:
/// they depend on the machine.
/// </summary>
public sealed class Figures(string title, params string[] columns)
{
    private static readonly string Build = typeof(Program).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly List<string> lines =
    [
        string.Create(CultureInfo.InvariantCulture, $"{title} ({Build} build, {Environment.ProcessorCount} processors)"),
        Row(columns),
        Row(columns.Select((_, i) => i == 0 ? "---" : "---:")),
    ];

    public void Add(string what, params IEnumerable<TimeSpan> figures) =>
        lines.Add(Row(figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.TotalMilliseconds:0.0} ms")).Prepend(what)));

    public void Show() => TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', lines));

    public static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>
    /// How long it takes, and how much this process has of the processors meanwhile: what it would
    /// take on a machine of its own.
    /// </summary>
    public static async Task<TimeSpan[]> CostAsync(Func<Task> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        var elapsed = await TimeAsync(act);
        return [elapsed, Environment.CpuUsage.TotalTime - before];
    }

    /// <summary>The smallest figure that so great a share of all do not exceed.</summary>
    public static TimeSpan Quantile(IEnumerable<TimeSpan> figures, double share)
    {
        var sorted = figures.Order().ToList();
        return sorted[(int)Math.Ceiling(sorted.Count * share) - 1];
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
