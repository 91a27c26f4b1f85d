using Academy.Domain.Learning;
using Academy.Domain.Questions;
using Academy.Domain.Quizzes;
using Academy.Domain.Reminders;

namespace Academy.Tests.Reminders;

public class AgendaTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, string, int, int> Situations => new()
    {
        { "Nothing to do", "", "", 0, 0 },
        { "A running attempt comes first", "fresh begun closing:1 running:9", "running:9 closing:1 begun fresh", 0, 4 },
        { "Of two running attempts the one that ends first", "running:9 running:3", "running:3 running:9", 0, 2 },
        { "The soonest closing comes next", "closing:5 closing:1 closing:3", "closing:1 closing:3 closing:5", 0, 3 },
        { "A course begun comes before one not begun", "fresh begun", "begun fresh", 0, 2 },
        { "Courses of the same kind keep their order", "fresh:1 fresh:2 begun:1 begun:2", "begun:1 begun:2 fresh:1 fresh:2", 0, 4 },
        { "A course that is read is done", "read fresh", "fresh", 1, 2 },
        { "The quiz of a course waits until the course is read", "begun:1 quiz-of:begun:1", "begun:1", 0, 2 },
        { "The quiz of a course comes before other courses once it is read", "read:1 quiz-of:read:1 begun", "quiz-of:read:1 begun", 1, 3 },
        { "A quiz that closes comes before the quiz of a course", "read:1 quiz-of:read:1 closing:2", "closing:2 quiz-of:read:1", 1, 3 },
        { "What is passed is gone and counted", "passed fresh", "fresh", 1, 2 },
        { "What is failed comes again", "failed", "failed", 0, 1 },
        { "Without attempts left there is nothing to do", "used-up fresh", "fresh", 0, 2 },
        { "A quiz that is not open yet is not counted", "early fresh", "fresh", 0, 1 },
        { "A quiz that is over is not counted", "over passed-and-over fresh", "fresh", 0, 1 },
    };

    [Theory, MemberData(nameof(Situations))]
    public void The_next_step_comes_first(string rule, string situation, string order, int done, int total)
    {
        var words = situation.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var agenda = AgendaQueries.Plan([.. words.Select(Course).OfType<CourseStanding>()], [.. words.Select(Quiz).OfType<QuizStanding>()], Now);

        Assert.Equal((rule, order, done, total), (rule, string.Join(' ', agenda.Tasks.Select(NameOf)), agenda.Done, agenda.Total));
        Assert.Equal(agenda.Tasks, agenda.Next is null ? [] : [agenda.Next, .. agenda.Later]);
    }

    [Fact]
    public void A_task_says_by_when()
    {
        var agenda = AgendaQueries.Plan([Course("fresh")!], [Quiz("closing:2")!, Quiz("running:9")!], Now);

        Assert.Equal([Now.AddMinutes(9), Now.AddDays(2), null], agenda.Tasks.Select(task => task.DueAt));
    }

    private static string NameOf(AgendaTask task) => task switch
    {
        RunningAttempt running => running.Standing.Quiz.Slug,
        OpenQuiz quiz => quiz.Standing.Quiz.Slug,
        UnreadCourse course => course.Standing.Slug,
        _ => throw new InvalidOperationException(),
    };

    private static CourseStanding? Course(string word) => word.Split(':')[0] switch
    {
        "fresh" => Course(word, furthest: 0, isFinished: false),
        "begun" => Course(word, furthest: 1, isFinished: false),
        "read" => Course(word, furthest: 3, isFinished: true),
        _ => null,
    };

    private static CourseStanding Course(string slug, int furthest, bool isFinished) =>
        new(slug, slug, slug, "", 1, default, [new LessonStanding("only", "Only", 1, TimeSpan.FromMinutes(5), 3, furthest, isFinished)]);

    private static QuizStanding? Quiz(string word) => (word.Split(':')[0], int.TryParse(word.Split(':')[^1], out var number) ? number : 0) switch
    {
        ("running", _) => Quiz(word, closesIn: 20, attempts: [Summary(number, null)]),
        ("closing", _) => Quiz(word, closesIn: number),
        ("quiz-of", _) => Quiz(word, course: word["quiz-of:".Length..]),
        ("passed", _) => Quiz(word, closesIn: 2, attempts: [Summary(0, 50), Summary(0, 90)]),
        ("failed", _) => Quiz(word, closesIn: 2, attempts: [Summary(0, 50)]),
        ("used-up", _) => Quiz(word, closesIn: 2, attempts: [Summary(0, 50), Summary(0, 60)]),
        ("early", _) => Quiz(word, opensIn: 1, closesIn: 2),
        ("over", _) => Quiz(word, closesIn: 0),
        ("passed-and-over", _) => Quiz(word, closesIn: -1, attempts: [Summary(0, 90)]),
        _ => null,
    };

    private static QuizStanding Quiz(string slug, int? opensIn = null, int? closesIn = null, string? course = null, params IReadOnlyList<AttemptSummary> attempts) => new(
        new Quiz(slug)
        {
            Title = slug,
            Description = "",
            Course = course,
            Blueprint = new Blueprint([], false, false),
            TimeLimit = TimeSpan.FromMinutes(20),
            PassPoints = Points.Of(80),
            AttemptsAllowed = 2,
            OpensAt = opensIn is { } opens ? Now.AddDays(opens) : null,
            ClosesAt = closesIn is { } closes ? Now.AddDays(closes) : null,
        },
        attempts);

    private static AttemptSummary Summary(int minutesLeft, int? score) => new(
        1, 1, Now.AddHours(-1), Now.AddMinutes(minutesLeft), score is null ? null : Now.AddMinutes(-30), score is { } points ? Points.Of(points) : null, Points.Of(100), score >= 80);
}
