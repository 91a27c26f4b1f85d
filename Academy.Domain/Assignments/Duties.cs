using Academy.Domain.Learning;
using Academy.Domain.People;

namespace Academy.Domain.Assignments;

/// <summary>One round of an assignment; an assignment that does not recur has only the first.</summary>
/// <param name="Number">0 for the first.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="DueOn">The last day on which it is done in time.</param>
public readonly record struct Period(int Number, DateOnly StartsOn, DateOnly DueOn);

/// <summary>
/// What one person has to finish, and the last day for this person: later than the period's for who came into it
/// afterwards. Several assignments may ask for the same subject; it is done when each of these duties is.
/// </summary>
public sealed record Duty(Assignment Assignment, Period Period, DateOnly DueOn)
{
    /// <summary>The day since which it is asked of the person, where that is known.</summary>
    public DateOnly Since { get; init; } = Period.StartsOn;

    public Subject Subject => Assignment.Subject;

    public bool IsOverdue(DateOnly today) => DueOn < today;
}

/// <summary>
/// The rules of who must finish what by when. Nothing of it is stored: it follows from the assignments and from where
/// people work, so that a change of either holds at once.
/// </summary>
public static class Duties
{
    /// <summary>What the person has to do on the day; nobody who is on leave or has left has anything.</summary>
    public static IReadOnlyList<Duty> On(
        DateOnly day, long employeeId, IReadOnlyList<Posting> postings, IEnumerable<Assignment> assignments, Organization organization) =>
        [.. assignments.Select(assignment => DutyOn(day, employeeId, postings, assignment, organization)).OfType<Duty>()];

    /// <summary>The period that the day is in: the latest that has started. None before the first and once it is withdrawn.</summary>
    public static Period? PeriodOn(this Assignment assignment, DateOnly day)
    {
        if (day < assignment.StartsOn || assignment.WithdrawnOn <= day) return null;

        var months = assignment.Recurrence.Months();
        var number = months > 0 ? WholeMonths(assignment.StartsOn, day) / months : 0;
        return new Period(number, assignment.StartsOn.AddMonths(number * months), assignment.DueOn.AddMonths(number * months));
    }

    /// <summary>Whether the assignment is for somebody who works there as that.</summary>
    public static bool Covers(this Audience audience, long employeeId, long branchId, long positionId, Organization organization) =>
        audience.People.Contains(employeeId)
        || (audience.Branches.Count + audience.Positions.Count > 0
            && (audience.Branches.Count == 0 || audience.Branches.Any(above => organization.IsWithin(branchId, above)))
            && (audience.Positions.Count == 0 || audience.Positions.Contains(positionId)));

    /// <summary>
    /// Whether a completion does the duty. Once is enough when the assignment does not recur, even before it was made;
    /// otherwise it takes one in the period.
    /// </summary>
    /// <param name="duty">The duty.</param>
    /// <param name="completedOn">The day of the completion by the bank's clock.</param>
    /// <param name="edition">The edition that was completed.</param>
    /// <param name="leastEdition">The edition that the course asks for, <see cref="Course.LeastEdition"/>; 0 for a quiz.</param>
    public static bool IsDoneBy(this Duty duty, DateOnly completedOn, int edition, int leastEdition) =>
        edition >= leastEdition && duty.Counts(completedOn);

    /// <summary>Whether what is done on the day is done for the duty.</summary>
    public static bool Counts(this Duty duty, DateOnly day) =>
        duty.Assignment.Recurrence == Recurrence.None || day >= duty.Period.StartsOn;

    /// <summary>The months from one period to the next; 0 when there is none.</summary>
    public static int Months(this Recurrence recurrence) => recurrence switch
    {
        Recurrence.EveryQuarter => 3,
        Recurrence.EveryYear => 12,
        _ => 0,
    };

    private static Duty? DutyOn(
        DateOnly day, long employeeId, IReadOnlyList<Posting> postings, Assignment assignment, Organization organization)
    {
        if (assignment.PeriodOn(day) is not { } period) return null;
        if (InItSince(day, postings, posting => IsIn(posting, employeeId, assignment.Audience, organization)) is not { } since) return null;

        var due = since > period.StartsOn ? Later(period.DueOn, since.AddDays(assignment.NewcomerDays)) : period.DueOn;
        return new Duty(assignment, period, due) { Since = Later(period.StartsOn, since) };
    }

    private static bool IsIn(Posting posting, long employeeId, Audience audience, Organization organization) =>
        posting.Employment == Employment.Active && audience.Covers(employeeId, posting.BranchId, posting.PositionId, organization);

    /// <summary>
    /// The first day of the unbroken run of postings in the audience that reaches the day; null
    /// when that day's is not in it.
    /// </summary>
    private static DateOnly? InItSince(DateOnly day, IReadOnlyList<Posting> postings, Predicate<Posting> isIn)
    {
        DateOnly? since = null;
        foreach (var posting in postings.Where(p => p.From <= day).OrderByDescending(p => p.From))
        {
            if (!isIn(posting)) break;
            since = posting.From;
        }

        return since;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>How many whole months after the first day the second is, counted as <see cref="DateOnly.AddMonths"/> counts them.</summary>
    private static int WholeMonths(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) <= to ? months : months - 1;
    }
}
