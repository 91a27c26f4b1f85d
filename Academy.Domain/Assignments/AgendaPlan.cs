using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;

namespace Academy.Domain.Assignments;

/// <summary>
/// Puts a person's tasks in order: running attempts, what is overdue, what is due, the soonest first. What nobody asks
/// for comes besides; a course's own quiz does when the course is read.
/// </summary>
public sealed class AgendaPlan(BankZone zone, DateTimeOffset now)
{
    private readonly DateOnly today = zone.DayOf(now);

    public Agenda Of(
        IReadOnlyList<Obligation> obligations,
        IReadOnlyList<CourseProgress> courses,
        IReadOnlySet<Subject> toSign,
        IReadOnlyList<QuizState> quizzes)
    {
        var bySubject = obligations.ToLookup(o => o.Duty.Subject);
        var asked = courses.Where(c => bySubject.Contains(c.Subject)).Select(c => TaskOf(c, toSign, [.. bySubject[c.Subject]]))
            .Concat(quizzes.Where(q => bySubject.Contains(q.Quiz.Subject)).Select(q => TaskOf(q, [.. bySubject[q.Quiz.Subject]]))).ToList();
        var runningBesides = quizzes.Where(q => !bySubject.Contains(q.Quiz.Subject)).SelectMany(q => RunningOf(q, null, null)).ToList();
        return new Agenda(
            [.. asked.Where(IsLeft).Concat(runningBesides).OrderBy(PressureOf).ThenBy(MomentOf)],
            [.. asked.Where(task => !IsLeft(task)).OrderBy(task => task.State)],
            [.. Besides(
                [.. courses.Where(c => !bySubject.Contains(c.Subject))],
                toSign,
                [.. quizzes.Where(q => !bySubject.Contains(q.Quiz.Subject))],
                courses)]);
    }

    private static bool IsLeft(AgendaTask task) => task is RunningAttempt || task.State is DutyState.Overdue or DutyState.Due;

    private static bool IsOnlyUnsigned(CourseProgress course, IReadOnlySet<Subject> toSign) => course.IsFinished
        && toSign.Contains(course.Subject);

    private static int PressureOf(AgendaTask task) => task switch
    {
        RunningAttempt => 0,
        { State: DutyState.Overdue } => 1,
        _ => 2,
    };

    private DateTimeOffset MomentOf(AgendaTask task) =>
        task is RunningAttempt running ? running.Attempt.DueAt : EndOf(task.Due!.Value);

    private DateTimeOffset EndOf(Deadline due) => due.At ?? zone.At(due.Day, TimeOnly.MaxValue);

    private AgendaTask TaskOf(CourseProgress course, IReadOnlySet<Subject> toSign, IReadOnlyList<Obligation> obligations)
    {
        var open = obligations.Where(o => !o.IsDone).MinBy(o => o.Duty.DueOn);
        var due = (open ?? obligations.MinBy(o => o.Duty.DueOn)!).Duty.DueOn;
        return open is not null && IsOnlyUnsigned(course, toSign)
            ? new UnsignedCourse(course, StateBy(due), new Deadline(due, null))
            : new UnreadCourse(course, open is null ? DutyState.Done : StateBy(due), new Deadline(due, null));
    }

    private AgendaTask TaskOf(QuizState progress, IReadOnlyList<Obligation> obligations)
    {
        var isReleased = progress.Quiz.Terms.ReleasesScore(now);
        // Whether a paper passed is as secret as its score.
        var open = obligations.Where(o => isReleased ? !o.IsDone : !HasHandedIn(progress, o.Duty)).MinBy(o => o.Duty.DueOn);
        var due = DeadlineOf(progress.Quiz, (open ?? obligations.MinBy(o => o.Duty.DueOn)!).Duty.DueOn);
        var state = open is null ? AfterHandingIn(isReleased) : StateOf(progress.Quiz.Terms, due.Day);
        return RunningOf(progress, state, due).FirstOrDefault()
            ?? (AgendaTask)new OpenQuiz(progress, state, due, progress.Refusal(now) is null);
    }

    private static DutyState AfterHandingIn(bool isReleased) => isReleased ? DutyState.Done : DutyState.HandedIn;

    private DutyState StateOf(QuizTerms terms, DateOnly due) => terms.IsClosed(now) ? DutyState.Overdue : StateBy(due);

    private bool HasHandedIn(QuizState progress, Duty duty) =>
        progress.Attempts.Any(a => a.SubmittedAt is { } at && duty.Counts(zone.DayOf(at)));

    private Deadline DeadlineOf(QuizOutline quiz, DateOnly day) =>
        quiz.Terms.ClosesAt is { } closes && zone.DayOf(closes) <= day ? new Deadline(zone.DayOf(closes), closes) : new Deadline(day, null);

    private DutyState StateBy(DateOnly due) => due < today ? DutyState.Overdue : DutyState.Due;

    private IEnumerable<RunningAttempt> RunningOf(QuizState progress, DutyState? state, Deadline? due)
    {
        if (progress.Running(now) is { } attempt) yield return new RunningAttempt(progress, attempt, state, due);
    }

    private IEnumerable<AgendaTask> Besides(
        List<CourseProgress> courses, IReadOnlySet<Subject> toSign, List<QuizState> quizzes, IReadOnlyList<CourseProgress> all)
    {
        var read = all.Where(c => c.IsFinished).Select(c => c.Slug).ToHashSet();
        var open = quizzes.Where(q => !q.HasPassed && q.Running(now) is null && q.Refusal(now) is null).ToList();
        return
        [
            .. open.Where(q => q.Quiz.Terms.ClosesAt is not null).OrderBy(q => q.Quiz.Terms.ClosesAt)
                .Select(q => new OpenQuiz(q, null, new Deadline(zone.DayOf(q.Quiz.Terms.ClosesAt!.Value), q.Quiz.Terms.ClosesAt), true)),
            .. open.Where(q => q.Quiz.Terms.ClosesAt is null && (q.Quiz.Terms.Course is null || read.Contains(q.Quiz.Terms.Course)))
                .Select(q => new OpenQuiz(q, null, null, true)),
            .. courses.Where(c => IsOnlyUnsigned(c, toSign)).Select(c => new UnsignedCourse(c, null, null)),
            .. courses.Where(c => !c.IsFinished).OrderByDescending(c => c.IsBegun).Select(c => new UnreadCourse(c, null, null)),
        ];
    }
}
