using System.Globalization;
using Academy.Domain.Competitions.Drills;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>
/// The pace of a run as a line, and that of one's best before beside it; keys or characters a minute, for every ten seconds.
/// </summary>
public sealed class PaceChart(DrillKind kind, IReadOnlyList<int> pace, IReadOnlyList<int> before)
{
    private const int PerMinute = 60_000 / Replay.Stretch;

    /// <summary>A minute that is so much slower than the whole is worth a word.</summary>
    private const double SlowShare = 0.85;

    /// <summary>What it counts, as the texts name it.</summary>
    public string Counted => kind == DrillKind.Typing ? "Characters" : "Keys";

    public IReadOnlyList<int> Pace { get; } = [.. pace.Select(keys => keys * PerMinute)];
    public IReadOnlyList<int> Before { get; } = [.. before.Select(keys => keys * PerMinute)];

    /// <summary>The upper end of the scale, a round number above all that is shown.</summary>
    public int Top => (int)Math.Ceiling(Pace.Concat(Before).Append(1).Max() / 100.0) * 100;

    public int Minutes => (int)Math.Ceiling((double)Length / PerMinute);

    public double Mean => Pace.Count == 0 ? 0 : Pace.Average();

    /// <summary>The slowest whole minute, from 1, when it is much slower than the whole.</summary>
    public int? SlowMinute
    {
        get
        {
            var minutes = Pace.Chunk(PerMinute).Where(minute => minute.Length == PerMinute).Select(minute => minute.Average()).ToList();
            if (minutes.Count < 3) return null;

            var slowest = minutes.Index().MinBy(minute => minute.Item);
            return slowest.Item < SlowShare * Mean ? slowest.Index + 1 : null;
        }
    }

    private int Length => Math.Max(2, Math.Max(Pace.Count, Before.Count));

    /// <summary>The points of a line in a field of 100 by 100.</summary>
    public string Points(IReadOnlyList<int> line) => string.Join(
        ' ',
        line.Select((keys, i) => string.Create(CultureInfo.InvariantCulture, $"{X(i):0.##},{100 - (100.0 * keys / Top):0.##}")));

    /// <summary>Where a minute begins in that field, and how wide it is.</summary>
    public (string X, string Width) Minute(int number) =>
        (Written(X((number - 1) * PerMinute)), Written(X(number * PerMinute) - X((number - 1) * PerMinute)));

    public static string Moment(int stretch) => DrillWords.Moment(stretch * Replay.Stretch);

    private double X(int stretch) => 100.0 * Math.Min(stretch, Length - 1) / (Length - 1);

    private static string Written(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
