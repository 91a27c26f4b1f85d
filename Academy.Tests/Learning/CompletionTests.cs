using System.Data.Common;
using System.Text.RegularExpressions;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Opening;
using Academy.Domain.People;
using Academy.Tests.Conventions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Learning;

public sealed partial class CompletionTests(OpenedAcademy opened)
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
    public async Task The_last_lesson_that_is_finished_several_times_at_once_finishes_the_course_once()
    {
        await using var store = new AcademyStore(opened);
        var lessons = await ReadAllButLastAsync(store);
        var person = await store.AskAsync((IServiceProvider services) => IdAsync(services));
        await store.TellAsync((Tutor tutor) => tutor.OpenLessonAsync(person, lessons[^1], CancellationToken.None));
        store.Clock.Advance(TimeSpan.FromHours(1));

        var refusals = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            store.AskAsync((Tutor tutor) => tutor.FinishLessonAsync(person, lessons[^1], null, CancellationToken.None)))));

        Assert.All(refusals, refusal => Assert.Null(refusal));
        Assert.Single(await CompletionsAsync(store));
    }

    [Fact]
    public async Task A_lesson_that_was_withdrawn_meanwhile_is_read_by_nobody()
    {
        await using var store = new AcademyStore(opened);
        var (lessons, person) = (await LessonsAsync(store), await store.AskAsync((IServiceProvider services) => IdAsync(services)));
        await EditAsync(store, (editor, actor, _) => editor.RetireLessonAsync(actor, lessons[0], CancellationToken.None));

        Assert.Equal(ReadingRefusal.Withdrawn, await store.AskAsync((Tutor tutor) =>
            tutor.FinishLessonAsync(person, lessons[0], TimeSpan.FromHours(1), CancellationToken.None)));
        Assert.Null(await store.AskAsync((Tutor tutor) =>
            tutor.CreditAsync(person, lessons[0], TimeSpan.FromSeconds(15), 1, CancellationToken.None)));
    }

    [Fact]
    public async Task What_is_finished_is_written_down_once_and_the_store_itself_takes_no_double()
    {
        await using var store = new AcademyStore(opened);
        var known = await store.AskAsync((AcademyDb db) => db.Completions.AsNoTracking().OrderBy(c => c.Id).FirstAsync());

        await store.TellAsync(async (AcademyDb db) =>
        {
            await using var turn = await db.TakeTurnAsync(CancellationToken.None);
            await db.CompleteAsync([Again(known), Again(known)], CancellationToken.None);
            await turn.CommitAsync(CancellationToken.None);
        });
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.Completions
            .Of(known.EmployeeId, new Subject(known.SubjectKind, known.SubjectId))
            .CountAsync(c => c.Number == known.Number)));
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => store.TellAsync(async (AcademyDb db) =>
        {
            db.Add(Again(known));
            await db.SaveChangesAsync();
        }));
        Assert.Contains("never replaced", failure.InnerException!.Message, StringComparison.Ordinal);

        static Completion Again(Completion known) => new(
            known.EmployeeId, new Subject(known.SubjectKind, known.SubjectId), known.Number, known.Edition, known.BranchId,
            known.CompletedAt);
    }

    [Fact]
    public void There_is_one_way_to_complete_something() => Assert.Equal(
        ["Academy.Domain/Learning/Completions.cs"],
        from file in SourceFile.Product where Adding().IsMatch(file.Text) select file.Path);

    [Fact]
    public async Task Readers_are_written_down_some_at_a_time_and_where_that_fails_the_act_is_done_and_the_next_opening_goes_on()
    {
        var turns = new Turns();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns, turns.Commands)));
        var lessons = await LessonsAsync(store);
        var readers = await AddReadersAsync(store, 450, lessons.SkipLast(1));

        turns.StopAfter = 2;
        await EditAsync(store, (editor, actor, _) => editor.RetireLessonAsync(actor, lessons[^1], CancellationToken.None));
        Assert.DoesNotContain(lessons[^1], await LessonsAsync(store));
        Assert.InRange(await CountAsync(store, readers), 1, 449);
        turns.StopAfter = null;
        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));
        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));

        Assert.Equal(450, await CountAsync(store, readers));
        Assert.InRange(turns.MostCompletions, 1, 200);
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
            editor.RetireLessonAsync(actor, lessons[^2], CancellationToken.None));
        Assert.Empty(await CompletionsAsync(store));
        await EditAsync(store, (editor, actor, course) =>
            editor.RetireLessonAsync(actor, lessons[^1], CancellationToken.None));
        var others = await CountAsync(store);
        Assert.Single(await CompletionsAsync(store));

        await EditAsync(store, (editor, actor, course) =>
            editor.RetireLessonAsync(actor, lessons[0], CancellationToken.None));
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
        {
            var terms = CourseTerms.Of(course);
            return editor.DescribeAsync(actor, course.Id, terms.AsSeen(), terms with { Attestation = rule }, CancellationToken.None);
        });

    private static Task EditAsync(AcademyStore store, Func<Editor, Actor, Course, Task> edit) =>
        store.TellAsync(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<AcademyDb>();
            var trainer = await db.Employees.Numbered("T0001").SingleAsync();
            await edit(
                services.GetRequiredService<Editor>(),
                new Actor(trainer.Id, "T0001", trainer.Name),
                await CourseAsync(db));
        });

    [GeneratedRegex(@"\b(?:Add|AddRange|WriteAsync)\([^;\n]*[Cc]ompletion")]
    private static partial Regex Adding();

    /// <summary>People who have read these lessons.</summary>
    private static Task<List<long>> AddReadersAsync(AcademyStore store, int number, IEnumerable<long> lessons) =>
        store.AskAsync(async (AcademyDb db) =>
        {
            var (one, now) = (await db.Employees.Numbered("E0001").SingleAsync(), store.Clock.GetUtcNow());
            var people = Enumerable.Range(0, number)
                .Select(n => new Employee($"R{n:D4}", "读者", one.BranchId, one.PositionId, Today.AddYears(-1))).ToList();
            db.AddRange(people);
            await db.SaveChangesAsync();
            foreach (var progress in from person in people from lesson in lessons select new Progress(person.Id, lesson))
            {
                progress.Open(now - TimeSpan.FromHours(2));
                Assert.Null(progress.Finish(new LessonMeasure(TimeSpan.FromMinutes(1), 1), null, now));
                db.Add(progress);
            }

            await db.SaveChangesAsync();
            return people.ConvertAll(person => person.Id);
        });

    private static Task<int> CountAsync(AcademyStore store, List<long> people) =>
        store.AskAsync((AcademyDb db) => db.Completions.CountAsync(c => people.Contains(c.EmployeeId)));

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
            var (person, tutor) = (await IdAsync(services), services.GetRequiredService<Tutor>());
            var lesson = await services.GetRequiredService<AcademyDb>().Lessons.AsNoTracking().SingleAsync(l => l.Id == lessonId);
            await tutor.OpenLessonAsync(person, lessonId, CancellationToken.None);
            store.Clock.Advance(after ?? lesson.ReadingTime);
            return await tutor.FinishLessonAsync(person, lessonId, null, CancellationToken.None);
        });

    private static Task SignAsync(AcademyStore store) => store.TellAsync(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<AcademyDb>();
        await using var turn = await db.TakeTurnAsync(CancellationToken.None);
        var (course, person) = (await CourseAsync(db), await db.Employees.Numbered("E0001").SingleAsync());
        db.Add(new Attestation(person.Id, course.Id, course.Edition, person.BranchId, person.PositionId, store.Clock.GetUtcNow()));
        await turn.CommitAsync(CancellationToken.None);
        await turn.DisposeAsync();
        await services.GetRequiredService<Tutor>().CompleteReadersAsync(course.Id, CancellationToken.None);
    });

    private static Task CompleteAsync(AcademyStore store) => store.TellAsync(async (IServiceProvider services) =>
    {
        var course = await CourseAsync(services.GetRequiredService<AcademyDb>());
        await services.GetRequiredService<Tutor>().CompleteReadersAsync(course.Id, CancellationToken.None);
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

    /// <summary>Counts what one transaction writes of completions, and stops the store in the middle of them.</summary>
    private sealed class Turns : DbTransactionInterceptor
    {
        private int here;
        private int committed;

        public Turns() => Commands = new Watch(this);

        public IInterceptor Commands { get; }

        public int MostCompletions { get; private set; }

        /// <summary>After so many transactions with completions no further one is written.</summary>
        public int? StopAfter { get; set; }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            MostCompletions = Math.Max(MostCompletions, here);
            if (here > 0) committed++;
            here = 0;
            return Task.CompletedTask;
        }

        private sealed class Watch(Turns turns) : DbCommandInterceptor
        {
            public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
                DbCommand command,
                CommandEventData eventData,
                InterceptionResult<DbDataReader> result,
                CancellationToken cancellationToken = default)
            {
                var written = command.CommandText.Split("INSERT INTO \"Completions\"").Length - 1;
                if (written > 0 && turns.committed == turns.StopAfter) throw new IOException("The disk is full.");
                turns.here += written;
                return ValueTask.FromResult(result);
            }
        }
    }
}
