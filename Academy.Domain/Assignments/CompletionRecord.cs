using System.Collections.Concurrent;
using Academy.Domain.Learning;

namespace Academy.Domain.Assignments;

/// <summary>When everybody finished what, and which edition of it.</summary>
internal sealed class CompletionRecord
{
    private readonly Dictionary<Subject, Dictionary<long, (DateOnly Day, int Edition)[]>> completions = [];

    /// <summary>Keeps a completion unless another is as late and as new.</summary>
    public void Add(long employeeId, Subject subject, DateOnly day, int edition)
    {
        if (!completions.TryGetValue(subject, out var people)) people = completions[subject] = [];
        var known = people.GetValueOrDefault(employeeId, []);
        if (known.Any(k => k.Day >= day && k.Edition >= edition)) return;

        people[employeeId] = [.. known.Where(k => k.Day > day || k.Edition > edition), (day, edition)];
    }

    public bool Does(Duty duty, long employeeId, int leastEdition)
    {
        if (!completions.TryGetValue(duty.Subject, out var people) || !people.TryGetValue(employeeId, out var known)) return false;

        foreach (var (day, edition) in known) if (duty.IsDoneBy(day, edition, leastEdition)) return true;
        return false;
    }
}

/// <summary>Who was last nudged when about what. Pages look into it while the ledger adds to it.</summary>
internal sealed class NudgeRecord
{
    private readonly ConcurrentDictionary<(long EmployeeId, string Subject), (DateTimeOffset At, DateOnly Day)> nudges = [];

    public void Add(long employeeId, string subject, DateTimeOffset at, DateOnly day) => nudges[(employeeId, subject)] = (at, day);

    public DateTimeOffset? Last(long employeeId, string subject) =>
        nudges.TryGetValue((employeeId, subject), out var nudge) ? nudge.At : null;

    public bool IsOn(DateOnly day, long employeeId, string subject) => nudges.TryGetValue((employeeId, subject), out var nudge)
        && nudge.Day == day;
}
