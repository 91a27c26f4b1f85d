using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening.Growth;

/// <summary>What a grown bank asks of its people, and how far they have come with it.</summary>
internal sealed class GrownLearning(AcademyDb db, SubjectShelf shelf, Random random, BankZone zone, DateOnly today)
{
    private const int UnitsPerAssignment = 6;
    private const int MostLetters = 4;

    private List<(Course Course, List<Lesson> Lessons)> courses = [];
    private List<Assignment> asked = [];

    /// <summary>Asks courses and quizzes of the whole bank, of branches and of positions, once or again and again.</summary>
    public async Task AssignAsync(CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var units = await db.Branches.AsNoTracking().OrderBy(b => b.Id).ToListAsync(ct);
        var branches = units.Where(b => b.Kind == BranchKind.Branch).Select(b => b.Id).ToArray();
        var positions = await db.Positions.OrderBy(p => p.Id).Select(p => p.Id).ToArrayAsync(ct);
        var trainer = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync(ct);
        List<Subject> subjects =
        [
            .. await db.Courses.OrderBy(c => c.Order).Select(c => new Subject(SubjectKind.Course, c.Id)).ToListAsync(ct),
            .. await db.Quizzes
                .Where(q => q.Terms.ClosesAt == null)
                .OrderBy(q => q.Id)
                .Select(q => new Subject(SubjectKind.Quiz, q.Id))
                .ToListAsync(ct),
        ];
        for (var number = await db.Assignments.CountAsync(ct); number < units.Count / UnitsPerAssignment; number++)
        {
            var audience = (number % 4) switch
            {
                0 => new Audience([], [units.Single(b => b.ParentId is null).Id], []),
                1 => new Audience([], [.. random.GetItems(branches, 3).Distinct()], []),
                2 => new Audience([], [], [.. random.GetItems(positions, 2).Distinct()]),
                _ => new Audience([], [.. random.GetItems(branches, 5).Distinct()], [.. random.GetItems(positions, 4).Distinct()]),
            };
            var start = today.AddDays(-random.Next(5, 60));
            var recurrence = (Recurrence)(number % 3);
            var made = new Assignment(
                subjects[number % subjects.Count], audience, start, start.AddDays(random.Next(20, 80)), recurrence, 14, trainer,
                zone.At(start, new TimeOnly(9, 0)));
            if (number % 10 == 9) made.Withdraw(today.AddDays(-1));
            db.Add(made);
        }

        await turn.CommitAsync(ct);
    }

    public async Task PrepareAsync(CancellationToken ct)
    {
        var lessons = (await db.Lessons.AsNoTracking().InForce().Include(l => l.Course).ToListAsync(ct)).GroupBy(l => l.CourseId);
        courses = [.. lessons
            .Select(course => (course.First().Course, course.OrderBy(l => l.Number).ToList()))
            .OrderBy(c => c.Course.Order)];
        asked = await db.Assignments
            .AsNoTracking()
            .InForce(today)
            .Where(a => a.SubjectKind == SubjectKind.Course)
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
    }

    /// <summary>Lets people read courses, the first ones more than the last, and writes to some of them.</summary>
    public async Task StudyAsync(IReadOnlyList<Employee> people, CancellationToken ct)
    {
        db.DemandTurn();
        var records = people.SelectMany(RecordsOf).ToList();
        await BulkInsert.WriteAsync(db, records.OfType<Progress>(), ct);
        await BulkInsert.WriteAsync(db, records.OfType<Attestation>(), ct);
        await db.CompleteAsync([.. records.OfType<Completion>()], ct);
        await BulkInsert.WriteAsync(db, people.SelectMany(LettersTo), ct);
    }

    private IEnumerable<object> RecordsOf(Employee person)
    {
        var diligence = 0.3 + (0.7 * random.NextDouble());
        return courses
            .Index()
            .Where(c => random.NextDouble() < diligence * (1 - (0.08 * c.Index)))
            .SelectMany(c => RecordsOf(person, c.Item.Course, c.Item.Lessons));
    }

    private IEnumerable<object> RecordsOf(Employee person, Course course, List<Lesson> lessons)
    {
        var last = At(random.Next(1, 400));
        var read = lessons.Take(random.Next(4) == 0 ? random.Next(1, lessons.Count + 1) : lessons.Count).ToList();
        return
        [
            .. read.Select(lesson => Reading.Of(person, lesson, last.AddDays(lesson.Number - read.Count))),
            .. read.Count == lessons.Count ? ConclusionOf(course, person, last + lessons[^1].ReadingTime) : [],
        ];
    }

    private static IEnumerable<object> ConclusionOf(Course course, Employee person, DateTimeOffset readAt)
    {
        var (signature, completion) = Reading.Conclusion(course, person, readAt);
        return signature is null ? [completion] : [signature, completion];
    }

    private IEnumerable<Letter> LettersTo(Employee person)
    {
        foreach (var assignment in random.GetItems(asked.ToArray(), random.Next(MostLetters)).DistinctBy(a => a.SubjectId))
        {
            var (course, day) = (courses.Find(c => c.Course.Id == assignment.SubjectId).Course, today.AddDays(-random.Next(1, 60)));
            if (course is null) continue;

            var letter = new Nudge(shelf, course.Subject, course.Slug, course.Title, day)
                .To(person.Id, assignment.DueOn, assignment.MadeById, zone.At(day, new TimeOnly(8, 30)));
            if (random.Next(3) > 0) letter.Read(zone.At(day, new TimeOnly(12, 0)));
            yield return letter;
        }
    }

    private DateTimeOffset At(int daysAgo) => zone.At(today.AddDays(-daysAgo), new TimeOnly(17, 0).AddMinutes(random.Next(120)));
}
