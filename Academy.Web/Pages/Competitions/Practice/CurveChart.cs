using System.Globalization;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Practice;

namespace Academy.Web.Pages.Competitions.Practice;

/// <summary>Days with their best scores as a line over the calendar, the better the higher, and the goal as another across.</summary>
public sealed class CurveChart
{
    /// <summary>Older days are in the best, not in the line.</summary>
    public const int DaysShown = 180;

    private const int FewestDays = 13;

    private readonly Discipline discipline;
    private readonly DateOnly from;
    private readonly decimal low;
    private readonly decimal high;

    public CurveChart(Discipline discipline, IReadOnlyList<PracticeDay> days, int? goal, DateOnly today)
    {
        this.discipline = discipline;
        Today = today;
        Goal = goal;
        Days = [.. days.Where(day => today.DayNumber - day.Day.DayNumber < DaysShown)];
        var first = Days.Count > 0 ? Days[0].Day : today;
        from = first.DayNumber > today.DayNumber - FewestDays ? today.AddDays(-FewestDays) : first;
        var scores = Days.Select(day => day.Best).Concat(goal is { } wanted ? [wanted] : []);
        var figures = scores.Select(score => discipline.FigureOf(score)).ToList();
        (low, high) = figures.Count == 0 ? (0, 1) : Around(figures.Min(), figures.Max());
    }

    public IReadOnlyList<PracticeDay> Days { get; }
    public int? Goal { get; }
    public DateOnly First => from;
    public DateOnly Today { get; }

    /// <summary>What stands at the upper end of the scale, in the middle and at the lower end.</summary>
    public IReadOnlyList<string> Scale => [.. (discipline.IsRace ? [low, (low + high) / 2, high] : new[] { high, (low + high) / 2, low })
        .Select(figure => figure.ToString("0.#", CultureInfo.InvariantCulture))];

    /// <summary>The points of the line in a field of 100 by 100.</summary>
    public string Line => string.Join(' ', Days.Select(day => $"{X(day)},{Y(day.Best)}"));

    /// <summary>A dot for each day: a line of no length has round ends.</summary>
    public string Dots => string.Concat(Days.Select(day => $"M{X(day)} {Y(day.Best)}h0"));

    public string? GoalLine => Goal is { } wanted ? $"M0 {Y(wanted)}H100" : null;

    /// <summary>Round figures below and above all others, four of them apart at the least.</summary>
    private static (decimal Low, decimal High) Around(decimal least, decimal most)
    {
        var step = Math.Max(1, Math.Ceiling((most - least) / 10)) * 2;
        var low = Math.Max(0, (Math.Floor(least / step) * step) - step);
        return (low, Math.Max(low + (2 * step), (Math.Ceiling(most / step) * step) + step));
    }

    private string X(PracticeDay day) =>
        Written(100m * (day.Day.DayNumber - from.DayNumber) / Math.Max(1, Today.DayNumber - from.DayNumber));

    private string Y(int score)
    {
        var height = 100 * (discipline.FigureOf(score) - low) / (high - low);
        return Written(discipline.IsRace ? height : 100 - height);
    }

    private static string Written(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
