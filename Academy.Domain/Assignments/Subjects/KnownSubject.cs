using Academy.Domain.Data;
using Academy.Domain.Learning;

namespace Academy.Domain.Assignments.Subjects;

/// <summary>Something that people can be asked to finish, in the words that lists, letters and addresses have for it.</summary>
/// <param name="Subject">Which one.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="ShortTitle">The same for the head of a column.</param>
/// <param name="LeastEdition">The edition that counts; 0 when any does.</param>
/// <param name="ReleaseAt">When it may be known who has passed; null for always.</param>
/// <param name="IsOffered">Whether it can be asked of people who were not asked yet.</param>
/// <param name="Counts">Whether those who are asked for it have to finish it now.</param>
public sealed record KnownSubject(
    Subject Subject,
    string Slug,
    string Title,
    string ShortTitle,
    int LeastEdition,
    DateTimeOffset? ReleaseAt,
    bool IsOffered,
    bool Counts)
{
    /// <summary>From when on nobody can finish it any more; null for never.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    public bool IsClosed(DateTimeOffset now) => ClosesAt <= now;

    /// <summary>The last day on which it can be finished in time, of those who have until a day.</summary>
    public DateOnly LastDay(DateOnly due, BankZone zone) => ClosesAt is { } closes && zone.DayOf(closes) < due ? zone.DayOf(closes) : due;
}

/// <summary>How far somebody is with a subject.</summary>
/// <param name="Done">How many of its parts they have finished, or how often they have tried.</param>
/// <param name="Parts">How many parts there are; 0 for what has none.</param>
public readonly record struct Headway(int Done, int Parts);

/// <summary>Somebody has handed something in.</summary>
public sealed record HandedIn(long EmployeeId, DateTimeOffset At);
