namespace Academy.Domain.Reminders;

/// <summary>
/// Which reminder stands on a day, for something that comes to its day or waits since one. It follows from days alone: whoever missed
/// some days finds the one that stands now, and nobody is told of those that it has overtaken.
/// </summary>
public static class Marks
{
    /// <summary>
    /// So many days before; null where none stands yet, or the day is over. What falls on days off is told on the last day that is worked
    /// before them.
    /// </summary>
    /// <param name="days">So many days before something is told.</param>
    /// <param name="of">The day that it is about.</param>
    /// <param name="today">A day that is worked.</param>
    /// <param name="next">The next day that is.</param>
    /// <param name="knownSince">The day on which the person knew of it anyway: what stood by then is not told.</param>
    public static int? Before(IEnumerable<int> days, DateOnly of, DateOnly today, DateOnly next, DateOnly knownSince)
    {
        if (of < today) return null;

        int? standing = null;
        foreach (var mark in days)
        {
            if (of.AddDays(-mark) < next && (standing is null || mark < standing)) standing = mark;
        }

        return standing is { } found && of.AddDays(-found) > knownSince ? found : null;
    }

    /// <summary>
    /// How often it was told before, for what waits since a day and is told again after so many; null on that day itself.
    /// </summary>
    public static int? Since(DateOnly day, DateOnly today, int every) =>
        today > day ? (today.DayNumber - day.DayNumber - 1) / every : null;

    /// <summary>Whether something that happened on a day is still worth telling.</summary>
    public static bool IsNews(DateOnly happenedOn, DateOnly today) =>
        happenedOn <= today && today.DayNumber - happenedOn.DayNumber < NewsDays;

    /// <summary>What happened longer ago is told to nobody any more.</summary>
    public const int NewsDays = 14;
}
