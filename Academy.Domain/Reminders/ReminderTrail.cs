using Academy.Domain.Auditing;
using Academy.Domain.Letters;

namespace Academy.Domain.Reminders;

/// <summary>What the trail tells of here.</summary>
public static class ReminderTrail
{
    public static readonly AuditSubject Reminders = new(nameof(Reminders));

    public static readonly Act ReminderRuleChanged = new(nameof(ReminderRuleChanged));
    public static readonly Act PostHoursChanged = new(nameof(PostHoursChanged));
    public static readonly Act CalendarDaySet = new(nameof(CalendarDaySet));
    public static readonly Act CalendarDayCleared = new(nameof(CalendarDayCleared));

    public static readonly Changes ChangesOfReminders =
        new(Reminders, [ReminderRuleChanged, PostHoursChanged, CalendarDaySet, CalendarDayCleared]);
}

/// <summary>How people are reminded of an occasion.</summary>
internal sealed record ReminderFacts(bool IsOn, IReadOnlyList<int> Days, bool IsMandatory, string Text, string EnglishText) : IFacts
{
    public static ReminderFacts Of(ReminderTerms terms) => new(terms.IsOn, terms.Days, terms.IsMandatory, terms.Text, terms.EnglishText);
}

/// <summary>When people are written to.</summary>
internal sealed record PostHoursFacts(string DigestAt, string QuietFrom, string QuietUntil) : IFacts
{
    public static PostHoursFacts Of(PostHours hours) =>
        new($"{hours.DigestAt:HH:mm}", $"{hours.QuietFrom:HH:mm}", $"{hours.QuietUntil:HH:mm}");
}

/// <summary>What was said of a day.</summary>
internal sealed record CalendarDayFacts(DateOnly Day, bool IsWorked, string DayName) : IFacts
{
    public static CalendarDayFacts Of(CalendarDay day) => new(day.Day, day.IsWorked, day.Name);
}
