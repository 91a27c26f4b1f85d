using System.Diagnostics;
using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Measurements;

/// <summary>What it costs to say of what a whole bank is to be reminded.</summary>
[Collection("Measurements")]
public sealed class ReminderMeasurements(OpenedAcademy opened)
{
    private const int People = 10_000;
    private const int Assignments = 50;

    [Fact(Explicit = true)]
    public async Task Reminders_of_ten_thousand_people_with_fifty_assignments()
    {
        var figures = new Figures($"Reminders of {People} people with {Assignments} assignments each", "What", "figure");
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync(
            "工号,姓名,机构编号,岗位,状态\n" + string.Concat(Enumerable.Range(1, People).Select(n => $"R{n:D6},张三丰,101,柜员,在岗\n")));
        await store.ApplyAsync(run, (await store.PlanAsync(run)).Fingerprint);
        await AskAsync(store);
        store.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 1, 0, 0, TimeSpan.Zero));

        await ComputeAsync(store);
        GC.Collect();
        var (before, peak, stopwatch) = (Environment.WorkingSet, 0L, Stopwatch.StartNew());
        var due = await ComputeAsync(store, () => peak = Math.Max(peak, GC.GetTotalMemory(false)));
        stopwatch.Stop();

        var grown = (Environment.WorkingSet - before) >> 20;
        figures.Add($"{due} reminders, {peak >> 20} MB managed at most, {grown} MB grown", stopwatch.Elapsed);
        figures.Show();
    }

    /// <summary>All courses and quizzes, some of them several times, due on days around the one that is asked for.</summary>
    private static Task AskAsync(AcademyStore store) => store.TellAsync(async (AcademyDb db) =>
    {
        var branch = await db.Branches.Where(b => b.Code == "101").Select(b => b.Id).SingleAsync();
        var maker = await db.Employees.Select(e => e.Id).FirstAsync();
        var subjects = (await db.Courses.Select(c => c.Id).ToListAsync()).ConvertAll(id => new Subject(SubjectKind.Course, id));
        foreach (var number in Enumerable.Range(0, Assignments))
        {
            var due = new DateOnly(2026, 11, 10).AddDays(number);
            db.Add(new Assignment(
                subjects[number % subjects.Count], new Audience([], [branch], []), due.AddDays(-60), due, Recurrence.None, 14, maker,
                default));
        }

        await db.SaveChangesAsync();
        foreach (var some in (await db.Employees.Select(e => e.Id).ToListAsync()).Chunk(1000))
        {
            foreach (var id in some)
            {
                foreach (var subject in subjects.Where(s => (s.Id + id) % 3 == 0))
                    db.Add(new Completion(id, subject, 100, 100, branch, default));
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    });

    private static Task<int> ComputeAsync(AcademyStore store, Action? look = null) => store.AskAsync(async (DayBook book) =>
    {
        var due = 0;
        await foreach (var person in book.OnAsync(store.Clock.GetUtcNow(), WorkingDays.Plain, RuleBook.Usual, CancellationToken.None))
        {
            due += person.Due.Count;
            if (person.EmployeeId % 100 == 0) look?.Invoke();
        }

        return due;
    });
}
