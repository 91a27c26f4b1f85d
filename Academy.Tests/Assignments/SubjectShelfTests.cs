using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Assignments;

/// <summary>What a slice registers can be asked of people, and is known by what its own shelf says of it.</summary>
public sealed class SubjectShelfTests(OpenedAcademy opened) : IAsyncLifetime
{
    private const SubjectKind Drill = (SubjectKind)77;

    private readonly CoveredBank bank = new(opened, services => services.AddSingleton<SubjectShelf, DrillShelf>());

    public async ValueTask InitializeAsync() => await bank.WithdrawAllAsync();

    public ValueTask DisposeAsync() => bank.DisposeAsync();

    [Fact]
    public async Task Who_has_handed_in_what_is_held_back_is_said_by_its_own_shelf_and_not_by_a_quiz_of_the_same_number()
    {
        var (quiz, sitter, driller) = await bank.Store.AskAsync(async (AcademyDb db) =>
        {
            var attempt = await db.Attempts.Where(a => a.SubmittedAt != null).OrderBy(a => a.Id).FirstAsync();
            var sitters = db.Attempts.Select(a => a.EmployeeId);
            var other = await db.Employees
                .Where(e => e.Employment == Employment.Active && !sitters.Contains(e.Id))
                .OrderBy(e => e.Id)
                .FirstAsync();
            return (attempt.QuizId, attempt.EmployeeId, other.Id);
        });
        await bank.DoAsync(async db =>
        {
            var branch = await db.Employees.Where(e => e.Id == driller).Select(e => e.BranchId).SingleAsync();
            db.Add(new Assignment(
                new Subject(Drill, quiz), new Audience([sitter, driller], [], []), CoveredBank.Today.AddDays(-5),
                CoveredBank.Today.AddDays(5), Recurrence.None, 14, driller, default));
            db.Add(new Completion(driller, new Subject(Drill, quiz), 1, 0, branch, bank.Store.Clock.GetUtcNow()));
        });

        var coverage = await bank.LookAsync();

        var subject = Assert.Single(coverage.Subjects);
        Assert.Equal(("drill-keypad", "小键盘录入"), (subject.Key, subject.Title));
        Assert.Equal(
            (CoverageState.Missing, CoverageState.Done),
            (coverage.StateOf(coverage.Person(sitter)!, subject), coverage.StateOf(coverage.Person(driller)!, subject)));
    }

    private sealed class DrillShelf : SubjectShelf
    {
        public override SubjectKind Kind => Drill;
        public override AuditSubject Trail => QuizTrail.Quiz;
        public override string Word => "drill";

        public override string AddressOf(Subject subject, string slug) => $"/drills/{slug}";

        public override Task<List<KnownSubject>> AllAsync(AcademyDb db, CancellationToken ct) => db.Quizzes
            .Select(q => new KnownSubject(
                new Subject(Drill, q.Id), "keypad", "小键盘录入", "小键盘", 0, DateTimeOffset.MaxValue, true, true))
            .ToListAsync(ct);

        public override Task<Dictionary<long, Headway>> HeadwaysAsync(
            AcademyDb db, long subjectId, IReadOnlyCollection<long> people, CancellationToken ct) =>
            Task.FromResult(people.ToDictionary(id => id, _ => default(Headway)));
    }
}
