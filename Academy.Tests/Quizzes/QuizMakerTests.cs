using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

public sealed class QuizMakerTests : IAsyncDisposable
{
    private static readonly QuizDraft Whole = QuizDraftTests.Whole;
    private static readonly QuizDraft Greedy = Drawing(Whole.Blueprint.Sections[0] with { Draw = 400 });

    private readonly AcademyStore store;
    private readonly Desk desk;

    public QuizMakerTests(OpenedAcademy opened)
    {
        store = new AcademyStore(opened);
        desk = new Desk(store);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Nobody_sees_or_starts_a_quiz_before_it_is_published()
    {
        var id = await AddAsync(Whole);
        Assert.DoesNotContain(id, await SeenAsync());

        Assert.Null(await PublishAsync(id));

        Assert.Contains(id, await SeenAsync());
        Assert.Equal([QuizTrail.QuizAdded, QuizTrail.QuizPublished], await ActsAsync(id));
    }

    [Fact]
    public async Task A_quiz_that_asks_for_more_than_there_is_waits()
    {
        var id = await AddAsync(Greedy);

        Assert.Equal(QuizRefusal.TooFewQuestions, await PublishAsync(id));
        Assert.DoesNotContain(id, await SeenAsync());
    }

    [Fact]
    public async Task An_unpublished_quiz_never_keeps_the_academy_from_opening()
    {
        await AddAsync(Greedy);
        await store.TellAsync((Domain.Opening.OpeningRoutine routine) => routine.RunAsync(default));
    }

    [Fact]
    public async Task What_people_have_sat_is_judged_as_it_was()
    {
        var id = await AddAsync(Whole);
        await PublishAsync(id);
        Assert.True(await SitAsync(id));

        Assert.Equal([QuizRefusal.PaperFixed], await EditAsync(id, With(Whole.Terms with { PassPoints = Points.Of(10) })));
        Assert.Equal(
            [QuizRefusal.PaperFixed],
            await EditAsync(id, With(Whole.Terms with { MarkingScheme = MarkingScheme.HalfWhenIncomplete })));
        Assert.Equal([QuizRefusal.PaperFixed], await EditAsync(id, With(Whole.Terms with { TimeLimit = TimeSpan.FromMinutes(40) })));
        Assert.Equal(
            [QuizRefusal.PaperFixed],
            await EditAsync(id, Whole with { Blueprint = Whole.Blueprint with { ShufflesOptions = false } }));
        Assert.Empty(await EditAsync(id, With(Whole.Terms with
        {
            Title = "新名称",
            Description = "新说明",
            ClosesAt = TestClock.Tuesday.AddDays(3),
            ScoreRelease = Release.AfterClosing,
        })));
        Assert.Equal("新名称", (await QuizAsync(id)).Terms.Title);
    }

    [Fact]
    public async Task Before_the_first_attempt_everything_may_change()
    {
        var id = await AddAsync(Whole);
        await PublishAsync(id);

        Assert.Empty(await EditAsync(id, With(Whole.Terms with { PassPoints = Points.Of(10) })));
        Assert.Equal([QuizRefusal.TooFewQuestions], await EditAsync(id, Greedy));
        Assert.Equal(10, (await QuizAsync(id)).Blueprint.Count);
    }

    /// <summary>Who is faster is left to chance.</summary>
    [Fact]
    public async Task Whoever_begins_while_a_quiz_is_changed_sits_the_same_paper_as_all_the_others()
    {
        foreach (var round in Enumerable.Range(1, 12))
        {
            var id = await AddAsync(With(Whole.Terms with { Title = $"第 {round} 场" }));
            await PublishAsync(id);
            var (slug, draft) = ((await QuizAsync(id)).Slug, (await QuizAsync(id)).Draft);
            var dearer = Drawing(draft.Blueprint.Sections[0] with { PointsEach = Points.Of(9) }) with { Terms = draft.Terms };

            var starts = Enumerable.Range(1, 4).Select(n => Task.Run(() => store.SeatAsync($"E{n:0000}", slug))).ToList();
            var refusals = await Task.Run(() => EditAsync(id, dearer, draft.Fingerprint));
            var papers = await Task.WhenAll(starts);

            var worth = (await QuizAsync(id)).Worth;
            Assert.Equal(refusals.Count == 0 ? Points.Of(90) : Points.Of(50), worth);
            Assert.All(papers, paper => Assert.Equal((worth, worth), (paper.MaxScore, paper.Slots.Sum(slot => slot.Worth))));
        }
    }

    [Fact]
    public async Task A_closed_quiz_opens_again_only_by_moving_its_window()
    {
        var id = await AddAsync(Whole);
        Assert.Equal(QuizRefusal.NotPublished, await CloseAsync(id));
        await PublishAsync(id);

        Assert.Null(await CloseAsync(id));
        Assert.True((await QuizAsync(id)).Terms.IsClosed(TestClock.Tuesday));

        Assert.Empty(await EditAsync(id, With(Whole.Terms with { ClosesAt = TestClock.Tuesday.AddDays(1) })));
        Assert.True((await QuizAsync(id)).Terms.IsOpen(TestClock.Tuesday));
        Assert.Equal([QuizTrail.QuizAdded, QuizTrail.QuizPublished, QuizTrail.QuizClosed, QuizTrail.QuizEdited], await ActsAsync(id));
    }

    [Fact]
    public async Task A_quiz_that_is_over_is_not_published()
    {
        var id = await AddAsync(With(Whole.Terms with { ClosesAt = TestClock.Tuesday.AddMinutes(-1) }));
        Assert.Equal(QuizRefusal.WindowOver, await PublishAsync(id));
    }

    [Fact]
    public async Task A_quiz_is_changed_by_its_trainer_and_by_administrators()
    {
        var id = await AddAsync(Whole);
        var trainer = (await desk.TrainerAsync()).Id!.Value;
        Assert.Equal((true, false, true), await store.AskAsync(async (AcademyDb db) => (
            await db.Quizzes.EditableBy(trainer, false).AnyAsync(q => q.Id == id),
            await db.Quizzes.EditableBy(trainer + 1, false).AnyAsync(q => q.Id == id),
            await db.Quizzes.EditableBy(trainer + 1, true).AnyAsync(q => q.Id == id))));
    }

    [Fact]
    public async Task A_section_draws_only_what_is_filed_as_it_says()
    {
        var tagged = await store.AskAsync(async (AcademyDb db) =>
        {
            var questions = await db.Questions
                .Where(q => q.Bank.Slug == "counterfeit-currency" && q.Versions.Any(v => v.Type == QuestionType.SingleChoice))
                .OrderBy(q => q.Id)
                .Take(3)
                .Include(q => q.Tags)
                .ToListAsync();
            foreach (var question in questions) question.Tags.Add(new QuestionTag("新员工"));
            await db.SaveChangesAsync();
            return questions.Select(q => q.Id).Order().ToList();
        });
        var blueprint = Drawing(Whole.Blueprint.Sections[0] with { Draw = 3, Tags = ["新员工"] }).Blueprint;

        var paper = await store.AskAsync((Invigilator invigilator) =>
            invigilator.DrawPaperAsync(blueprint, MarkingScheme.AllOrNothing, default));

        Assert.Equal(tagged, paper!.Select(slot => slot.Version.QuestionId).Order());
    }

    [Fact]
    public async Task A_section_says_of_each_question_in_force_whether_the_store_draws_it()
    {
        var bank = Whole.Blueprint.Sections[0].Banks[0];
        var drawer = await store.AskAsync(async (AcademyDb db) =>
        {
            var all = db.Questions.Include(q => q.Bank).Include(q => q.Tags).Where(q => q.Bank.Slug == bank);
            var questions = await all.OrderBy(q => q.Id).Take(3).ToListAsync();
            questions[0].Tag(["新员工", "柜面"], []);
            questions[1].Tag(["柜面"], []);
            questions[1].Category = new Category("残损币", null);
            questions[0].Bank.Categories.Add(questions[1].Category!);
            questions[2].Category = questions[1].Category;
            await db.SaveChangesAsync();
            return questions[1].Category!.Id;
        });
        var any = Whole.Blueprint.Sections[0];
        Section[] sections =
        [
            any, any with { Tags = ["新员工"] }, any with { Tags = ["新员工", "柜面"] }, any with { Categories = [drawer] },
            any with { Categories = [drawer], Tags = ["柜面"] }, any with { Type = QuestionType.TrueFalse },
            any with { Type = QuestionType.Description }, any with { Banks = [] }, any with { Tags = ["没有的"] },
        ];
        var inForce = await store.AskAsync((AcademyDb db) => db.QuestionVersions.InForce().Drawables().ToListAsync());

        foreach (var section in sections)
        {
            var drawn = await store.AskAsync((AcademyDb db) => db.QuestionVersions.DrawnBy(section).ToListAsync());
            Assert.Equal(
                drawn.Select(candidate => candidate.QuestionId).Order(),
                inForce.Where(section.Draws).Select(question => question.Id).Order());
        }
    }

    [Fact]
    public async Task What_is_published_is_what_was_seen()
    {
        var id = await AddAsync(Whole);
        var seen = await SeenOfAsync(id);
        Assert.Empty(await EditAsync(id, With(Whole.Terms with { PassPoints = Points.Of(10) })));

        Assert.Equal(QuizRefusal.ChangedMeanwhile, await PublishAsync(id, seen));
        Assert.Null((await QuizAsync(id)).PublishedAt);

        Assert.Null(await PublishAsync(id));
        Assert.Equal(QuizRefusal.AlreadyPublished, await PublishAsync(id));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_quiz_the_second_is_told()
    {
        var id = await AddAsync(Whole);
        var seen = await SeenOfAsync(id);
        Assert.Empty(await EditAsync(id, With(Whole.Terms with { Title = "甲" }), seen));

        Assert.Equal([QuizRefusal.ChangedMeanwhile], await EditAsync(id, With(Whole.Terms with { Title = "乙" }), seen));

        Assert.Equal("甲", (await QuizAsync(id)).Terms.Title);
        var change = await store.AskAsync(async (AcademyDb db) =>
            (await db.ChangeLines(QuizTrail.ChangesOfQuiz, (await QuizAsync(id)).Slug).LatestAsync(0, 1, default)).Lines.Single());
        Assert.Equal(((await desk.TrainerAsync()).Name, TestClock.Tuesday), (change.ActorName, change.At));
    }

    [Fact]
    public async Task A_form_of_before_the_closing_does_not_open_the_quiz_again()
    {
        var id = await AddAsync(Whole);
        await PublishAsync(id);
        var seen = await SeenOfAsync(id);
        await CloseAsync(id);

        Assert.Equal([QuizRefusal.ChangedMeanwhile], await EditAsync(id, With(Whole.Terms with { Title = "新名称" }), seen));
        Assert.True((await QuizAsync(id)).Terms.IsClosed(TestClock.Tuesday));
    }

    [Fact]
    public async Task A_second_press_of_a_button_is_the_same_act()
    {
        var (actor, slug) = (await desk.TrainerAsync(), QuizMaker.NewSlug());
        var added = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            store.AskAsync((QuizMaker maker) => maker.AddAsync(actor, slug, Whole, default)))));
        var id = Assert.Single(added.Select(a => a.QuizId!.Value).Distinct());

        var (seen, changed) = (await SeenOfAsync(id), With(Whole.Terms with { Title = "新名称" }));
        var edited = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => EditAsync(id, changed, seen))));
        Assert.All(edited, Assert.Empty);

        Assert.Equal([QuizTrail.QuizAdded, QuizTrail.QuizEdited], await ActsAsync(id));
    }

    [Fact]
    public async Task Another_draft_on_a_page_that_made_a_quiz_already_is_not_taken_for_the_first_one()
    {
        var (actor, slug) = (await desk.TrainerAsync(), QuizMaker.NewSlug());
        var (id, _) = await store.AskAsync((QuizMaker maker) => maker.AddAsync(actor, slug, Whole, default));

        var (other, refusals) = await store.AskAsync((QuizMaker maker) =>
            maker.AddAsync(actor, slug, With(Whole.Terms with { Title = "新名称" }), default));

        Assert.Null(other);
        Assert.Equal([QuizRefusal.SavedBefore], refusals);
        Assert.Equal(Whole.Terms.Title, (await QuizAsync(id!.Value)).Terms.Title);
    }

    [Fact]
    public async Task A_quiz_that_is_not_the_trainers_to_change_stays_as_it_is()
    {
        var id = await AddAsync(Whole);
        var seen = await SeenOfAsync(id);
        var other = await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered("E0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());

        Assert.Equal(
            [QuizRefusal.ChangedMeanwhile],
            await store.AskAsync((QuizMaker maker) =>
                maker.EditAsync(other, id, seen, With(Whole.Terms with { Title = "新名称" }), default)));
        Assert.Equal(
            QuizRefusal.ChangedMeanwhile, await store.AskAsync((QuizMaker maker) => maker.PublishAsync(other, id, seen, default)));
        await PublishAsync(id);
        Assert.Equal(QuizRefusal.ChangedMeanwhile, await store.AskAsync((QuizMaker maker) => maker.CloseAsync(other, id, default)));
        Assert.Equal([QuizTrail.QuizAdded, QuizTrail.QuizPublished], await ActsAsync(id));
    }

    [Fact]
    public async Task A_bank_that_is_not_open_to_the_trainer_is_drawn_from_only_where_the_quiz_has_it_from_before()
    {
        var section = Whole.Blueprint.Sections[0];
        var (bank, key) = (section.Banks[0], "counterfeit-currency-001");
        var id = await AddAsync(Whole);
        await store.TellAsync((AcademyDb db) => db.Banks
            .Where(b => b.Slug == bank).ExecuteUpdateAsync(set => set.SetProperty(b => b.Access, BankAccess.Private)));
        var actor = await desk.TrainerAsync();
        var named = Drawing(section with { Banks = [], Questions = [key], Draw = 0 }) with
        {
            Terms = Whole.Terms with { PassPoints = Points.Zero },
        };

        Assert.Equal([QuizRefusal.BankUnknown], await AddRefusedAsync(actor, Whole));
        Assert.Equal([QuizRefusal.BankUnknown], await AddRefusedAsync(actor, Drawing(section with { Banks = ["no-such-bank"] })));
        Assert.Equal([QuizRefusal.QuestionUnknown], await AddRefusedAsync(actor, named));
        Assert.Equal([QuizRefusal.QuestionUnknown], await EditAsync(id, named));
        Assert.Empty(await EditAsync(id, With(Whole.Terms with { Title = "新名称" })));
        Assert.Empty(await AddRefusedAsync(await ActorAsync("A0001"), Whole));
    }

    [Fact]
    public async Task Who_does_not_teach_makes_no_quiz() =>
        Assert.Equal([QuizRefusal.ChangedMeanwhile], await AddRefusedAsync(await ActorAsync("E0001"), Whole));

    [Fact]
    public async Task Nobody_takes_the_place_of_another_ones_quiz()
    {
        var (actor, slug) = (await desk.TrainerAsync(), QuizMaker.NewSlug());
        await store.AskAsync((QuizMaker maker) => maker.AddAsync(actor, slug, Whole, default));
        var other = await store.AskAsync((AcademyDb db) => db.Employees
            .Where(e => e.UserName == "A0001")
            .Select(e => new Actor(e.Id, e.UserName!, e.Name))
            .SingleAsync());

        var (id, refusals) = await store.AskAsync((QuizMaker maker) => maker.AddAsync(other, slug, Whole, default));

        Assert.Null(id);
        Assert.Equal([QuizRefusal.ChangedMeanwhile], refusals);
    }

    [Fact]
    public async Task The_trail_tells_every_setting_that_changed_and_no_other()
    {
        var id = await AddAsync(Whole);
        await EditAsync(id, With(Whole.Terms with { AttemptsAllowed = 3, AnswerRelease = Release.Never }));

        var slug = (await QuizAsync(id)).Slug;
        var entries = await store.AskAsync((AcademyDb db) => db.AuditEntries
            .Where(e => e.SubjectKey == slug)
            .OrderBy(e => e.Id)
            .ToListAsync());
        Assert.Superset(typeof(QuizTerms).GetProperties().Select(p => p.Name).ToHashSet(), entries[0].After.Keys.ToHashSet());
        Assert.Equal(["AnswerRelease", "AttemptsAllowed"], entries[1].After.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("10", "50", "30"), (entries[0].After["Questions"], entries[0].After["Worth"], entries[0].After["PassPoints"]));
    }

    private static QuizDraft With(QuizTerms terms) => Whole with { Terms = terms };

    private static QuizDraft Drawing(Section section) => Whole with { Blueprint = new Blueprint([section], true, true) };

    private async Task<long> AddAsync(QuizDraft draft)
    {
        var actor = await desk.TrainerAsync();
        var (id, refusals) = await store.AskAsync((QuizMaker maker) => maker.AddAsync(actor, QuizMaker.NewSlug(), draft, default));
        Assert.Empty(refusals);
        return id!.Value;
    }

    private async Task<IReadOnlyList<QuizRefusal>> AddRefusedAsync(Actor actor, QuizDraft draft) =>
        (await store.AskAsync((QuizMaker maker) => maker.AddAsync(actor, QuizMaker.NewSlug(), draft, default))).Refusals;

    private Task<Actor> ActorAsync(string number) => store.AskAsync((AcademyDb db) =>
        db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());

    private async Task<string> SeenOfAsync(long id) => (await QuizAsync(id)).Draft.Fingerprint;

    private async Task<QuizRefusal?> PublishAsync(long id, string? seen = null)
    {
        var (actor, shown) = (await desk.TrainerAsync(), seen ?? await SeenOfAsync(id));
        return await store.AskAsync((QuizMaker maker) => maker.PublishAsync(actor, id, shown, default));
    }

    private async Task<QuizRefusal?> CloseAsync(long id)
    {
        var actor = await desk.TrainerAsync();
        return await store.AskAsync((QuizMaker maker) => maker.CloseAsync(actor, id, default));
    }

    private async Task<IReadOnlyList<QuizRefusal>> EditAsync(long id, QuizDraft draft, string? seen = null)
    {
        var (actor, shown) = (await desk.TrainerAsync(), seen ?? await SeenOfAsync(id));
        return await store.AskAsync((QuizMaker maker) => maker.EditAsync(actor, id, shown, draft, default));
    }

    private async Task<bool> SitAsync(long id)
    {
        var slug = (await QuizAsync(id)).Slug;
        return (await store.StartAsync("E0001", slug)).AttemptId is not null;
    }

    private Task<Quiz> QuizAsync(long id) => store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == id));

    private Task<List<long>> SeenAsync() =>
        store.AskAsync(async (AcademyDb db) => (await db.QuizStatesAsync(1, TestClock.Tuesday, default)).ConvertAll(s => s.Quiz.Id));

    private async Task<List<Act>> ActsAsync(long id)
    {
        var slug = (await QuizAsync(id)).Slug;
        return await store.AskAsync((AcademyDb db) => db.AuditEntries
            .Where(e => e.SubjectKey == slug)
            .OrderBy(e => e.Id)
            .Select(e => e.Act)
            .ToListAsync());
    }
}
