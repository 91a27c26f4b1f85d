namespace Academy.Domain.Reminders;

/// <summary>A day that is not what its place in the week says: a holiday, or a day at the weekend that is worked instead.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWorked">Whether it is worked.</param>
/// <param name="Name">What it is called; empty for a day that is worked instead.</param>
/// <param name="EnglishName">The same in English.</param>
public sealed record SpecialDay(DateOnly Day, bool IsWorked, string Name, string EnglishName);

/// <summary>
/// On which days the bank works: from Monday to Friday but for the holidays, and on those days of weekends that are worked instead (调休).
/// </summary>
public sealed class WorkingDays
{
    public static readonly WorkingDays Plain = new([]);

    private readonly Dictionary<DateOnly, SpecialDay> special;

    public WorkingDays(IEnumerable<SpecialDay> special) => this.special = special.ToDictionary(day => day.Day);

    public IEnumerable<SpecialDay> Special => special.Values.OrderBy(day => day.Day);

    public bool IsWorked(DateOnly day) => special.TryGetValue(day, out var said)
        ? said.IsWorked
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The next day after that one which is worked.</summary>
    public DateOnly After(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!IsWorked(day));
        return day;
    }

    /// <summary>The same with what administrators have said of some days.</summary>
    public WorkingDays With(IEnumerable<SpecialDay> said)
    {
        var days = special.ToDictionary();
        foreach (var day in said) days[day.Day] = day;
        return new WorkingDays(days.Values);
    }
}
