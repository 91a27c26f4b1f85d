using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;

namespace Academy.Domain.Assignments;

/// <summary>How a person stands in what is asked of them. What was handed in is as far as one can go until its score is released.</summary>
public enum DutyState { Overdue, Due, HandedIn, Done }

/// <summary>The last day, and the moment of it where something closes then.</summary>
public readonly record struct Deadline(DateOnly Day, DateTimeOffset? At);

/// <summary>Something that one person should or may do: go on with an attempt, take a quiz, or read or sign a course.</summary>
/// <param name="State">Null for what nobody asks for.</param>
/// <param name="Due">By when.</param>
/// <param name="IsPossible">Whether the person can do something about it now.</param>
public abstract record AgendaTask(DutyState? State, Deadline? Due, bool IsPossible);

public sealed record RunningAttempt(QuizState Progress, AttemptSummary Attempt, DutyState? State, Deadline? Due)
    : AgendaTask(State, Due, true);

public sealed record OpenQuiz(QuizState Progress, DutyState? State, Deadline? Due, bool IsPossible) : AgendaTask(State, Due, IsPossible);

public sealed record UnreadCourse(CourseProgress Progress, DutyState? State, Deadline? Due) : AgendaTask(State, Due, true);

/// <summary>A course that is read to its end and asks for a signature yet.</summary>
public sealed record UnsignedCourse(CourseProgress Progress, DutyState? State, Deadline? Due) : AgendaTask(State, Due, true);

/// <summary>What a person has to do, the most pressing first, what is done of it, and what one may do besides.</summary>
public sealed record Agenda(IReadOnlyList<AgendaTask> Tasks, IReadOnlyList<AgendaTask> Finished, IReadOnlyList<AgendaTask> Besides)
{
    public int Done => Finished.Count;

    public int Total => Done + Tasks.Count(task => task.State is not null);

    public AgendaTask? Next => Tasks.FirstOrDefault(task => task.IsPossible);

    public IEnumerable<AgendaTask> Later => Tasks.Where(task => task != Next);
}

public static class AgendaQueries
{
    extension(AcademyDb db)
    {
        public async Task<Agenda> AgendaAsync(long employeeId, BankZone zone, DateTimeOffset now, CancellationToken ct) =>
            new AgendaPlan(zone, now).Of(
                await db.ObligationsAsync(employeeId, zone, now, ct),
                await db.CourseProgressAsync(employeeId, null, ct),
                await db.UnsignedAsync(employeeId, ct),
                await db.QuizStatesAsync(employeeId, now, ct));
    }
}
