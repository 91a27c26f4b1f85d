using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Quizzes;

public sealed class SetterTests : IAsyncDisposable
{
    private static readonly QuizTerms Terms = QuizTermsTests.Whole;

    private readonly AcademyStore store;
    private readonly Desk desk;

    public SetterTests(OpenedAcademy opened)
    {
        store = new AcademyStore(opened, services => services.AddScoped<Study>());
        desk = new Desk(store);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Nobody_sees_or_starts_a_quiz_before_it_is_published()
    {
        var id = await AddAsync(Terms);
        Assert.DoesNotContain(id, await SeenAsync());

        Assert.Null(await PublishAsync(id));

        Assert.Contains(id, await SeenAsync());
        Assert.Equal([Act.QuizAdded, Act.QuizPublished], await ActsAsync(id));
    }

    [Fact]
    public async Task A_quiz_that_asks_for_more_than_there_is_waits()
    {
        var id = await AddAsync(Terms with { Blueprint = new Blueprint([Terms.Blueprint.Sections[0] with { Draw = 400 }], true, true) });

        Assert.Equal(QuizRefusal.TooFewQuestions, await PublishAsync(id));
        Assert.DoesNotContain(id, await SeenAsync());
    }

    [Fact]
    public async Task An_unpublished_quiz_never_keeps_the_academy_from_opening()
    {
        await AddAsync(Terms with { Blueprint = new Blueprint([Terms.Blueprint.Sections[0] with { Draw = 400 }], true, true) });
        await store.TellAsync((Domain.Opening.OpeningRoutine routine) => routine.RunAsync(default));
    }

    [Fact]
    public async Task What_people_have_sat_is_judged_as_it_was()
    {
        var id = await AddAsync(Terms);
        await PublishAsync(id);
        Assert.True(await SitAsync(id));

        Assert.Equal([QuizRefusal.PaperFixed], await EditAsync(id, Terms with { PassPoints = Points.Of(10) }));
        Assert.Equal([QuizRefusal.PaperFixed], await EditAsync(id, Terms with { MarkingScheme = MarkingScheme.HalfWhenIncomplete }));
        Assert.Equal([QuizRefusal.PaperFixed], await EditAsync(id, Terms with { TimeLimit = TimeSpan.FromMinutes(40) }));
        Assert.Equal([QuizRefusal.PaperFixed], await EditAsync(id, Terms with { Blueprint = Terms.Blueprint with { ShufflesOptions = false } }));
        Assert.Empty(await EditAsync(id, Terms with { Title = "新名称", Description = "新说明", ClosesAt = TestClock.Tuesday.AddDays(3), ScoreRelease = Release.AfterClosing }));
        Assert.Equal("新名称", (await QuizAsync(id)).Title);
    }

    [Fact]
    public async Task Before_the_first_attempt_everything_may_change()
    {
        var id = await AddAsync(Terms);
        await PublishAsync(id);

        Assert.Empty(await EditAsync(id, Terms with { PassPoints = Points.Of(10) }));
        Assert.Equal([QuizRefusal.TooFewQuestions], await EditAsync(id, Terms with { Blueprint = new Blueprint([Terms.Blueprint.Sections[0] with { Draw = 400 }], true, true) }));
        Assert.Equal(10, (await QuizAsync(id)).Blueprint.Count);
    }

    [Fact]
    public async Task A_closed_quiz_opens_again_only_by_moving_its_window()
    {
        var id = await AddAsync(Terms);
        Assert.Equal(QuizRefusal.NotPublished, await CloseAsync(id));
        await PublishAsync(id);

        Assert.Null(await CloseAsync(id));
        Assert.True((await QuizAsync(id)).IsClosed(TestClock.Tuesday));

        Assert.Empty(await EditAsync(id, Terms with { ClosesAt = TestClock.Tuesday.AddDays(1) }));
        Assert.True((await QuizAsync(id)).IsOpen(TestClock.Tuesday));
        Assert.Equal([Act.QuizAdded, Act.QuizPublished, Act.QuizClosed, Act.QuizEdited], await ActsAsync(id));
    }

    [Fact]
    public async Task A_quiz_that_is_over_is_not_published()
    {
        var id = await AddAsync(Terms with { ClosesAt = TestClock.Tuesday.AddMinutes(-1) });
        Assert.Equal(QuizRefusal.WindowOver, await PublishAsync(id));
    }

    [Fact]
    public async Task A_quiz_is_changed_by_its_trainer_and_by_administrators()
    {
        var id = await AddAsync(Terms);
        var trainer = (await desk.TrainerAsync()).Id!.Value;
        Assert.Equal((true, false, true), await store.AskAsync(async (AcademyDb db) => (
            await db.Quizzes.EditableBy(trainer, false).AnyAsync(q => q.Id == id),
            await db.Quizzes.EditableBy(trainer + 1, false).AnyAsync(q => q.Id == id),
            await db.Quizzes.EditableBy(trainer + 1, true).AnyAsync(q => q.Id == id))));
    }

    [Fact]
    public async Task A_section_draws_only_what_is_filed_as_it_says()
    {
        var keys = await store.AskAsync(async (AcademyDb db) =>
        {
            var tagged = await db.Questions.Where(q => q.Bank.Slug == "counterfeit-currency" && q.Versions.Any(v => v.Type == QuestionType.SingleChoice)).OrderBy(q => q.Id).Take(3).ToListAsync();
            foreach (var question in tagged) question.Tags.Add(new QuestionTag("新员工"));
            await db.SaveChangesAsync();
            return tagged.Select(q => q.Key).Order().ToList();
        });
        var blueprint = new Blueprint([Terms.Blueprint.Sections[0] with { Draw = 3, Tags = ["新员工"] }], true, true);

        var paper = await store.AskAsync((Invigilator invigilator) => invigilator.DrawPaperAsync(blueprint, MarkingScheme.AllOrNothing, default));

        Assert.Equal(keys, paper!.Select(slot => slot.Version.Question.Key).Order());
    }

    private async Task<long> AddAsync(QuizTerms terms)
    {
        var actor = await desk.TrainerAsync();
        var (quiz, refusals) = await store.AskAsync((Setter setter) => setter.AddAsync(actor, terms, default));
        Assert.Empty(refusals);
        return quiz!.Id;
    }

    private async Task<QuizRefusal?> PublishAsync(long id)
    {
        var actor = await desk.TrainerAsync();
        return await store.AskAsync((Study study) => study.ActAsync(id, (setter, quiz) => setter.PublishAsync(actor, quiz, default)));
    }

    private async Task<QuizRefusal?> CloseAsync(long id)
    {
        var actor = await desk.TrainerAsync();
        return await store.AskAsync((Study study) => study.ActAsync(id, (setter, quiz) => setter.CloseAsync(actor, quiz, default)));
    }

    private async Task<IReadOnlyList<QuizRefusal>> EditAsync(long id, QuizTerms terms)
    {
        var actor = await desk.TrainerAsync();
        return await store.AskAsync((Study study) => study.ActAsync(id, (setter, quiz) => setter.EditAsync(actor, quiz, terms, default)));
    }

    private Task<bool> SitAsync(long id) => store.AskAsync((Study study) => study.SitAsync(id));

    private Task<Quiz> QuizAsync(long id) => store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == id));

    private Task<List<long>> SeenAsync() => store.AskAsync(async (AcademyDb db) => (await db.QuizStandingsAsync(1, TestClock.Tuesday, default)).ConvertAll(s => s.Quiz.Id));

    private async Task<List<Act>> ActsAsync(long id)
    {
        var slug = (await QuizAsync(id)).Slug;
        return await store.AskAsync((AcademyDb db) => db.AuditEntries.Where(e => e.SubjectKey == slug).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
    }

    /// <summary>An setter with the quiz of the same unit of work.</summary>
    private sealed class Study(AcademyDb db, Setter setter, Invigilator invigilator)
    {
        public async Task<T> ActAsync<T>(long id, Func<Setter, Quiz, Task<T>> act) => await act(setter, await db.Quizzes.SingleAsync(q => q.Id == id));

        public async Task<bool> SitAsync(long id)
        {
            var employee = await db.Users.Where(e => e.UserName == "E0001").Select(e => e.Id).SingleAsync();
            return (await invigilator.StartAsync(await db.Quizzes.SingleAsync(q => q.Id == id), employee, default)).Attempt is not null;
        }
    }
}
