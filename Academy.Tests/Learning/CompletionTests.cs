using System.Data.Common;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Learning;

public sealed class CompletionTests(OpenedAcademy opened)
{
    private const string Slug = "civilized-service";
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task The_last_lesson_finishes_the_course_once()
    {
        await using var store = new AcademyStore(opened);
        var lessons = await ReadAllButLastAsync(store);
        Assert.Empty(await CompletionsAsync(store));

        await FinishAsync(store, lessons[^1]);
        var finishedAt = store.Clock.GetUtcNow();
        await FinishAsync(store, lessons[^1]);

        var completion = Assert.Single(await CompletionsAsync(store));
        Assert.Equal((1, finishedAt), (completion.Edition, completion.CompletedAt));
    }

    [Fact]
    public async Task What_is_to_be_signed_is_finished_by_the_signature()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync(async (AcademyDb db) =>
        {
            (await CourseAsync(db)).AskFor(AttestationRule.EachEdition);
            await db.SaveChangesAsync();
        });
        foreach (var lesson in await LessonsAsync(store)) await FinishAsync(store, lesson);
        Assert.Empty(await CompletionsAsync(store));

        await SignAsync(store);
        Assert.Single(await CompletionsAsync(store));
        await CompleteAsync(store);
        Assert.Single(await CompletionsAsync(store));
    }

    [Fact]
    public async Task When_the_completion_cannot_be_written_the_lesson_is_not_read_either()
    {
        await using var store = new AcademyStore(
            opened,
            services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(new Fault("INSERT INTO \"Completions\""))));
        var lessons = await ReadAllButLastAsync(store);

        await Assert.ThrowsAnyAsync<Exception>(() => FinishAsync(store, lessons[^1]));

        Assert.Equal(lessons.Count - 1, await store.AskAsync((AcademyDb db) => db.Progress.CountAsync(p =>
            p.Lesson.Course.Slug == Slug && p.FinishedAt != null && db.Users.Any(e => e.Id == p.EmployeeId && e.UserName == "E0001"))));
    }

    [Fact]
    public async Task Whoever_has_read_all_but_a_lesson_has_finished_when_it_is_retired()
    {
        await using var store = new AcademyStore(opened);
        var lessons = await ReadAllButLastAsync(store);

        await EditAsync(store, (editor, actor, course) =>
            editor.RetireLessonAsync(actor, course.Lessons.Single(l => l.Id == lessons[^2]), CancellationToken.None));
        Assert.Empty(await CompletionsAsync(store));
        await EditAsync(store, (editor, actor, course) =>
            editor.RetireLessonAsync(actor, course.Lessons.Single(l => l.Id == lessons[^1]), CancellationToken.None));
        var others = await CountAsync(store);
        Assert.Single(await CompletionsAsync(store));

        await EditAsync(store, (editor, actor, course) =>
            editor.RetireLessonAsync(actor, course.Lessons.Single(l => l.Id == lessons[0]), CancellationToken.None));
        Assert.Single(await CompletionsAsync(store));
        Assert.Equal(others, await CountAsync(store));
    }

    [Fact]
    public async Task Whoever_has_read_all_has_finished_when_no_signature_is_wanted_any_more()
    {
        await using var store = new AcademyStore(opened);
        await AskForAsync(store, AttestationRule.Once);
        foreach (var lesson in await LessonsAsync(store)) await FinishAsync(store, lesson);
        Assert.Empty(await CompletionsAsync(store));

        await AskForAsync(store, AttestationRule.None);
        Assert.Single(await CompletionsAsync(store));
    }

    [Fact]
    public async Task A_course_that_is_asked_once_is_not_begun_again()
    {
        await using var store = new AcademyStore(opened);
        await AssignAsync(store, Today.AddDays(-10), Recurrence.None);
        foreach (var lesson in await LessonsAsync(store)) await FinishAsync(store, lesson);

        Assert.Equal(RestartRefusal.NotAskedAgain, await RestartAsync(store));
    }

    [Fact]
    public async Task A_course_that_recurs_is_begun_again_when_the_next_period_asks_for_it_and_takes_its_time_again()
    {
        await using var store = new AcademyStore(opened);
        await AssignAsync(store, Today.AddDays(-10), Recurrence.EveryQuarter);
        var lessons = await LessonsAsync(store);
        Assert.Equal(RestartRefusal.NotAllRead, await RestartAsync(store));
        foreach (var lesson in lessons) await FinishAsync(store, lesson);
        Assert.Equal(RestartRefusal.NotAskedAgain, await RestartAsync(store));

        store.Clock.Advance(TimeSpan.FromDays(92));
        Assert.Null(await RestartAsync(store));

        Assert.Equal(ReadingRefusal.TooFast, await FinishAsync(store, lessons[0], after: TimeSpan.Zero));
        foreach (var lesson in lessons) await FinishAsync(store, lesson);
        Assert.Equal(2, (await CompletionsAsync(store)).Count);
        Assert.Equal(RestartRefusal.NotAskedAgain, await RestartAsync(store));
    }

    private static Task AskForAsync(AcademyStore store, AttestationRule rule) =>
        EditAsync(store, (editor, actor, course) =>
            editor.DescribeAsync(actor, course, course.Title, course.ShortTitle, course.Summary, rule, CancellationToken.None));

    private static Task EditAsync(AcademyStore store, Func<Editor, Actor, Course, Task> edit) =>
        store.TellAsync(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<AcademyDb>();
            var trainer = await db.Employees.Numbered("T0001").SingleAsync();
            await edit(
                services.GetRequiredService<Editor>(),
                new Actor(trainer.Id, "T0001", trainer.Name),
                await db.Courses.Whole().SingleAsync(c => c.Slug == Slug));
        });

    private static Task<int> CountAsync(AcademyStore store) => store.AskAsync((AcademyDb db) => db.Completions.CountAsync());

    private static Task AssignAsync(AcademyStore store, DateOnly start, Recurrence recurrence) => store.TellAsync(async (AcademyDb db) =>
    {
        var person = await db.Employees.Numbered("E0001").SingleAsync();
        db.Add(new Assignment(
            (await CourseAsync(db)).Subject, new Audience([person.Id], [], []), start, start.AddDays(30), recurrence, 10, person.Id,
            store.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    });

    private static Task<RestartRefusal?> RestartAsync(AcademyStore store) => store.AskAsync(async (IServiceProvider services) =>
        await services.GetRequiredService<Dean>().RestartAsync(
            await IdAsync(services), (await CourseAsync(services.GetRequiredService<AcademyDb>())).Id, CancellationToken.None));

    private static async Task<List<long>> ReadAllButLastAsync(AcademyStore store)
    {
        var lessons = await LessonsAsync(store);
        foreach (var lesson in lessons.SkipLast(1)) await FinishAsync(store, lesson);
        return lessons;
    }

    private static Task<List<long>> LessonsAsync(AcademyStore store) =>
        store.AskAsync((AcademyDb db) =>
            db.Lessons.InForce().Where(l => l.Course.Slug == Slug).OrderBy(l => l.Number).Select(l => l.Id).ToListAsync());

    private static Task<ReadingRefusal?> FinishAsync(AcademyStore store, long lessonId, TimeSpan? after = null) =>
        store.AskAsync(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<AcademyDb>();
            var person = await IdAsync(services);
            var lesson = await db.Lessons.Include(l => l.Course).SingleAsync(l => l.Id == lessonId);
            var progress = await db.Progress.Of(person).SingleOrDefaultAsync(p => p.LessonId == lessonId)
                ?? db.Add(new Progress(person, lessonId)).Entity;
            progress.Open(store.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            store.Clock.Advance(after ?? lesson.ReadingTime);
            return await services.GetRequiredService<Tutor>().FinishLessonAsync(progress, lesson, null, CancellationToken.None);
        });

    private static Task SignAsync(AcademyStore store) => store.TellAsync(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<AcademyDb>();
        var course = await CourseAsync(db);
        var person = await db.Employees.Numbered("E0001").SingleAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new Attestation(person.Id, course.Id, course.Edition, person.BranchId, person.PositionId, store.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        await services.GetRequiredService<Tutor>().CompleteIfDoneAsync(person.Id, course, store.Clock.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync();
    });

    private static Task CompleteAsync(AcademyStore store) => store.TellAsync(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<AcademyDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await services.GetRequiredService<Tutor>().CompleteIfDoneAsync(
            await IdAsync(services), await CourseAsync(db), store.Clock.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync();
    });

    private static Task<List<Completion>> CompletionsAsync(AcademyStore store) => store.AskAsync(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<AcademyDb>();
        return await db.Completions.Of(await IdAsync(services), (await CourseAsync(db)).Subject).AsNoTracking().ToListAsync();
    });

    private static Task<Course> CourseAsync(AcademyDb db) => db.Courses.SingleAsync(c => c.Slug == Slug);

    private static Task<long> IdAsync(IServiceProvider services) =>
        services.GetRequiredService<AcademyDb>().Employees.Numbered("E0001").Select(e => e.Id).SingleAsync();

    private sealed class Fault(string words) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default) =>
            command.CommandText.Contains(words, StringComparison.Ordinal)
                ? throw new IOException("The disk is full.")
                : ValueTask.FromResult(result);
    }
}
