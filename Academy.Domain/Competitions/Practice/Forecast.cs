using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Competitions.Practice;

public enum ForecastKind
{
    Reached,

    /// <summary>From so few days nobody can tell.</summary>
    TooFewDays,

    /// <summary>What was is too long ago to go on from.</summary>
    NotLately,

    NoProgress,

    /// <summary>Not within a year.</summary>
    TooFar,

    Within,
}

/// <summary>
/// When somebody gets to a score who goes on as lately. Of the last practice days each counts once, with its best score. The slope
/// between any two of them is taken, and of all slopes the middle one (Theil, Sen), so that one good or bad day moves nothing. The
/// quarter of faster and of slower slopes give the range of days; where not even the slower ones lead up, it is open.
/// </summary>
/// <param name="Kind">What can be said.</param>
/// <param name="Earliest">Never before the day on which it is told; null where there is nothing to tell.</param>
/// <param name="Latest">Null where it is open.</param>
public sealed record Forecast(ForecastKind Kind, DateOnly? Earliest = null, DateOnly? Latest = null)
{
    public const int FewestDays = 5;
    public const int MostDays = 12;

    /// <summary>Days before these many are not looked at.</summary>
    public const int DaysLookedAt = 90;

    /// <summary>Whoever has not practiced for longer is told nothing.</summary>
    public const int LongestPause = 21;

    public const int Horizon = 365;

    private const int Quarters = 4;

    /// <param name="discipline">Of what.</param>
    /// <param name="days">In any order.</param>
    /// <param name="goal">The score to be reached.</param>
    /// <param name="today">When it is told.</param>
    public static Forecast Of(Discipline discipline, IEnumerable<PracticeDay> days, int goal, DateOnly today)
    {
        var all = days.Where(day => day.Day <= today).OrderBy(day => day.Day).ToList();
        if (all.Exists(day => discipline.Reaches(day.Best, goal))) return new(ForecastKind.Reached);

        var last = all.Where(day => today.DayNumber - day.Day.DayNumber <= DaysLookedAt).TakeLast(MostDays).ToList();
        if (last.Count < FewestDays) return new(ForecastKind.TooFewDays);
        if (today.DayNumber - last[^1].Day.DayNumber > LongestPause) return new(ForecastKind.NotLately);

        var sign = discipline.IsRace ? -1 : 1;
        return Of([.. last.Select(day => ((decimal)day.Day.DayNumber, (decimal)(sign * day.Best)))], sign * goal, today);
    }

    /// <summary>With scores of which the higher is the better.</summary>
    private static Forecast Of(IReadOnlyList<(decimal X, decimal Y)> points, decimal goal, DateOnly today)
    {
        var slopes = SlopesOf(points);
        var middle = Middle(slopes);
        if (middle <= 0) return new(ForecastKind.NoProgress);

        var (from, lacking) = (points[^1].X, goal - LevelAt(points, middle));
        var earliest = DayOf(from, lacking, slopes[^(1 + (slopes.Count / Quarters))], today);
        var latest = DayOf(from, lacking, slopes[slopes.Count / Quarters], today);
        return earliest is null ? new(ForecastKind.TooFar) : new(ForecastKind.Within, earliest, latest);
    }

    /// <summary>The slopes between any two points, the lowest first.</summary>
    private static List<decimal> SlopesOf(IReadOnlyList<(decimal X, decimal Y)> points) =>
    [
        .. from later in points.Index()
           from earlier in points.Take(later.Index)
           let slope = (later.Item.Y - earlier.Y) / (later.Item.X - earlier.X)
           orderby slope
           select slope,
    ];

    /// <summary>Where the line through the middle of all points stands on the last day.</summary>
    private static decimal LevelAt(IReadOnlyList<(decimal X, decimal Y)> points, decimal slope) =>
        Middle([.. points.Select(point => point.Y + (slope * (points[^1].X - point.X))).Order()]);

    private static decimal Middle(List<decimal> ordered) =>
        (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;

    /// <summary>Null for a day beyond the horizon.</summary>
    private static DateOnly? DayOf(decimal from, decimal lacking, decimal slope, DateOnly today)
    {
        if (lacking <= 0) return today;
        if (slope <= 0 || lacking > slope * (Horizon + DaysLookedAt)) return null;

        // A third of a point a day for thirty days is ten points, whatever the last decimal.
        var day = (int)from + (int)Math.Ceiling(Math.Round(lacking / slope, 9));
        if (day > today.DayNumber + Horizon) return null;
        return DateOnly.FromDayNumber(Math.Max(day, today.DayNumber));
    }
}
