using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using Microsoft.EntityFrameworkCore;
using static Academy.Tests.Quizzes.Sittings;

namespace Academy.Tests.Quizzes;

public sealed class InvigilatorTests(OpenedAcademy opened)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_attempt_begins_with_the_clock_and_a_paper_of_the_blueprint()
    {
        await using var store = new AcademyStore(opened);

        var attempt = await store.SeatAsync("E0001");
        var paper = await store.PaperAsync(attempt.Id);

        Assert.Equal((1, TestClock.Tuesday, TestClock.Tuesday + Limit), (paper.Number, paper.StartedAt, paper.DueAt));
        Assert.Equal(paper.Quiz.Blueprint.Count, paper.Slots.Count);
        Assert.Equal(
            await store.AskAsync((AcademyDb db) => db.Users.Where(e => e.UserName == "E0001").Select(e => e.BranchId).SingleAsync()),
            paper.BranchId);
    }

    [Fact]
    public async Task Starting_again_gives_the_running_attempt()
    {
        await using var store = new AcademyStore(opened);
        var first = await store.SeatAsync("E0001");
        store.Clock.Advance(TimeSpan.FromMinutes(19));

        Assert.Equal(first.Id, (await store.SeatAsync("E0001")).Id);
    }

    [Fact]
    public async Task When_the_time_is_over_the_next_start_begins_another_attempt()
    {
        await using var store = new AcademyStore(opened);
        var first = await store.SeatAsync("E0001");
        store.Clock.Advance(Limit);

        var second = await store.SeatAsync("E0001");

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal((2, store.Clock.GetUtcNow()), (second.Number, second.StartedAt));
    }

    [Fact]
    public async Task Ten_starts_at_the_same_time_make_one_attempt()
    {
        await using var store = new AcademyStore(opened);

        var started = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => store.SeatAsync("E0001", Exam))));

        Assert.Single(started.Select(attempt => attempt.Id).Distinct());
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.Attempts.CountAsync(a => a.Id >= started[0].Id)));
    }

    [Fact]
    public async Task A_start_that_comes_between_the_looking_and_the_starting_is_the_one_that_counts()
    {
        var other = new Interruption();
        await using var store = new AcademyStore(opened, other.Into);
        other.Await("FROM \"Attempts\"", async () => await store.SeatAsync("E0001", Exam));

        var attempt = await store.SeatAsync("E0001", Exam);

        Assert.Equal(1, attempt.Number);
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.Attempts.CountAsync(a => a.EmployeeId == attempt.EmployeeId)));
    }

    [Fact]
    public async Task No_more_attempts_are_given_than_allowed()
    {
        await using var store = new AcademyStore(opened);
        for (var turn = 0; turn < 2; turn++)
        {
            var attempt = await store.SeatAsync("E0001", Exam);
            await store.TellAsync((Invigilator invigilator) => invigilator.SubmitAsync(attempt.Id, CancellationToken.None));
        }

        Assert.Equal(((long?)null, AttemptRefusal.NoneLeft), await store.StartAsync("E0001", Exam));
    }

    [Fact]
    public async Task Nobody_starts_once_the_quiz_is_closed()
    {
        await using var store = new AcademyStore(opened);
        store.Clock.Advance(TimeSpan.FromDays(4));

        Assert.Equal(((long?)null, AttemptRefusal.Closed), await store.StartAsync("E0001", Exam));
    }

    [Fact]
    public async Task A_quiz_that_ran_short_of_questions_is_refused_and_nothing_is_begun()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync((AcademyDb db) => db.RetireAllAsync(CourseQuiz));
        var before = await store.AskAsync((AcademyDb db) => db.Attempts.CountAsync());

        Assert.Equal(((long?)null, AttemptRefusal.TooFewQuestions), await store.StartAsync("E0001", CourseQuiz));

        Assert.Equal(before, await store.AskAsync((AcademyDb db) => db.Attempts.CountAsync()));
    }

    [Fact]
    public async Task An_attempt_that_begins_shortly_before_closing_ends_with_it()
    {
        await using var store = new AcademyStore(opened);
        store.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 9, 55, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero), (await store.SeatAsync("E0001", Exam)).DueAt);
    }

    [Fact]
    public async Task Overdue_attempts_are_handed_in_at_their_deadline_and_no_others()
    {
        await using var store = new AcademyStore(opened);
        var overdue = await store.SeatAsync("E0001");
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var inGrace = await store.SeatAsync("E0002");
        store.Clock.Advance(TimeSpan.FromMinutes(10));
        var running = await store.SeatAsync("E0003");
        store.Clock.SetUtcNow(overdue.DueAt + Grace);

        Assert.Equal(1, await CloseOverdueAsync(store));

        var closed = await store.PaperAsync(overdue.Id);
        Assert.Equal((overdue.DueAt, true), (closed.SubmittedAt, closed.WasTimedOut));
        Assert.False((await store.PaperAsync(inGrace.Id)).IsSubmitted);
        Assert.False((await store.PaperAsync(running.Id)).IsSubmitted);
    }

    [Fact]
    public async Task Closing_twice_hands_in_once()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");
        store.Clock.SetUtcNow(attempt.DueAt + Grace);

        Assert.Equal(1, await CloseOverdueAsync(store));
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, await CloseOverdueAsync(store));
        Assert.Equal(attempt.DueAt, (await store.PaperAsync(attempt.Id)).SubmittedAt);
    }

    [Fact]
    public async Task Everybody_may_close_at_the_same_time()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");
        store.Clock.SetUtcNow(attempt.DueAt + Grace);

        var closed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => CloseOverdueAsync(store))));

        Assert.Equal(1, closed.Sum());
        Assert.Equal(attempt.DueAt, (await store.PaperAsync(attempt.Id)).SubmittedAt);
    }

    [Fact]
    public async Task The_answers_saved_until_then_count()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");
        await store.TellAsync(async (AcademyDb db) =>
        {
            var paper = await db.Attempts.WithPaper().SingleAsync(a => a.Id == attempt.Id);
            foreach (var slot in paper.Slots.Take(7))
                paper.Take(new SentAnswer(paper.Id, slot.Number, 1, slot.RightValue(), TimeSpan.Zero, paper.StartedAt), paper.StartedAt);
            await db.SaveChangesAsync();
        });
        store.Clock.SetUtcNow(attempt.DueAt + Grace);

        await CloseOverdueAsync(store);

        Assert.Equal(35, (await store.PaperAsync(attempt.Id)).Score?.Value);
    }

    [Fact]
    public async Task One_that_cannot_be_handed_in_keeps_back_no_other()
    {
        await using var store = new AcademyStore(opened);
        var broken = await store.SeatAsync("E0001");
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var behind = await store.SeatAsync("E0002");
        await store.TellAsync((AcademyDb db) =>
            db.Database.ExecuteSqlAsync($"UPDATE Slots SET OptionOrder = 'torn' WHERE AttemptId = {broken.Id}"));
        store.Clock.SetUtcNow(behind.DueAt + Grace);

        Assert.Equal(1, await CloseOverdueAsync(store));

        Assert.Equal(behind.DueAt, (await store.PaperAsync(behind.Id)).SubmittedAt);
        Assert.Null(
            await store.AskAsync((AcademyDb db) => db.Attempts.Where(a => a.Id == broken.Id).Select(a => a.SubmittedAt).SingleAsync()));
    }

    [Fact]
    public async Task Who_starts_while_the_quiz_is_changed_gets_the_paper_of_the_changed_quiz()
    {
        var change = new Interruption();
        await using var store = new AcademyStore(opened, change.Into);
        change.Await("\"Text\"", () => store.TellAsync(async (AcademyDb db) =>
        {
            var quiz = await db.Quizzes.SingleAsync(q => q.Slug == Exam);
            var shorter = quiz.Draft with { Blueprint = quiz.Blueprint with { Sections = [quiz.Blueprint.Sections[0] with { Draw = 2 }] } };
            var free = shorter with { Terms = quiz.Terms with { PassPoints = Points.Zero } };
            Assert.Empty(quiz.Change(free, isSat: false, TestClock.Tuesday));
            await db.SaveChangesAsync();
        }));

        var attempt = await store.SeatAsync("E0001", Exam);

        Assert.Equal((2, 2, Points.Zero), (attempt.Slots.Count, attempt.SlotCount, attempt.PassPoints));
    }

    [Theory]
    [InlineData("\"GradedUnder\"", true)]
    [InlineData("\"Text\"", true)]
    [InlineData("\"GradedUnder\"", false)]
    [InlineData("\"Text\"", false)]
    public async Task Who_starts_while_a_question_is_taken_back_gets_a_paper_of_those_that_are_left(string read, bool isRemoved)
    {
        var other = new Interruption();
        await using var store = new AcademyStore(opened, other.Into);
        await store.TellAsync(async (AcademyDb db) =>
        {
            var (bank, now) = (new Bank("brought"), store.Clock.GetUtcNow());
            string[] keys = ["one", "two", "three"];
            foreach (var key in keys)
            {
                var question = db.Add(new Question(key, bank)).Entity;
                question.Write(Specimens.Single, null, now).Approve(null, now);
                if (key == "three") question.Retire(now);
            }

            var quiz = await db.Quizzes.SingleAsync(q => q.Slug == Exam);
            var brought = new Section(QuestionType.SingleChoice, Points.Of(5), ["brought"], 2, []);
            Assert.Empty(quiz.Change(
                quiz.Draft with
                {
                    Blueprint = quiz.Blueprint with { Sections = [brought] },
                    Terms = quiz.Terms with { PassPoints = Points.Zero },
                },
                isSat: false,
                TestClock.Tuesday));
            await db.SaveChangesAsync();
        });
        other.Await(read, () => store.TellAsync(async (AcademyDb db) =>
        {
            if (isRemoved)
            {
                await db.QuestionVersions.Where(v => v.Question.Key == "one").ExecuteDeleteAsync();
                await db.Questions.Where(q => q.Key == "one").ExecuteDeleteAsync();
            }
            else
            {
                // It waits to be removed where nobody sees it.
                var room = db.Add(new Bank("~")).Entity;
                await db.SaveChangesAsync();
                await db.Questions.Where(q => q.Key == "one").ExecuteUpdateAsync(set => set.SetProperty(q => q.BankId, room.Id));
            }

            await db.Questions
                .Where(q => q.Key == "three")
                .ExecuteUpdateAsync(set => set.SetProperty(q => q.RetiredAt, (DateTimeOffset?)null));
        }));

        var (attempt, refusal) = await store.StartAsync("E0001", Exam);

        Assert.Null(refusal);
        Assert.Equal(["three", "two"], await store.AskAsync((AcademyDb db) => db.Attempts
            .Where(a => a.Id == attempt)
            .SelectMany(a => a.Slots.Select(s => s.Version.Question.Key))
            .OrderBy(key => key)
            .ToListAsync()));
    }

    [Fact]
    public async Task An_attempt_that_waits_for_its_end_is_judged_by_the_quiz_as_it_was_begun()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");
        await store.TellAsync((AcademyDb db) =>
            db.ChangeQuizAsync(CourseQuiz, terms => terms with { PassPoints = Points.Zero, Grace = TimeSpan.FromHours(1) }));
        store.Clock.SetUtcNow(attempt.DueAt + Grace);

        Assert.Equal(1, await CloseOverdueAsync(store));

        Assert.False((await store.PaperAsync(attempt.Id)).HasPassed);
    }

    private static Task<int> CloseOverdueAsync(AcademyStore store) =>
        store.AskAsync((Invigilator invigilator) => invigilator.CloseOverdueAsync(CancellationToken.None));
}
