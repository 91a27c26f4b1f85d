using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

public sealed class ExaminerTests(OpenedAcademy opened) : IAsyncLifetime
{
    private AcademyStore store = null!;
    private Actor trainer = null!;
    private Attempt paper = null!;
    private int shortAnswer;
    private int essay;

    private BankUser Marker => new(trainer.Id!.Value, false);

    public async ValueTask InitializeAsync()
    {
        store = new AcademyStore(opened);
        trainer = await store.AskAsync((AcademyDb db) => db.Employees
            .Where(e => e.UserName == "T0001")
            .Select(e => new Actor(e.Id, e.UserName!, e.Name))
            .SingleAsync());
        paper = await store.PaperAsync((await store.SeatAsync("E0001", Sittings.EveryType)).Id);
        (shortAnswer, essay) = (NumberOf(QuestionType.ShortAnswer), NumberOf(QuestionType.Essay));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task The_last_mark_settles_score_pass_and_completion()
    {
        await HandInAsync(slot => slot.RightValue());
        Assert.Equal((null, false, 0), await MarkedAsync());

        Assert.Null(await MarkAsync(shortAnswer, 2, 2, 2, 2, 2));
        Assert.Equal((null, false, 0), await MarkedAsync());
        Assert.Null(await MarkAsync(essay, 5, 0, 2.8m));

        Assert.Equal((Points.Of(76 + 10 + 7.8m), true, 1), await MarkedAsync());
    }

    [Fact]
    public async Task What_was_left_open_earns_nothing_and_waits_for_nobody()
    {
        await HandInAsync(slot => slot.Question.IsMarkedByPerson ? null : slot.RightValue());

        Assert.Equal((Points.Of(76), true, 1), await MarkedAsync());
        Assert.Equal(MarkRefusal.NothingToMark, await MarkAsync(essay, 0, 0, 0));
    }

    [Fact]
    public async Task A_later_mark_replaces_the_earlier_one_and_both_are_kept()
    {
        await HandInAsync(slot => slot.RightValue());
        await MarkAsync(shortAnswer, 0, 0, 0, 0, 0);
        await MarkAsync(essay, 0, 0, 0);
        var first = (await store.PaperAsync(paper.Id)).MarkOf(essay)!;

        Assert.Equal(MarkRefusal.MarkedMeanwhile, await MarkAsync(essay, 1, 1, 1));
        Assert.Null(await MarkAsync(essay, new GivenMark([Points.Of(5), Points.Of(5), Points.Of(2)], Points.Of(12), "Good.", first.Id)));

        Assert.Equal((Points.Of(88), true, 1), await MarkedAsync());
        var marks = (await store.PaperAsync(paper.Id)).Marks.Where(m => m.Slot == essay).OrderBy(m => m.Id).ToList();
        Assert.Equal([(Points.Zero, ""), (Points.Of(12), "Good.")], marks.Select(m => (m.Points, m.Comment)));
        Assert.Equal(3, await store.AskAsync((AcademyDb db) =>
            db.AuditEntries.CountAsync(e =>
                e.Act == QuizTrail.ResponseMarked && e.SubjectKey == paper.Receipt && e.ActorId == trainer.Id)));
    }

    [Theory]
    [InlineData(MarkRefusal.TooManyPoints, 6, 0, 0)]
    [InlineData(MarkRefusal.NegativePoints, 5, -1, 0)]
    public async Task Points_stay_within_what_each_criterion_is_worth(MarkRefusal refusal, int first, int second, int third)
    {
        await HandInAsync(slot => slot.RightValue());

        Assert.Equal(refusal, await MarkAsync(essay, first, second, third));
        Assert.Equal(MarkRefusal.WrongSum, await MarkAsync(essay, new GivenMark([Points.Of(1)], Points.Of(1), "", null)));
        Assert.Equal(
            MarkRefusal.WrongSum,
            await MarkAsync(essay, new GivenMark([Points.Of(1), Points.Of(1), Points.Of(1)], Points.Of(14), "", null)));
        Assert.Equal(
            MarkRefusal.CommentTooLong,
            await MarkAsync(essay, new GivenMark([Points.Zero, Points.Zero, Points.Zero], Points.Zero, new string('x', 1001), null)));
        Assert.Empty((await store.PaperAsync(paper.Id)).Marks);
    }

    [Fact]
    public async Task Before_handing_in_there_is_nothing_to_mark() =>
        Assert.Equal(MarkRefusal.NotSubmitted, await MarkAsync(essay, 1, 1, 1));

    [Fact]
    public async Task Nobody_marks_a_paper_of_their_own()
    {
        paper = await store.PaperAsync((await store.SeatAsync("T0001", Sittings.EveryType)).Id);
        await HandInAsync(slot => slot.RightValue());

        Assert.Equal(MarkRefusal.NothingToMark, await MarkAsync(essay, 1, 1, 1));
        Assert.Empty(await store.AskAsync((AcademyDb db) => db.Waiting(paper.QuizId, Marker).ToListAsync()));
        Assert.Equal(2, await store.AskAsync((AcademyDb db) => db.Waiting(paper.QuizId, new BankUser(0, true)).CountAsync()));
    }

    [Fact]
    public async Task What_waits_is_counted_by_quiz_with_the_oldest_first()
    {
        await HandInAsync(slot => slot.RightValue());

        var load = Assert.Single(await store.AskAsync((AcademyDb db) => db.MarkingLoads(Marker).ToListAsync()));
        Assert.Equal((paper.QuizId, 2, 1, TestClock.Tuesday), (load.QuizId, load.Waiting, load.Papers, load.OldestAt));
        Assert.Equal([shortAnswer, essay], await SlotsAsync(db => db.Waiting(paper.QuizId, Marker)));

        await MarkAsync(shortAnswer, 0, 0, 0, 0, 0);
        Assert.Equal([essay], await SlotsAsync(db => db.Waiting(paper.QuizId, Marker)));
        Assert.Equal([shortAnswer], await SlotsAsync(db => db.Marked(paper.QuizId, Marker)));
    }

    private async Task<IEnumerable<int>> SlotsAsync(Func<AcademyDb, IQueryable<MarkingTask>> tasks) =>
        (await store.AskAsync((AcademyDb db) => tasks(db).ToListAsync())).Select(task => task.Slot);

    private int NumberOf(QuestionType type) => paper.Slots.Single(slot => slot.Question.Type == type).Number;

    private Task<int> HandInAsync(Func<Slot, string?> answer) => store.AskAsync(async (AcademyDb db) =>
    {
        var attempt = await db.Attempts.WithPaper().SingleAsync(a => a.Id == paper.Id);
        var now = TestClock.Tuesday;
        foreach (var slot in attempt.Slots) attempt.Take(new SentAnswer(attempt.Id, slot.Number, 1, answer(slot), TimeSpan.Zero, now), now);
        attempt.Submit(now);
        if (attempt.Completion is { } completion) db.Add(completion);
        return await db.SaveChangesAsync();
    });

    private Task<MarkRefusal?> MarkAsync(int slot, params decimal[] criteria) =>
        MarkAsync(slot, new GivenMark([.. criteria.Select(Points.Of)], Points.Of(criteria.Sum()), "", null));

    private Task<MarkRefusal?> MarkAsync(int slot, GivenMark given) =>
        store.AskAsync((Examiner examiner) => examiner.MarkAsync(paper.Id, slot, given, trainer, CancellationToken.None));

    private async Task<(Points?, bool, int)> MarkedAsync()
    {
        var attempt = await store.PaperAsync(paper.Id);
        var completions = await store.AskAsync((AcademyDb db) => db.Set<Completion>()
            .CountAsync(c => c.EmployeeId == paper.EmployeeId && c.SubjectKind == SubjectKind.Quiz && c.SubjectId == paper.QuizId));
        return (attempt.Score, attempt.HasPassed, completions);
    }
}
