using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;

namespace Academy.Domain.Competitions.Practice;

/// <summary>How somebody stands in a drill.</summary>
/// <param name="Discipline">Which.</param>
/// <param name="LastDay">The last day on which it was done; null for never.</param>
/// <param name="Best">The best score that counts; null for none.</param>
/// <param name="Next">The next level; null on the highest, and where there are none.</param>
/// <param name="Goal">The score aimed at; null for none.</param>
public sealed record DrillStanding(Discipline Discipline, DateOnly? LastDay, int? Best, Level? Next, int? Goal);

public enum SuggestionKind { CloseToGoal, CloseToLevel, LongAgo }

/// <summary>
/// The one small thing to practice: a goal that is near, else a level that is near, else what was not practiced for long. What was done
/// today is left alone, and so is what somebody never tried.
/// </summary>
/// <param name="Kind">Why.</param>
/// <param name="Standing">How the person stands in it.</param>
public sealed record Suggestion(SuggestionKind Kind, DrillStanding Standing)
{
    public const int DaysOfPause = 14;

    /// <summary>Near is a tenth of what is wanted.</summary>
    private const int NearShare = 10;

    /// <summary>Null when there is nothing to say.</summary>
    public static Suggestion? Of(IReadOnlyList<DrillStanding> standings, DateOnly today)
    {
        var open = standings.Where(s => s.LastDay < today).ToList();
        return Nearest(open, SuggestionKind.CloseToGoal, s => s.Goal)
            ?? Nearest(open, SuggestionKind.CloseToLevel, s => s.Next?.Score)
            ?? LongestAgo(open, today);
    }

    private static Suggestion? Nearest(IEnumerable<DrillStanding> open, SuggestionKind kind, Func<DrillStanding, int?> wanted) =>
    (
        from standing in open
        where standing.Best is not null && wanted(standing) is not null
        let best = standing.Best!.Value
        let goal = wanted(standing)!.Value
        where !standing.Discipline.Reaches(best, goal) && Math.Abs(goal - best) * (long)NearShare <= goal
        orderby Math.Abs(goal - best) / (decimal)goal
        select new Suggestion(kind, standing)).FirstOrDefault();

    private static Suggestion? LongestAgo(IEnumerable<DrillStanding> open, DateOnly today) => open
        .Where(standing => today.DayNumber - standing.LastDay!.Value.DayNumber >= DaysOfPause)
        .OrderBy(standing => standing.LastDay)
        .Select(standing => new Suggestion(SuggestionKind.LongAgo, standing))
        .FirstOrDefault();
}
