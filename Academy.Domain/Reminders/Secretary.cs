using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

public enum ReminderRefusal
{
    MayNotKeep, ChangedMeanwhile, DaysMissing, DaysOutOfRange, TextTooLong, UnknownPlaceholder,
    HoursImpossible, DayOutOfRange, NameTooLong, NotYoursToChoose,
}

/// <summary>Keeps how and when people are reminded; and of everybody, by which channels they want to be told.</summary>
public sealed class Secretary(AcademyDb db, BankZone zone, TimeProvider clock)
{
    public const int YearsAround = 2;

    /// <param name="occasion">What people are reminded of.</param>
    /// <param name="seen">The terms that the actor saw, as <see cref="ReminderTerms.AsSeen"/> tells them.</param>
    /// <param name="terms">What they are to become.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<ReminderRefusal?> ChangeRuleAsync(
        Occasion occasion, string? seen, ReminderTerms terms, Actor by, CancellationToken ct)
    {
        var wanted = terms.Cleaned();
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return ReminderRefusal.MayNotKeep;

        var rule = await db.ReminderRules.SingleOrDefaultAsync(r => r.Occasion == occasion, ct);
        var held = rule?.Terms ?? ReminderTerms.Usual(occasion);
        if (held.AsSeen() == wanted.AsSeen()) return null;
        if (held.AsSeen() != seen) return ReminderRefusal.ChangedMeanwhile;
        if (wanted.Refusal(occasion) is { } refusal) return refusal;

        if (rule is null) db.Add(new ReminderRule(occasion, wanted));
        else rule.Change(wanted);
        Record(by, ReminderTrail.ReminderRuleChanged, $"{occasion}", ReminderFacts.Of(held), ReminderFacts.Of(wanted));
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<ReminderRefusal?> SetHoursAsync(string? seen, PostHours hours, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return ReminderRefusal.MayNotKeep;

        var row = await db.Set<SetHours>().SingleOrDefaultAsync(ct);
        var held = row?.Hours ?? PostHours.Usual;
        if (held == hours) return null;
        if (held.AsSeen() != seen) return ReminderRefusal.ChangedMeanwhile;
        if (!hours.IsPossible) return ReminderRefusal.HoursImpossible;

        if (row is null) db.Add(new SetHours(hours));
        else row.Change(hours);
        Record(by, ReminderTrail.PostHoursChanged, "hours", PostHoursFacts.Of(held), PostHoursFacts.Of(hours));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Says of a day whether it is worked, whatever the week and the announced holidays say.</summary>
    public async Task<ReminderRefusal?> SetDayAsync(DateOnly on, bool isWorked, string name, Actor by, CancellationToken ct)
    {
        var called = OneLine.Of(name);
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return ReminderRefusal.MayNotKeep;
        if (Math.Abs(on.Year - zone.DayOf(clock.GetUtcNow()).Year) > YearsAround) return ReminderRefusal.DayOutOfRange;
        if (called.Length > CalendarDay.LongestName) return ReminderRefusal.NameTooLong;

        var day = await db.CalendarDays.SingleOrDefaultAsync(d => d.Day == on, ct);
        var before = day is null ? null : CalendarDayFacts.Of(day);
        if (day is null) db.Add(day = new CalendarDay(on, isWorked, called));
        else if (day.IsWorked == isWorked && day.Name == called) return null;
        else day.Change(isWorked, called);
        Record(by, ReminderTrail.CalendarDaySet, KeyOf(on), before, CalendarDayFacts.Of(day));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Has a day be again what the week and the announced holidays say.</summary>
    public async Task<ReminderRefusal?> ClearDayAsync(DateOnly on, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return ReminderRefusal.MayNotKeep;
        if (await db.CalendarDays.SingleOrDefaultAsync(d => d.Day == on, ct) is not { } day) return null;

        db.Remove(day);
        Record(by, ReminderTrail.CalendarDayCleared, KeyOf(on), CalendarDayFacts.Of(day), null);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Has somebody told by those channels of what is theirs to choose.</summary>
    public async Task<ReminderRefusal?> ChooseAsync(
        long employeeId, IReadOnlyDictionary<Occasion, Channels> choices, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var rules = await db.RuleBookAsync(ct);
        if (choices.Keys.Any(occasion => rules[occasion].IsMandatory)) return ReminderRefusal.NotYoursToChoose;

        var held = await db.ReminderChoices.Where(c => c.EmployeeId == employeeId).ToDictionaryAsync(c => c.Occasion, ct);
        foreach (var (occasion, channels) in choices)
        {
            if (held.TryGetValue(occasion, out var choice)) choice.Change(channels);
            else db.Add(new ReminderChoice(employeeId, occasion, channels));
        }

        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Makes the secret address of somebody's dates, and ends the one before. It is told this once.</summary>
    public async Task<string> RenewFeedAsync(long employeeId, string language, CancellationToken ct)
    {
        var secret = CalendarFeed.NewSecret();
        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.EmployeeId == employeeId, ct) is { } feed)
            feed.Renew(secret, language, now);
        else db.Add(new CalendarFeed(employeeId, secret, language, now));
        await turn.CommitAsync(ct);
        return secret;
    }

    public async Task EndFeedAsync(long employeeId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        await db.CalendarFeeds.Where(f => f.EmployeeId == employeeId).ExecuteDeleteAsync(ct);
        await turn.CommitAsync(ct);
    }

    private void Record(Actor by, Act act, string key, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(by, clock.GetUtcNow(), act, ReminderTrail.Reminders, key, key, before, after));

    private static string KeyOf(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
