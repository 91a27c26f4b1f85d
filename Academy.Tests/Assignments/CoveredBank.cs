using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Assignments;

/// <summary>The demonstration bank with nothing asked of anybody, and what tests of coverage do in it.</summary>
public sealed class CoveredBank(OpenedAcademy opened, Action<IServiceCollection>? adjust = null) : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public AcademyStore Store { get; } = new(opened, adjust);

    public Task WithdrawAllAsync() => DoAsync(async db =>
    {
        foreach (var assignment in await db.Assignments.ToListAsync()) assignment.Withdraw(Today.AddYears(-1));
    });

    public Task<Coverage> LookAsync() => Store.AskAsync<CoverageLedger, Coverage>(ledger => ledger.ReadAsync(CancellationToken.None));

    public Task DoAsync(Func<AcademyDb, Task> act) => Store.TellAsync<AcademyDb>(async db =>
    {
        await act(db);
        await db.SaveChangesAsync();
    });

    public Task AssignAsync(
        string slug,
        Func<Bank, Audience> audience,
        Recurrence recurrence = Recurrence.None,
        int startedDaysAgo = 20,
        SubjectKind kind = SubjectKind.Course) => DoAsync(async db =>
        {
            var subject = kind == SubjectKind.Course
                ? (await db.Courses.SingleAsync(c => c.Slug == slug)).Subject
                : (await db.Quizzes.SingleAsync(q => q.Slug == slug)).Subject;
            var start = Today.AddDays(-startedDaysAgo);
            db.Add(new Assignment(
                subject, audience(await Bank.OfAsync(db)), start, start.AddDays(30), recurrence, 14, (await PersonAsync(db, "A0001")).Id,
                default));
        });

    public Task CompleteAsync(string number, string slug, int daysAgo = 0, int edition = 1) => DoAsync(async db =>
    {
        var person = await PersonAsync(db, number);
        var course = await db.Courses.SingleAsync(c => c.Slug == slug);
        var next = 1 + await db.Completions.Of(person.Id, course.Subject).CountAsync();
        db.Add(new Completion(person.Id, course.Subject, next, edition, person.BranchId, Store.Clock.GetUtcNow().AddDays(-daysAgo)));
    });

    public Task ChangeAsync(string number, Action<Employee> change) => DoAsync(async db => change(await PersonAsync(db, number)));

    public async Task<CoverageState> StateAsync(string number, string key)
    {
        var coverage = await LookAsync();
        return coverage.People.SingleOrDefault(p => p.Number == number) is { } person
            && coverage.Subjects.SingleOrDefault(s => s.Key == key) is { } subject
            ? coverage.StateOf(person, subject)
            : CoverageState.NotAsked;
    }

    /// <summary>Hangs two units below each other, as no act does.</summary>
    public static async Task CloseCircleAsync(AcademyStore store, string one, string other)
    {
        foreach (var (code, parent) in new[] { (one, other), (other, one) })
        {
            await store.TellAsync<AcademyDb>(async db =>
            {
                (await db.Branches.SingleAsync(b => b.Code == code)).MoveUnder(await db.Branches.SingleAsync(b => b.Code == parent));
                await db.SaveChangesAsync();
            });
        }
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static Task<Employee> PersonAsync(AcademyDb db, string number) => db.Employees.WithPosting().Numbered(number).SingleAsync();
}

/// <summary>Branches, positions and people by what people call them.</summary>
public sealed record Bank(
    IReadOnlyDictionary<string, long> Branches, IReadOnlyDictionary<string, long> Positions, IReadOnlyDictionary<string, long> People)
{
    public Audience In(params IEnumerable<string> branches) => new([], [.. branches.Select(b => Branches[b])], []);

    public Audience As(params IEnumerable<string> positions) => new([], [], [.. positions.Select(p => Positions[p])]);

    public Audience Named(params IEnumerable<string> people) => new([.. people.Select(p => People[p])], [], []);

    public static async Task<Bank> OfAsync(AcademyDb db) => new(
        await db.Branches.ToDictionaryAsync(b => b.Code, b => b.Id),
        await db.Positions.ToDictionaryAsync(p => p.Slug, p => p.Id),
        await db.Employees.ToDictionaryAsync(e => e.UserName!, e => e.Id));
}
