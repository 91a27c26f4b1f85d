using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Answering;

namespace Academy.Tests.Competitions;

/// <summary>A quiz as an event: which papers count, and how they are ranked.</summary>
public sealed class KnowledgeTests(OpenedAcademy opened)
{
    /// <summary>A teller of another branch than 100.</summary>
    private const string OtherBranch = "E0003";

    /// <summary>A supervisor of an outlet of 100.</summary>
    private const string OtherPosition = "E0019";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_shorter_time_decides_between_equal_points_where_that_is_declared_and_nowhere_else(bool tieByTime)
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store, tieByTime);
        await store.AnswerAsync("E0001", 3, 9 * Minute);
        await store.AnswerAsync("E0002", 3, 4 * Minute);
        await store.AnswerAsync("E0004", 4, 20 * Minute);
        await store.AnswerAsync("E0005", 2, Minute);

        Assert.Equal(
            tieByTime
                ? [("E0004", 1, 4 * Each, 1200), ("E0002", 2, 3 * Each, 240), ("E0001", 3, 3 * Each, 540), ("E0005", 4, 2 * Each, 60)]
                : [("E0004", 1, 4 * Each, 0), ("E0001", 2, 3 * Each, 0), ("E0002", 2, 3 * Each, 0), ("E0005", 4, 2 * Each, 0)],
            await RowsAsync(store, held));
    }

    [Fact]
    public async Task The_best_paper_counts_and_of_equal_ones_the_one_that_took_less_time()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store, tieByTime: true);
        await store.AnswerAsync("E0001", 5, 9 * Minute);
        await store.AnswerAsync("E0001", 4, Minute);
        await store.AnswerAsync("E0002", 3, 9 * Minute);
        await store.AnswerAsync("E0002", 3, 4 * Minute);

        Assert.Equal([("E0001", 1, 5 * Each, 540), ("E0002", 2, 3 * Each, 240)], await RowsAsync(store, held));
    }

    [Fact]
    public async Task Papers_that_were_begun_before_the_opening_or_at_the_closing_and_after_do_not_count()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await PublishedAsync(store, await store.KnowledgeAsync());
        var before = await store.BeginAsync("E0001", 5);
        store.Clock.SetUtcNow(Opens);
        Assert.True(await store.AskAsync((Invigilator invigilator) => invigilator.SubmitAsync(before, None)));
        await store.AnswerAsync("E0002", 2, Minute);
        store.Clock.SetUtcNow(Opens.AddDays(2).AddTicks(-1));
        await store.AnswerAsync("E0004", 3, 2 * Minute);
        await store.AnswerAsync("E0005", 4, Minute);

        Assert.Equal(["E0004", "E0002"], (await RowsAsync(store, held)).Select(row => row.Number));
    }

    [Fact]
    public async Task Nobody_competes_who_began_before_the_competition_was_published()
    {
        await using var store = new AcademyStore(opened);
        store.Clock.SetUtcNow(Opens);
        await store.AnswerAsync("E0001", 5, Minute);
        store.Clock.SetUtcNow(Opens.AddHours(1));
        var (_, held) = await PublishedAsync(store, await store.KnowledgeAsync());
        await store.AnswerAsync("E0002", 2, Minute);

        Assert.Equal(["E0002"], (await RowsAsync(store, held)).Select(row => row.Number));
    }

    [Fact]
    public async Task What_is_handed_in_after_the_freeze_is_on_no_public_board_before_results_are_final()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store, tieByTime: true, freezes: true);
        await store.AnswerAsync("E0001", 2, Minute);
        await store.AnswerAsync("E0002", 3, Minute);
        store.Clock.SetUtcNow(Freezes - Minute);
        await store.AnswerAsync("E0004", 5, Minute);
        await store.AnswerAsync("E0001", 5, 2 * Minute);
        await store.AnswerAsync("E0005", 1, Minute);

        Assert.Equal(["E0002", "E0001"], (await RowsAsync(store, held, BoardCopy.Public)).Select(row => row.Number));
        Assert.Equal(
            [("E0004", 1, 5 * Each, 60), ("E0001", 2, 5 * Each, 120), ("E0002", 3, 3 * Each, 60), ("E0005", 4, Each, 60)],
            await RowsAsync(store, held));

        store.Clock.SetUtcNow(Opens.AddDays(2).AddHours(1));
        Assert.Null(await store.FinalizeAsync(competition));
        Assert.Equal(await RowsAsync(store, held), await RowsAsync(store, held, BoardCopy.Public));
        var kept = await store.AskAsync((AcademyDb db) => db.KeptResultsAsync(held, None));
        Assert.Equal((await store.BoardAsync(held, BoardCopy.Restricted)).Rows, kept!.AsBoard(Discipline.Knowledge).Rows);
    }

    [Fact]
    public async Task Who_watches_is_told_of_papers_and_of_nothing_behind_the_freeze()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store, freezes: true);
        await using (var boards = await FreezeTests.WatchAsync(store, held))
        {
            Assert.Empty((await FreezeTests.NextAsync(store, boards)).Board.Rows);
            await store.AnswerAsync("E0001", 2, Minute);
            Assert.Single((await FreezeTests.NextAsync(store, boards)).Board.Rows);
        }

        store.Clock.SetUtcNow(Freezes);
        await store.AnswerAsync("E0002", 3, Minute);
        await using (var boards = await FreezeTests.WatchAsync(store, held))
        {
            var frozen = await FreezeTests.NextAsync(store, boards);
            Assert.Equal((1, true), (frozen.Board.Rows.Count, frozen.IsFrozen));
        }

        store.Clock.SetUtcNow(Opens.AddDays(2).AddHours(1));
        await using (var boards = await FreezeTests.WatchAsync(store, held))
        {
            Assert.False((await FreezeTests.NextAsync(store, boards)).IsFinal);
            Assert.Null(await store.FinalizeAsync(competition));
            var told = await FreezeTests.NextAsync(store, boards);
            Assert.Equal((2, true), (told.Board.Rows.Count, told.IsFinal));
        }
    }

    [Fact]
    public async Task A_quiz_that_tells_scores_no_more_is_on_no_public_board_and_its_results_are_not_final()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store);
        await store.AnswerAsync("E0001", 2, Minute);
        Assert.Single(await RowsAsync(store, held, BoardCopy.Public));

        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(
            Sittings.Exam, terms => terms with { ScoreRelease = Release.AfterClosing }));

        Assert.Empty(await RowsAsync(store, held, BoardCopy.Public));
        store.Clock.SetUtcNow(Opens.AddDays(2).AddHours(1));
        Assert.Equal(CompetitionRefusal.ScoresHidden, await store.FinalizeAsync(competition));
        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(
            Sittings.Exam, terms => terms with { ScoreRelease = Release.OnSubmission }));
        Assert.Null(await store.FinalizeAsync(competition));
    }

    [Fact]
    public async Task Tries_that_a_quiz_allows_only_later_do_not_count()
    {
        await using var store = new AcademyStore(opened);
        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(Sittings.Exam, quiz => quiz with { AttemptsAllowed = 1 }));
        var (_, held) = await RunningAsync(store);
        await store.AnswerAsync("E0001", 2, Minute);

        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(Sittings.Exam, quiz => quiz with { AttemptsAllowed = 3 }));
        var (quiz, person) = (await store.QuizIdAsync(), await store.IdOfAsync("E0001"));
        Assert.Null(await store.AskAsync((AcademyDb db) => db.ContestOfAsync(quiz, person, store.Clock.GetUtcNow(), None)));
        await store.AnswerAsync("E0001", 5, Minute);

        Assert.Equal([("E0001", 1, 2 * Each, 0)], await RowsAsync(store, held));
    }

    [Fact]
    public async Task Results_are_not_final_while_a_paper_is_answered_or_waits_for_marks()
    {
        await using var store = new AcademyStore(opened);
        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(
            Sittings.EveryType, terms => terms with { AttemptsAllowed = 2, AnswerRelease = Release.Never }));
        var (competition, events) = await store.PublishCompetitionAsync(await store.KnowledgeAsync(slug: Sittings.EveryType));
        store.Clock.SetUtcNow(Opens.AddDays(2) - Minute);
        var paper = await store.BeginAsync("E0001", 99, Sittings.EveryType);
        store.Clock.SetUtcNow(Opens.AddDays(2).AddHours(5));

        Assert.Equal(CompetitionRefusal.NotOver, await store.FinalizeAsync(competition));
        Assert.True(await store.AskAsync((Invigilator invigilator) => invigilator.SubmitAsync(paper, None)));
        Assert.Equal(CompetitionRefusal.Unmarked, await store.FinalizeAsync(competition));
        Assert.Equal([new Blocker(CompetitionRefusal.Unmarked, 1)], await BlockersAsync(store, competition));
        Assert.Empty(await RowsAsync(store, events[0]));

        var waiting = (await store.PaperAsync(paper)).Responses.Where(r => r.Awarded is null).Select(r => r.Slot).ToList();
        Assert.NotEmpty(waiting);
        foreach (var slot in waiting) await MarkNothingAsync(store, paper, slot);
        Assert.Single(await RowsAsync(store, events[0]));
        Assert.Null(await store.FinalizeAsync(competition));
    }

    [Fact]
    public async Task A_competition_is_over_once_the_last_paper_must_be_in()
    {
        await using var store = new AcademyStore(opened);
        var (competition, _) = await RunningAsync(store);

        var found = await store.AskAsync((AcademyDb db) => db.Set<Competition>().WithEvents().SingleAsync(c => c.Id == competition));

        Assert.InRange(found.OverAt, found.ClosesAt.AddMinutes(30), found.ClosesAt.AddMinutes(33));
    }

    [Fact]
    public async Task What_somebody_has_answered_is_not_withdrawn_and_no_drill_is_started_in_it()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store);
        Assert.Equal((null, StartRefusal.NoSuchEvent), await store.EnterAsync("E0001", held));
        await store.BeginAsync("E0001", 1);

        Assert.Equal(
            CompetitionRefusal.AlreadyBegun,
            await store.ConveneAsync((convener, by) => convener.WithdrawAsync(competition, by, None)));
    }

    [Fact]
    public async Task Papers_of_people_whom_it_is_not_for_count_nowhere_and_keep_nothing_up()
    {
        await using var store = new AcademyStore(opened);
        var limits = new EligibilityTerms(["100"], ["teller"], 3);
        var terms = await store.KnowledgeAsync() with { Eligibility = limits };
        var (competition, held) = await PublishedAsync(store, terms);
        store.Clock.SetUtcNow(Opens);
        await store.BeginAsync(OtherBranch, 5);
        await store.AnswerAsync(OtherPosition, 4, Minute);
        Assert.Null(await store.ConveneAsync((convener, by) => convener.WithdrawAsync(competition, by, None)));
        Assert.Null(await store.ConveneAsync((convener, by) => convener.PublishAsync(competition, terms.AsSeen(), by, None)));
        await store.AnswerAsync(OtherPosition, 4, Minute);
        await store.AnswerAsync("E0001", 2, Minute);
        await store.AnswerAsync("E0002", 3, Minute);

        foreach (var copy in Enum.GetValues<BoardCopy>())
            Assert.Equal(["E0002", "E0001"], (await RowsAsync(store, held, copy)).Select(row => row.Number));
        store.Clock.SetUtcNow(Opens.AddDays(2).AddHours(1));
        Assert.Null(await store.FinalizeAsync(competition));
    }

    [Fact]
    public async Task A_paper_counts_by_the_position_in_which_it_was_begun()
    {
        await using var store = new AcademyStore(opened);
        var limits = new EligibilityTerms([], ["teller"], null);
        var (_, held) = await PublishedAsync(store, await store.KnowledgeAsync() with { Eligibility = limits });
        store.Clock.SetUtcNow(Opens);
        await store.AnswerAsync("E0001", 3, Minute);
        await store.AnswerAsync(OtherPosition, 4, Minute);

        store.Execute(
            "UPDATE Employees SET PositionId = (SELECT Id FROM Positions WHERE Slug = iif(UserName = 'E0001', 'supervisor', 'teller')) "
            + "WHERE UserName IN ('E0001', 'E0019')");

        Assert.Equal(["E0001"], (await RowsAsync(store, held, BoardCopy.Public)).Select(row => row.Number));
    }

    [Fact]
    public async Task A_quiz_stays_as_it_is_until_the_last_paper_of_the_last_contest_is_over()
    {
        await using var store = new AcademyStore(opened);
        var terms = await store.KnowledgeAsync();
        var later = terms with { Title = "另一场", OpensAt = terms.ClosesAt, ClosesAt = terms.ClosesAt.AddDays(1) };
        store.Execute(
            $"UPDATE Quizzes SET OwnerId = (SELECT Id FROM Employees WHERE UserName = 'T0001') WHERE Slug = '{Sittings.Exam}'");
        var owner = await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered("T0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());
        var quiz = await store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync(q => q.Slug == Sittings.Exam));
        await PublishedAsync(store, terms);
        var (second, _) = await PublishedAsync(store, later);

        store.Clock.SetUtcNow(terms.ClosesAt);
        Assert.Equal([QuizRefusal.InContest], await EditAsync());
        Assert.Equal(QuizRefusal.InContest, await CloseAsync());
        Assert.Null(await store.ConveneAsync((convener, by) => convener.WithdrawAsync(second, by, None)));
        Assert.Equal([QuizRefusal.InContest], await EditAsync());
        store.Clock.Advance(quiz.Terms.TimeLimit + TimeSpan.FromMinutes(10));
        Assert.Empty(await EditAsync());
        Assert.Null(await CloseAsync());

        Task<IReadOnlyList<QuizRefusal>> EditAsync() => store.AskAsync((QuizMaker maker) => maker.EditAsync(
            owner, quiz.Id, quiz.Draft.Fingerprint,
            quiz.Draft with { Terms = quiz.Terms with { Description = "改过的说明" } }, None));

        Task<QuizRefusal?> CloseAsync() => store.AskAsync((QuizMaker maker) => maker.CloseAsync(owner, quiz.Id, None));
    }

    [Fact]
    public async Task No_paper_counts_in_two_competitions()
    {
        await using var store = new AcademyStore(opened);
        var terms = await store.KnowledgeAsync(freezes: true);
        var (first, _) = await PublishedAsync(store, terms);
        var after = terms with { Title = "另一场", OpensAt = terms.ClosesAt, ClosesAt = terms.ClosesAt.AddDays(1), FreezesAt = null };
        var during = after with { OpensAt = terms.ClosesAt.AddTicks(-1) };

        Assert.Equal([CompetitionRefusal.QuizTaken], (await AddAsync(during)).Refusals);
        var (draft, refusals) = await AddAsync(after);
        Assert.Empty(refusals);
        Assert.Null(await store.ConveneAsync((convener, by) => convener.WithdrawAsync(first, by, None)));
        Assert.Empty(await store.ConveneAsync((convener, by) =>
            convener.ChangeAsync(draft!.Value, after.AsSeen(), during, by, None)));
        Assert.Null(await store.ConveneAsync((convener, by) => convener.PublishAsync(first, terms.AsSeen(), by, None)));
        Assert.Equal(
            CompetitionRefusal.QuizTaken,
            await store.ConveneAsync((convener, by) => convener.PublishAsync(draft!.Value, during.AsSeen(), by, None)));

        Task<(long? CompetitionId, IReadOnlyList<CompetitionRefusal> Refusals)> AddAsync(CompetitionTerms wanted) =>
            store.ConveneAsync((convener, by) => convener.AddAsync(wanted, by, None));
    }

    [Fact]
    public async Task Whose_paper_does_not_count_is_not_told_that_it_does()
    {
        await using var store = new AcademyStore(opened);
        var limits = new EligibilityTerms(["100"], ["teller"], null);
        await PublishedAsync(store, await store.KnowledgeAsync() with { Eligibility = limits });
        store.Clock.SetUtcNow(Opens);
        var quiz = await store.QuizIdAsync();

        Assert.Equal("知识赛", await ContestOfAsync("E0001"));
        Assert.Null(await ContestOfAsync(OtherBranch));
        Assert.Null(await ContestOfAsync(OtherPosition));
        store.Clock.SetUtcNow(Opens.AddDays(2));
        Assert.Null(await ContestOfAsync("E0001"));

        async Task<string?> ContestOfAsync(string number)
        {
            var id = await store.IdOfAsync(number);
            return (await store.AskAsync((AcademyDb db) => db.ContestOfAsync(quiz, id, store.Clock.GetUtcNow(), None)))?.Title;
        }
    }

    [Fact]
    public async Task Points_of_papers_and_of_drills_add_up()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        await store.AnswerAsync("E0001", 4, Minute);
        await store.AnswerAsync("E0002", 3, Minute);

        var sums = new AllRound(AllRoundFormula.Scaled, [await store.BoardAsync(held, BoardCopy.Public)]);

        Assert.Equal([Points.Of(100), Points.Of(75)], sums.Rows.Select(row => row.Sum));
    }

    [Fact]
    public async Task A_quiz_of_another_trainer_and_one_that_nobody_sees_cannot_be_chosen()
    {
        await using var store = new AcademyStore(opened);
        var terms = await store.KnowledgeAsync();
        var quiz = terms.Events[0].QuizId!.Value;
        var other = await store.IdOfAsync("A0001");

        store.Execute($"UPDATE Quizzes SET OwnerId = {other} WHERE Id = {quiz}");
        Assert.Equal([CompetitionRefusal.UnknownQuiz], await AddAsync(store, terms));
        Assert.Empty(await AddAsync(store, terms, "A0001"));

        store.Execute($"UPDATE Quizzes SET OwnerId = NULL, PublishedAt = NULL WHERE Id = {quiz}");
        Assert.Equal([CompetitionRefusal.UnknownQuiz], await AddAsync(store, terms));
        Assert.Equal([CompetitionRefusal.UnknownQuiz], await AddAsync(store, terms with { Events = [Asking(999_999)] }));
    }

    [Fact]
    public async Task Another_trainers_quiz_that_is_an_event_already_stays_one_when_the_competition_is_changed_and_published()
    {
        await using var store = new AcademyStore(opened);
        var terms = await store.KnowledgeAsync();
        store.Execute($"UPDATE Quizzes SET OwnerId = {await store.IdOfAsync("A0001")} WHERE Id = {terms.Events[0].QuizId}");
        var (id, _) = await store.ConveneAsync((convener, by) => convener.AddAsync(terms, by, None), "A0001");
        var renamed = terms with { Title = "改名的知识赛" };

        Assert.Empty(await store.ConveneAsync((convener, by) => convener.ChangeAsync(id!.Value, terms.AsSeen(), renamed, by, None)));
        Assert.Null(await store.ConveneAsync((convener, by) => convener.PublishAsync(id!.Value, renamed.AsSeen(), by, None)));
    }

    [Fact]
    public async Task A_quiz_that_became_unfit_keeps_the_competition_from_being_published()
    {
        await using var store = new AcademyStore(opened);
        var terms = await store.KnowledgeAsync();
        var id = await store.AddCompetitionAsync(terms);
        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(Sittings.Exam, quiz => quiz with { AttemptsAllowed = null }));

        Assert.Equal(
            CompetitionRefusal.QuizUnlimited,
            await store.ConveneAsync((convener, by) => convener.PublishAsync(id, terms.AsSeen(), by, None)));
    }

    public static TheoryData<CompetitionRefusal?, string> Unfit => new()
    {
        { null, "" },
        { CompetitionRefusal.QuizUnlimited, "unlimited" },
        { CompetitionRefusal.QuizHidesScores, "scores later" },
        { CompetitionRefusal.QuizHidesScores, "scores never" },
        { CompetitionRefusal.QuizTellsAnswers, "answers at once" },
        { CompetitionRefusal.QuizNotOpen, "opens later" },
        { CompetitionRefusal.QuizNotOpen, "closes earlier" },
    };

    [Theory, MemberData(nameof(Unfit))]
    public void A_quiz_is_an_event_only_where_the_contest_is_fair_and_its_board_may_be_shown(CompetitionRefusal? refusal, string how)
    {
        var competition = new CompetitionTerms("知识赛", "", Opens, Opens.AddDays(2), [Asking(1)]);
        var quiz = Rehearsals.Terms with
        {
            AttemptsAllowed = 1,
            AnswerRelease = Release.AfterClosing,
            OpensAt = Opens,
            ClosesAt = Opens.AddDays(2),
        };

        Assert.Equal(refusal, QuizRules.Refusal(how switch
        {
            "unlimited" => quiz with { AttemptsAllowed = null },
            "scores later" => quiz with { ScoreRelease = Release.AfterClosing },
            "scores never" => quiz with { ScoreRelease = Release.Never },
            "answers at once" => quiz with { AnswerRelease = Release.OnSubmission },
            "opens later" => quiz with { OpensAt = Opens.AddTicks(1) },
            "closes earlier" => quiz with { ClosesAt = Opens.AddDays(2).AddTicks(-1) },
            _ => quiz,
        }, competition));
    }

    [Fact]
    public void A_knowledge_event_has_a_quiz_no_other_has_one_and_none_is_asked_twice()
    {
        var terms = new CompetitionTerms("知识赛", "", Opens, Opens.AddDays(2), [Asking(1), Asking(2)]);

        Assert.Empty(terms.Refusals());
        Assert.Equal([CompetitionRefusal.DrillTwice], With(Asking(1), Asking(1, tieByTime: true)));
        Assert.Equal([CompetitionRefusal.QuizMissing], With(new EventTerms(Discipline.Knowledge.Slug, 1)));
        Assert.Equal([CompetitionRefusal.QuizMissing], With(new EventTerms("keypad-lines-300", 1, 0, 1)));
        Assert.Equal([CompetitionRefusal.QuizMissing], With(new EventTerms("keypad-lines-300", 1, 0, null, true)));
        Assert.Equal([CompetitionRefusal.TriesOutOfRange], With(Asking(1) with { Tries = 2 }));
        Assert.Equal([CompetitionRefusal.JudgesOutOfRange], With(Asking(1) with { Judges = 2 }));
        Assert.Equal([CompetitionRefusal.TooManyQuizzes], With([.. Enumerable.Range(1, 6).Select(quiz => Asking(quiz))]));

        IReadOnlyList<CompetitionRefusal> With(params EventTerms[] events) => (terms with { Events = events }).Refusals();
    }

    [Fact]
    public async Task A_copy_does_not_ask_the_same_quiz_again()
    {
        await using var store = new AcademyStore(opened);
        var terms = await store.KnowledgeAsync();
        var both = await store.AddCompetitionAsync(terms with { Events = [new("keypad-lines-300", 2), terms.Events[0]] });
        var alone = await store.AddCompetitionAsync(terms);

        var (copy, _) = await store.ConveneAsync((convener, by) => convener.CopyAsync(both, by, None));

        Assert.Equal(["keypad-lines-300"], await store.AskAsync((AcademyDb db) =>
            db.Set<Event>().Where(e => e.CompetitionId == copy).Select(e => e.Discipline).ToListAsync()));
        Assert.Equal(
            (null, CompetitionRefusal.NoEvents), await store.ConveneAsync((convener, by) => convener.CopyAsync(alone, by, None)));
    }

    private static async Task<(long Competition, long Event)> PublishedAsync(AcademyStore store, CompetitionTerms terms)
    {
        var (competition, events) = await store.PublishCompetitionAsync(terms);
        return (competition, events[0]);
    }

    /// <summary>One that has just opened.</summary>
    private static async Task<(long Competition, long Event)> RunningAsync(
        AcademyStore store, bool tieByTime = false, bool freezes = false)
    {
        var published = await PublishedAsync(store, await store.KnowledgeAsync(tieByTime, freezes));
        store.Clock.SetUtcNow(Opens);
        return published;
    }

    private static async Task<List<(string Number, int Rank, int Score, int Time)>> RowsAsync(
        AcademyStore store, long held, BoardCopy copy = BoardCopy.Restricted)
    {
        var board = await store.BoardAsync(held, copy);
        var numbers = await store.AskAsync((AcademyDb db) => db.Users.ToDictionaryAsync(e => e.Id, e => e.UserName!));
        return [.. board.Rows.Select(row => (numbers[row.Entry.EmployeeId], row.Rank, row.Entry.Score, row.Entry.Wrong))];
    }

    private static async Task<IReadOnlyList<CompetitionRefusal>> AddAsync(
        AcademyStore store, CompetitionTerms terms, string number = Competing.Trainer) =>
        (await store.ConveneAsync((convener, by) => convener.AddAsync(terms, by, None), number)).Refusals;

    private static Task<IReadOnlyList<Blocker>> BlockersAsync(AcademyStore store, long competition) =>
        store.AskAsync(async (AcademyDb db) => await db.BlockersAsync(
            await db.Set<Competition>().WithEvents().SingleAsync(c => c.Id == competition), store.Clock.GetUtcNow(), None));

    private static async Task MarkNothingAsync(AcademyStore store, long paper, int slot)
    {
        var criteria = (await store.PaperAsync(paper)).Slots.Single(s => s.Number == slot).Question.Criteria.Count;
        var nothing = new GivenMark([.. Enumerable.Repeat(Points.Zero, criteria)], Points.Zero, "", null);
        Assert.Null(await store.ConveneAsync((_, by) =>
            store.AskAsync((Examiner examiner) => examiner.MarkAsync(paper, slot, nothing, by, None))));
    }
}
