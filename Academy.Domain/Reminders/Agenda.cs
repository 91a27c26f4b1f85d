using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;

namespace Academy.Domain.Reminders;

/// <summary>Something that one person should do: go on with an attempt, take a quiz, or read a course.</summary>
public abstract record AgendaTask(DateTimeOffset? DueAt);

public sealed record RunningAttempt(QuizStanding Standing, AttemptSummary Attempt) : AgendaTask(Attempt.DueAt);

public sealed record OpenQuiz(QuizStanding Standing) : AgendaTask(Standing.Quiz.ClosesAt);

public sealed record UnreadCourse(CourseStanding Standing) : AgendaTask((DateTimeOffset?)null);

/// <summary>What a person has to do, the next step first, and how much is done already.</summary>
public sealed record Agenda(IReadOnlyList<AgendaTask> Tasks, int Done, int Total)
{
    public AgendaTask? Next => Tasks.Count > 0 ? Tasks[0] : null;

    public IEnumerable<AgendaTask> Later => Tasks.Skip(1);
}

public static class AgendaQueries
{
    extension(AcademyDb db)
    {
        public async Task<Agenda> AgendaAsync(long employeeId, DateTimeOffset now, CancellationToken ct) =>
            Plan(await db.CourseStandingsAsync(employeeId, null, ct), await db.QuizStandingsAsync(employeeId, now, ct), now);
    }

    /// <summary>
    /// Running attempts come first, then quizzes that close, the soonest first, then courses begun, then courses not
    /// begun. A course's own quiz comes up when the course is read.
    /// </summary>
    public static Agenda Plan(IReadOnlyList<CourseStanding> courses, IReadOnlyList<QuizStanding> quizzes, DateTimeOffset now)
    {
        var read = courses.Where(c => c.IsFinished).Select(c => c.Slug).ToHashSet();
        var counted = quizzes.Where(q => q.Quiz.IsOpen(now)).ToList();
        var running = quizzes.SelectMany(q => q.Running(now) is { } attempt ? new[] { new RunningAttempt(q, attempt) } : []).ToList();
        var open = counted.Where(q => !q.HasPassed && q.Running(now) is null && q.Objection(now) is null).ToList();
        return new Agenda(
            [
                .. running.OrderBy(r => r.DueAt),
                .. open.Where(q => q.Quiz.ClosesAt is not null).OrderBy(q => q.Quiz.ClosesAt).Select(q => new OpenQuiz(q)),
                .. open.Where(q => q.Quiz.ClosesAt is null && (q.Quiz.Course is null || read.Contains(q.Quiz.Course))).Select(q => new OpenQuiz(q)),
                .. courses.Where(c => !c.IsFinished).OrderByDescending(c => c.IsBegun).Select(c => new UnreadCourse(c)),
            ],
            courses.Count(c => c.IsFinished) + counted.Count(q => q.HasPassed),
            courses.Count + counted.Count);
    }
}
