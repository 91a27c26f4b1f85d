using System.Globalization;
using Academy.Domain.Learning;

namespace Academy.Domain.Assignments;

public enum Recurrence { None, EveryQuarter, EveryYear }

/// <summary>
/// Whom an assignment is for: the people named, and whoever works in one of the branches or below
/// it at one of the positions.
/// </summary>
/// <param name="People">Employees by id.</param>
/// <param name="Branches">Branches by id, each with its subtree; none means every branch if there are positions.</param>
/// <param name="Positions">Positions by id; none means every position if there are branches.</param>
public sealed record Audience(IReadOnlyList<long> People, IReadOnlyList<long> Branches, IReadOnlyList<long> Positions)
{
    public bool IsEmpty => People.Count + Branches.Count + Positions.Count == 0;
}

/// <summary>Who must finish what by when (学习任务), once or again every quarter or year.</summary>
public sealed class Assignment
{
    private Assignment() { }

    public Assignment(
        Subject subject,
        Audience audience,
        DateOnly startsOn,
        DateOnly dueOn,
        Recurrence recurrence,
        int newcomerDays,
        long madeById,
        DateTimeOffset now)
    {
        (SubjectKind, SubjectId) = (subject.Kind, subject.Id);
        MadeById = madeById;
        MadeAt = now;
        Change(audience, startsOn, dueOn, recurrence, newcomerDays);
    }

    public long Id { get; private set; }
    public SubjectKind SubjectKind { get; private set; }
    public long SubjectId { get; private set; }
    public Audience Audience { get; private set; } = new([], [], []);

    /// <summary>The first day of the first period.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day of the first period on which it is done in time.</summary>
    public DateOnly DueOn { get; private set; }
    public Recurrence Recurrence { get; private set; }

    /// <summary>How many days whoever comes into it later, or back from leave, has at the least.</summary>
    public int NewcomerDays { get; private set; }

    public long MadeById { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The day from which it is asked of nobody.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public Subject Subject => new(SubjectKind, SubjectId);

    /// <summary>What the trail finds it by.</summary>
    public string Key => Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes effect at once for everybody.</summary>
    public void Change(Audience audience, DateOnly startsOn, DateOnly dueOn, Recurrence recurrence, int newcomerDays)
    {
        Audience = audience;
        StartsOn = startsOn;
        DueOn = dueOn;
        Recurrence = recurrence;
        NewcomerDays = newcomerDays;
    }

    public void Withdraw(DateOnly today) => WithdrawnOn ??= today;
}
