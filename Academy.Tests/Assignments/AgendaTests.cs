using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;

namespace Academy.Tests.Assignments;

public class AgendaTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly BankZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>What is asked: words with + and the days until they are due.</summary>
    public static TheoryData<string, string, string, string, string> Situations => new()
    {
        { "Nothing to do", "", "", "", "" },
        { "Nothing is asked: everything comes besides", "fresh begun closing:1", "", "", "closing:1 begun fresh" },
        { "A running attempt comes first, asked for or not", "fresh+0 running:9", "running:9 fresh", "", "" },
        { "Of two running attempts the one that ends first", "running:9 running:3", "running:3 running:9", "", "" },
        { "What is overdue comes before what is due", "fresh:1+2 fresh:2+-1", "fresh:2 fresh:1", "", "" },
        { "The longest overdue comes first", "fresh:1+-1 fresh:2+-9", "fresh:2 fresh:1", "", "" },
        { "The soonest due comes first", "fresh:1+8 begun+3 closing:5+9", "begun closing:5 fresh:1", "", "" },
        { "What closes on a day comes before what has all that day", "fresh+5 closing:5+5", "closing:5 fresh", "", "" },
        { "A course that is done is finished", "read+3 fresh+9", "fresh", "read", "" },
        { "A course that is read and not signed is to be signed", "unsigned+3 fresh+9", "sign:unsigned fresh", "", "" },
        { "So it is when nobody asks for it", "unsigned fresh", "", "", "sign:unsigned fresh" },
        { "What is not read yet is to be read first", "unsigned-begun+3", "unsigned-begun", "", "" },
        { "A quiz that is passed is finished", "passed+3", "", "passed", "" },
        { "What is failed is asked still", "failed+3", "failed", "", "" },
        { "Without a score nobody can tell passed from failed", "secret:1+3 secret:0+3", "", "secret:1 secret:0", "" },
        { "A secret quiz that nobody handed in is due", "secret+3", "secret", "", "" },
        { "A quiz that is over and not passed is overdue", "over+4", "over", "", "" },
        { "The quiz of a course waits until the course is read", "begun:1 quiz-of:begun:1", "", "", "begun:1" },
        { "The quiz of a course is offered when the course is read", "read:1 quiz-of:read:1", "", "", "quiz-of:read:1" },
    };

    [Theory, MemberData(nameof(Situations))]
    public void The_most_pressing_comes_first(string rule, string situation, string tasks, string finished, string besides)
    {
        var asked = situation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('+')).ToList();
        var courses = asked
            .Select((word, i) => Course(word[0]) is { } course ? course with { Subject = new Subject(SubjectKind.Course, i + 1) } : null)
            .OfType<CourseProgress>()
            .ToList();
        var unsigned = courses.Where(c => c.Slug.StartsWith("unsigned", StringComparison.Ordinal)).Select(c => c.Subject).ToHashSet();
        var quizzes = asked.Select((word, i) => Quiz(word[0], i + 1)).OfType<QuizState>().ToList();
        var obligations = asked.Select((word, i) => word.Length == 1 ? null : Asked(
            new Subject(Course(word[0]) is null ? SubjectKind.Quiz : SubjectKind.Course, i + 1),
            int.Parse(word[1], System.Globalization.CultureInfo.InvariantCulture),
            isDone: word[0].Split(':')[0] is "read" or "passed" || word[0] == "secret:1")).OfType<Obligation>().ToList();

        var agenda = new AgendaPlan(Zone, Now).Of(obligations, courses, unsigned, quizzes);

        Assert.Equal((rule, tasks, finished, besides), (rule, Names(agenda.Tasks), Names(agenda.Finished), Names(agenda.Besides)));
        Assert.Equal(obligations.Count, agenda.Total);
        Assert.Equal(agenda.Finished.Count, agenda.Done);
    }

    [Fact]
    public void The_next_step_is_one_that_can_be_taken()
    {
        var agenda = new AgendaPlan(Zone, Now).Of(
            [Asked(new Subject(SubjectKind.Quiz, 1), 1, false), Asked(new Subject(SubjectKind.Course, 2), 9, false)],
            [Course("fresh")! with { Subject = new Subject(SubjectKind.Course, 2) }], new HashSet<Subject>(), [Quiz("over", 1)!]);

        Assert.Equal("fresh", NameOf(agenda.Next!));
        Assert.Equal("over", Names(agenda.Later));
    }

    [Fact]
    public void Of_several_assignments_of_one_course_the_open_one_that_is_due_first_counts()
    {
        var subject = new Subject(SubjectKind.Course, 1);
        var agenda = new AgendaPlan(Zone, Now).Of(
            [Asked(subject, 1, true), Asked(subject, 9, false), Asked(subject, 5, false)],
            [Course("fresh")! with { Subject = subject }],
            new HashSet<Subject>(),
            []);

        Assert.Equal(new Deadline(Today.AddDays(5), null), Assert.Single(agenda.Tasks).Due);
    }

    private static string Names(IEnumerable<AgendaTask> tasks) => string.Join(' ', tasks.Select(NameOf));

    private static Obligation Asked(Subject subject, int days, bool isDone)
    {
        var assignment = new Assignment(
            subject, new Audience([1], [], []), Today.AddDays(-30), Today.AddDays(days), Recurrence.None, 0, 1, Now);
        return new Obligation(new Duty(assignment, assignment.PeriodOn(Today)!.Value, Today.AddDays(days)), isDone);
    }

    private static string NameOf(AgendaTask task) => task switch
    {
        RunningAttempt running => running.Progress.Quiz.Slug,
        OpenQuiz quiz => quiz.Progress.Quiz.Slug,
        UnsignedCourse course => $"sign:{course.Progress.Slug}",
        UnreadCourse course => course.Progress.Slug,
        _ => throw new InvalidOperationException(),
    };

    private static CourseProgress? Course(string word) => word.Split(':')[0] switch
    {
        "fresh" => Course(word, furthest: 0, isFinished: false),
        "begun" or "unsigned-begun" => Course(word, furthest: 1, isFinished: false),
        "read" or "unsigned" => Course(word, furthest: 3, isFinished: true),
        _ => null,
    };

    private static CourseProgress Course(string slug, int furthest, bool isFinished) =>
        new(slug, slug, slug, "", 1, default, [new LessonProgress("only", "Only", 1, TimeSpan.FromMinutes(5), 3, furthest, isFinished)]);

    private static QuizState? Quiz(string word, long id)
    {
        if (Quiz(word) is not { } progress) return null;

        var release = word.StartsWith("secret", StringComparison.Ordinal) ? Release.AfterClosing : Release.OnSubmission;
        return progress with { Quiz = progress.Quiz with { Id = id, Terms = progress.Quiz.Terms with { ScoreRelease = release } } };
    }

    private static QuizState? Quiz(string word) =>
        (word.Split(':')[0], int.TryParse(word.Split(':')[^1], out var number) ? number : 0) switch
        {
            ("running", _) => Quiz(word, closesIn: 20, attempts: [Summary(number, null)]),
            ("closing", _) => Quiz(word, closesIn: number),
            ("quiz-of", _) => Quiz(word, course: word["quiz-of:".Length..]),
            ("secret", _) =>
                Quiz(word, closesIn: 9, attempts: word.Contains(':', StringComparison.Ordinal) ? [Summary(0, 50).WithoutScore] : []),
            ("passed", _) => Quiz(word, closesIn: 2, attempts: [Summary(0, 50), Summary(0, 90)]),
            ("failed", _) => Quiz(word, closesIn: 2, attempts: [Summary(0, 50)]),
            ("over", _) => Quiz(word, closesIn: 0),
            _ => null,
        };

    private static QuizState Quiz(
        string slug,
        int? opensIn = null,
        int? closesIn = null,
        string? course = null,
        params IReadOnlyList<AttemptSummary> attempts) => new(
            new QuizOutline(
                1,
                slug,
                new QuizTerms
                {
                    Title = slug,
                    Course = course,
                    TimeLimit = TimeSpan.FromMinutes(20),
                    PassPoints = Points.Of(80),
                    AttemptsAllowed = 2,
                    OpensAt = opensIn is { } opens ? Now.AddDays(opens) : null,
                    ClosesAt = closesIn is { } closes ? Now.AddDays(closes) : null,
                },
                Now.AddDays(-30),
                10,
                Points.Of(100)),
            attempts);

    private static AttemptSummary Summary(int minutesLeft, int? score) => new(
        1,
        1,
        Now.AddHours(-1),
        Now.AddMinutes(minutesLeft),
        score is null ? null : Now.AddMinutes(-30),
        score is { } points ? Points.Of(points) : null,
        Points.Of(100),
        score >= 80);
}
