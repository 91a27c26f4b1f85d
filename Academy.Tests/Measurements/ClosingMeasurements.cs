using System.Data.Common;
using System.Diagnostics;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Measurements;

/// <summary>
/// How long others wait for the store while a lesson is retired that ten thousand readers lacked alone, and while a course is
/// published of which every text is new.
/// </summary>
[Collection("Measurements")]
public sealed class ClosingMeasurements(OpenedAcademy opened)
{
    private const int Readers = 10_000;
    private const string Slug = "civilized-service";

    [Fact(Explicit = true)]
    public async Task Retiring_the_last_lesson_that_everybody_lacked()
    {
        var waits = new Waits();
        await using var store = StoreWith(waits);
        var last = await store.AskAsync((AcademyDb db) => FillAsync(db, store.Clock.GetUtcNow()));
        waits.Turns.Clear();

        var all = await Figures.TimeAsync(() => store.TellAsync(async (IServiceProvider services) =>
        {
            var trainer = await services.GetRequiredService<AcademyDb>().Employees.Numbered("T0001").SingleAsync();
            var actor = new Actor(trainer.Id, "T0001", trainer.Name);
            await services.GetRequiredService<Editor>().RetireLessonAsync(actor, last, CancellationToken.None);
        }));

        var figures = new Figures($"A lesson is retired that {Readers} readers lacked alone", "What", "median", "longest");
        figures.Add("one turn", Figures.Quantile(waits.Turns, 0.5), Figures.Quantile(waits.Turns, 1));
        figures.Add("the whole act", all);
        figures.Show();
        Assert.True(await store.AskAsync((AcademyDb db) => db.Completions.CountAsync()) > Readers);
    }

    [Fact(Explicit = true)]
    public async Task Publishing_a_course_of_which_every_text_is_new()
    {
        var waits = new Waits();
        await using var store = StoreWith(waits);
        var desk = new Desk(store);
        var lessons = (await desk.CourseAsync(Slug)).Lessons;
        foreach (var lesson in lessons)
        {
            var text = ManuscriptText.Of(lesson.Document);
            Assert.Null(await desk.WriteAsync(Slug, lesson.Slug, $"{text.Body}\n\n## 补充\n\n新的一条。", lesson.Title));
        }

        waits.Turns.Clear();
        var all = await Figures.TimeAsync(async () => Assert.Null(await desk.PublishAsync(Slug, "新版")));

        var figures = new Figures($"A course of {lessons.Count} lessons is published", "What", "longest");
        figures.Add("one turn", Figures.Quantile(waits.Turns, 1));
        figures.Add("the whole act", all);
        figures.Show();
    }

    private AcademyStore StoreWith(Waits waits) =>
        new(opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(waits)));

    private static async Task<long> FillAsync(AcademyDb db, DateTimeOffset now)
    {
        var one = await db.Employees.Numbered("E0001").SingleAsync();
        var lessons = await db.Lessons.InForce().Where(l => l.Course.Slug == Slug).OrderBy(l => l.Number).Select(l => l.Id).ToListAsync();
        foreach (var some in Enumerable.Range(0, Readers).Chunk(1000))
        {
            var since = new DateOnly(2025, 11, 24);
            var people = some.Select(n => new Employee($"R{n:D5}", "读者", one.BranchId, one.PositionId, since)).ToList();
            db.AddRange(people);
            await db.SaveChangesAsync();
            foreach (var progress in from person in people from lesson in lessons.SkipLast(1) select new Progress(person.Id, lesson))
            {
                progress.Open(now - TimeSpan.FromHours(2));
                progress.Finish(new LessonMeasure(TimeSpan.FromMinutes(1), 1), null, now);
                db.Add(progress);
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        return lessons[^1];
    }

    /// <summary>From the beginning of each transaction to its end.</summary>
    private sealed class Waits : DbTransactionInterceptor
    {
        private long began;

        public List<TimeSpan> Turns { get; } = [];

        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            began = Stopwatch.GetTimestamp();
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Turns.Add(Stopwatch.GetElapsedTime(began));
            return Task.CompletedTask;
        }
    }
}
