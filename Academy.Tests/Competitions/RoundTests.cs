using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>Who comes into the next round of a competition, and how such a round is made.</summary>
public sealed class RoundTests(OpenedAcademy opened)
{
    private const string Counting = "counting-onefinger-300";
    private const string Keypad = "keypad-lines-300";

    private static readonly IReadOnlyList<string> People = ["E0001", "E0002", "E0003", "E0004", "E0005", "E0006", "E0007"];

    private static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);
    private static readonly CompetitionTerms First = new(
        "技能赛", "带工牌", Opens, Opens.AddDays(2), [new(Counting, 1, 2), new(Keypad, 1)]);

    [Fact]
    public async Task Who_is_within_the_ranks_of_the_same_drill_advances_and_so_does_who_shares_the_last_of_them()
    {
        await using var store = new AcademyStore(opened);
        var (first, events) = await store.PublishCompetitionAsync(First);
        store.Clock.SetUtcNow(Opens);
        foreach (var (number, bundles) in new[] { ("E0001", 10), ("E0002", 9), ("E0003", 9), ("E0004", 8) })
            await CountAsync(number, bundles);
        await CountAsync("E0005", 12, isRanked: false);
        var absent = await store.EnterJudgedAsync(events[0], "E0006");
        Assert.Null(await store.MarshalAsync(Judges.One, (marshal, by) => marshal.CallAsync(absent, true, by, None)));
        await store.CompeteAsync("E0004", events[1], keys: 30);
        store.Clock.SetUtcNow(First.ClosesAt.AddHours(1));
        Assert.Null(await store.FinalizeAsync(first));

        var terms = After(first, ranks: 2);
        var (_, next) = await store.PublishCompetitionAsync(terms);

        Assert.Equal(["E0001", "E0002", "E0003"], await AdvancedAsync(store, next[0]));
        Assert.Equal(["E0004"], await AdvancedAsync(store, next[1]));
        store.Clock.SetUtcNow(terms.OpensAt);
        Assert.Equal((null, StartRefusal.NotEligible), await store.EnterAsync("E0001", next[1]));
        Assert.Null((await store.EnterAsync("E0004", next[1])).Refusal);
        var (last, left) = (await store.IdOfAsync("E0003"), await store.IdOfAsync("E0004"));
        foreach (var by in new[] { "E0004", "T0001" })
            Assert.Equal(EntryRefusal.NotEligible, await EnterAsync(by, isRanked: true, left));
        Assert.Equal(EntryRefusal.NotEligible, await EnterAsync("T0001", isRanked: true, last, left));
        Assert.Null(await EnterAsync("E0003", isRanked: true, last));
        Assert.Null(await EnterAsync("T0001", isRanked: false, left));

        async Task CountAsync(string number, int bundles, bool isRanked = true)
        {
            var contestant = await store.EnterJudgedAsync(events[0], number, "T0001", isRanked);
            await store.JudgeAsync(Judges.One, contestant, Judges.Bundles(bundles));
            await store.JudgeAsync(Judges.Other, contestant, Judges.Bundles(bundles));
        }

        Task<EntryRefusal?> EnterAsync(string by, bool isRanked, params long[] people) =>
            store.MarshalAsync(by, (marshal, actor) => marshal.EnterAsync(next[0], people, isRanked, actor, None));
    }

    [Fact]
    public async Task Nobody_has_advanced_before_the_results_are_final()
    {
        await using var store = new AcademyStore(opened);
        var (first, events) = await store.PublishCompetitionAsync(First);
        store.Clock.SetUtcNow(Opens);
        await store.CompeteAsync("E0001", events[1], keys: 30);
        var (_, next) = await store.PublishCompetitionAsync(After(first, ranks: 10));
        store.Clock.SetUtcNow(After(first, 10).OpensAt);

        Assert.Equal((null, StartRefusal.NotEligible), await store.EnterAsync("E0001", next[1]));
        Assert.Empty(await AdvancedAsync(store, next[1]));

        Assert.Null(await store.FinalizeAsync(first));
        Assert.Null((await store.EnterAsync("E0001", next[1])).Refusal);
    }

    [Fact]
    public async Task Papers_count_of_who_had_advanced_from_any_quiz_of_the_round_before_when_they_began()
    {
        await using var store = new AcademyStore(opened);
        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(
            Sittings.CourseQuiz, quiz => quiz with { AttemptsAllowed = 1, AnswerRelease = Release.Never }));
        var (exam, course) = (await store.QuizIdAsync(), await store.QuizIdAsync(Sittings.CourseQuiz));
        var terms = new CompetitionTerms(
            "知识初赛", "", Opens, Opens.AddHours(4), [Answering.Asking(exam), Answering.Asking(course)]);
        var (first, _) = await store.PublishCompetitionAsync(terms);
        var later = terms with
        {
            Title = "知识决赛",
            OpensAt = Opens.AddHours(5),
            ClosesAt = Opens.AddDays(1),
            Events = [Answering.Asking(exam)],
            Eligibility = Advancing(first, 1),
        };
        var (final, held) = await store.PublishCompetitionAsync(later);
        store.Clock.SetUtcNow(Opens);
        await store.AnswerAsync("E0001", 5, TimeSpan.FromMinutes(1));
        await store.AnswerAsync("E0004", 4, TimeSpan.FromMinutes(1));
        await store.AnswerAsync("E0002", 1, TimeSpan.FromMinutes(1), Sittings.CourseQuiz);
        store.Clock.SetUtcNow(later.OpensAt);
        await store.AnswerAsync("E0002", 5, TimeSpan.FromMinutes(1));
        Assert.Null(await ContestOfAsync("E0001"));

        store.Clock.SetUtcNow(later.OpensAt.AddHours(2));
        Assert.Null(await store.FinalizeAsync(first));
        Assert.Equal("知识决赛", await ContestOfAsync("E0001"));
        Assert.Null(await ContestOfAsync("E0004"));
        await store.AnswerAsync("E0001", 2, TimeSpan.FromMinutes(1));
        await store.AnswerAsync("E0004", 4, TimeSpan.FromMinutes(1));
        Assert.Equal([("E0001", 2 * Answering.Each)], await RowsAsync());
        await store.AnswerAsync("E0002", 3, TimeSpan.FromMinutes(1));
        Assert.Equal([("E0002", 3 * Answering.Each), ("E0001", 2 * Answering.Each)], await RowsAsync());

        store.Clock.SetUtcNow(later.ClosesAt.AddHours(2));
        Assert.Null(await store.FinalizeAsync(final));

        async Task<string?> ContestOfAsync(string number)
        {
            var id = await store.IdOfAsync(number);
            return (await store.AskAsync((AcademyDb db) => db.ContestOfAsync(exam, id, store.Clock.GetUtcNow(), None)))?.Title;
        }

        async Task<List<(string, int)>> RowsAsync()
        {
            var board = await store.BoardAsync(held[0], BoardCopy.Public);
            var numbers = await store.AskAsync((AcademyDb db) => db.Users.ToDictionaryAsync(e => e.Id, e => e.UserName!));
            return [.. board.Rows.Select(row => (numbers[row.Entry.EmployeeId], row.Entry.Score))];
        }
    }

    [Fact]
    public async Task A_round_names_a_published_one_that_closes_before_it_opens_and_has_all_its_events()
    {
        await using var store = new AcademyStore(opened);
        var (first, _) = await store.PublishCompetitionAsync(First);
        var draft = await store.AddCompetitionAsync(First with { Title = "没有发布的" });
        var (terms, opens) = (After(first, ranks: 2), First.ClosesAt);
        var id = await store.AddCompetitionAsync(terms);
        (CompetitionTerms Terms, CompetitionRefusal Refusal)[] wrong =
        [
            (After(999_999, 2), CompetitionRefusal.NoSuchRound),
            (After(draft, 2), CompetitionRefusal.NoSuchRound),
            (After(id, 2), CompetitionRefusal.NoSuchRound),
            (terms with { OpensAt = opens.AddTicks(-1) }, CompetitionRefusal.RoundNotOver),
            (terms with { Events = [.. terms.Events, new("slips-sums-600", 1)] }, CompetitionRefusal.RoundLacksEvent),
            (After(first, 0), CompetitionRefusal.RanksOutOfRange),
            (After(first, 1001), CompetitionRefusal.RanksOutOfRange),
        ];

        foreach (var (changed, refusal) in wrong)
        {
            Assert.Equal([refusal], (await store.ConveneAsync((convener, by) => convener.AddAsync(changed, by, None))).Refusals);
            Assert.Equal([refusal], await ChangeAsync(changed));
        }

        Assert.Empty(await ChangeAsync(After(first, 1000) with { OpensAt = opens, Events = [new(Keypad, 1)] }));

        Task<IReadOnlyList<CompetitionRefusal>> ChangeAsync(CompetitionTerms changed) =>
            store.ConveneAsync((convener, by) => convener.ChangeAsync(id, terms.AsSeen(), changed, by, None));
    }

    [Fact]
    public async Task What_a_published_round_advances_from_is_not_taken_back_and_no_round_is_published_without_it()
    {
        await using var store = new AcademyStore(opened);
        var (first, _) = await store.PublishCompetitionAsync(First);
        var terms = After(first, ranks: 2);
        var (next, _) = await store.PublishCompetitionAsync(terms);

        Assert.Equal(CompetitionRefusal.HasNextRound, await WithdrawAsync(first));
        Assert.Null(await WithdrawAsync(next));
        Assert.Null(await WithdrawAsync(first));
        Assert.Equal(CompetitionRefusal.NoSuchRound, await PublishAsync(next, terms));
        Assert.Null(await PublishAsync(first, First));
        Assert.Null(await PublishAsync(next, terms));

        Task<CompetitionRefusal?> WithdrawAsync(long id) =>
            store.ConveneAsync((convener, by) => convener.WithdrawAsync(id, by, None));

        Task<CompetitionRefusal?> PublishAsync(long id, CompetitionTerms seen) =>
            store.ConveneAsync((convener, by) => convener.PublishAsync(id, seen.AsSeen(), by, None));
    }

    [Fact]
    public async Task The_next_round_is_made_in_one_step_for_the_first_ten_of_each_event_once_objections_are_over()
    {
        await using var store = new AcademyStore(opened);
        var judge = await store.IdOfAsync(Judges.One);
        var terms = First with
        {
            FreezesAt = Opens.AddDays(1),
            ChiefJudgeId = judge,
            Results = ResultTerms.Usual with { AllRound = AllRoundFormula.RankPoints },
            Eligibility = new EligibilityTerms(["100"], ["teller"], 3),
        };
        var (first, _) = await store.PublishCompetitionAsync(terms);

        var (next, refusal) = await NextRoundAsync(store, first);
        var (again, _) = await NextRoundAsync(store, first);

        var monday = new DateTimeOffset(2026, 11, 30, 1, 0, 0, TimeSpan.Zero);
        Assert.Equal((null, next), (refusal, again));
        Assert.Equal(
            (terms with
            {
                Title = "技能赛 决赛",
                Notice = "",
                OpensAt = monday,
                ClosesAt = monday.AddDays(2),
                FreezesAt = monday.AddDays(1),
                Eligibility = new EligibilityTerms(["100"], ["teller"], null, new AdvanceTerms(first, 10)),
            }).AsSeen(),
            (await TermsAsync(store, next!.Value)).AsSeen());
        var told = await store.AskAsync((AcademyDb db) => db.AuditEntries.SingleAsync(e => e.Act == CompetitionTrail.NextRoundAdded));
        Assert.Equal(("T0001", $"{next}"), (told.ActorNumber, told.SubjectKey));
        Assert.Contains($"# {first} ≤ 10", told.After["Eligibility"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_next_round_opens_after_today_on_a_day_from_Monday_to_Friday()
    {
        await using var store = new AcademyStore(opened);
        var (first, _) = await store.PublishCompetitionAsync(First);

        store.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 3, 23, 0, 0, TimeSpan.Zero));
        var (next, _) = await NextRoundAsync(store, first);

        Assert.Equal(new DateTimeOffset(2026, 12, 7, 1, 0, 0, TimeSpan.Zero), (await TermsAsync(store, next!.Value)).OpensAt);
    }

    [Fact]
    public async Task Only_who_teaches_makes_a_next_round_and_only_of_what_is_published()
    {
        await using var store = new AcademyStore(opened);
        var (first, _) = await store.PublishCompetitionAsync(First);
        var draft = await store.AddCompetitionAsync(First with { Title = "没有发布的" });

        foreach (var number in new[] { "E0001", Judges.One, "B0001" })
            Assert.Equal((null, CompetitionRefusal.MayNotConvene), await NextRoundAsync(store, first, number));
        Assert.Equal((null, CompetitionRefusal.NoSuchRound), await NextRoundAsync(store, draft));
        Assert.Equal((null, CompetitionRefusal.NoSuchCompetition), await NextRoundAsync(store, 999_999));
    }

    [Theory]
    [InlineData("技能赛", "技能赛 决赛")]
    [InlineData("技能赛初赛", "技能赛复赛")]
    [InlineData("技能赛复赛（城区）", "技能赛决赛（城区）")]
    public async Task The_title_says_which_round_it_is(string title, string next) =>
        Assert.Equal(next, (await AfterAsync(First with { Title = title })).Title);

    [Fact]
    public async Task A_long_title_is_cut_for_the_word_that_comes_behind_it()
    {
        var next = await AfterAsync(First with { Title = new string('赛', 100) });

        Assert.Equal($"{new string('赛', 97)} 决赛", next.Title);
        Assert.Empty(next.Refusals());
    }

    [Fact]
    public async Task A_quiz_is_not_asked_again()
    {
        var quiz = Answering.Asking(1);

        Assert.Equal([Keypad], (await AfterAsync(First with { Events = [new(Keypad, 1), quiz] })).Events.Select(e => e.Discipline));
        Assert.Equal([CompetitionRefusal.NoEvents], (await AfterAsync(First with { Events = [quiz] })).Refusals());
    }

    [Fact]
    public async Task A_copy_for_the_next_quarter_is_nobodys_next_round()
    {
        await using var store = new AcademyStore(opened);
        var (first, _) = await store.PublishCompetitionAsync(First);
        var limits = new EligibilityTerms(["100"], [], null, new AdvanceTerms(first, 2));
        var next = await store.AddCompetitionAsync(After(first, 2) with { Eligibility = limits });

        var (copy, refusal) = await store.ConveneAsync((convener, by) => convener.CopyAsync(next, by, None));

        Assert.Null(refusal);
        var kept = (await TermsAsync(store, copy!.Value)).Eligibility;
        Assert.Equal((null, "100"), (kept.Advancing, Assert.Single(kept.Branches)));
    }

    [Fact]
    public async Task Limits_that_were_kept_before_there_were_rounds_are_read_as_they_were()
    {
        await using var store = new AcademyStore(opened);
        var limits = new EligibilityTerms(["100"], ["teller"], 2);
        var id = await store.AddCompetitionAsync(First with { Eligibility = limits });

        store.Execute($$"""
            UPDATE Competitions SET OwnEligibility = '{"branches":["100"],"positions":["teller"],"level":2}' WHERE Id = {{id}}
            """);

        Assert.Equal((First with { Eligibility = limits }).AsSeen(), (await TermsAsync(store, id)).AsSeen());
    }

    [Fact]
    public void Terms_are_others_for_another_round_and_for_other_ranks()
    {
        Assert.NotEqual(First.AsSeen(), After(1, 2).AsSeen());
        Assert.NotEqual(After(1, 2).AsSeen(), After(1, 3).AsSeen());
        Assert.NotEqual(After(1, 2).AsSeen(), After(2, 2).AsSeen());
    }

    private static EligibilityTerms Advancing(long earlier, int ranks) =>
        EligibilityTerms.Everybody with { Advancing = new AdvanceTerms(earlier, ranks) };

    /// <summary>A round with the same events, a day after the first has closed.</summary>
    private static CompetitionTerms After(long earlier, int ranks) => First with
    {
        Title = "技能赛决赛",
        OpensAt = First.ClosesAt.AddDays(1),
        ClosesAt = First.ClosesAt.AddDays(2),
        Eligibility = Advancing(earlier, ranks),
    };

    private async Task<CompetitionTerms> AfterAsync(CompetitionTerms terms)
    {
        await using var store = new AcademyStore(opened);
        var zone = await store.AskAsync((BankZone bank) => Task.FromResult(bank));
        return terms.ForNextRound(1, terms.ClosesAt, zone);
    }

    private static Task<(long? Id, CompetitionRefusal? Refusal)> NextRoundAsync(
        AcademyStore store, long earlier, string number = Competing.Trainer) =>
        store.ConveneAsync((convener, by) => convener.NextRoundAsync(earlier, by, None), number);

    private static Task<CompetitionTerms> TermsAsync(AcademyStore store, long id) => store.AskAsync(async (AcademyDb db) =>
        (await db.Set<Competition>().WithEvents().SingleAsync(c => c.Id == id)).Terms);

    /// <summary>Whom of the people an event is for; the others have not advanced.</summary>
    private static Task<List<string>> AdvancedAsync(AcademyStore store, long eventId) =>
        store.AskAsync(async (IServiceProvider unit) =>
        {
            var db = (AcademyDb)unit.GetService(typeof(AcademyDb))!;
            var levels = (LevelTable)unit.GetService(typeof(LevelTable))!;
            var people = await db.Employees.Where(e => People.Contains(e.UserName!)).ToDictionaryAsync(e => e.Id, e => e.UserName!);
            var held = await db.Set<Event>().Include(e => e.Competition).SingleAsync(e => e.Id == eventId);
            var refused = await db.NotEligibleAsync(held, people.Keys, levels, None);
            Assert.All(refused.Values, refusal => Assert.Equal(EligibilityRefusal.NotAdvanced, refusal));
            return people.Where(person => !refused.ContainsKey(person.Key)).Select(person => person.Value).Order().ToList();
        });
}
