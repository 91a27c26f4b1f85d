using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Judges;

namespace Academy.Tests.Competitions;

/// <summary>Whom a competition is for. E0001 is a teller at outlet 102 of branch 100, E0031 a supervisor at 301.</summary>
public sealed class EligibilityTests(OpenedAcademy opened)
{
    private const string Teller = "E0001";
    private const string Supervisor = "E0031";

    private static readonly CompetitionTerms Keypad = new(
        "新人赛", "", TestClock.Tuesday, TestClock.Tuesday.AddDays(2), [new("keypad-lines-300", 2), new("slips-sums-600", 1)]);

    [Theory]
    [InlineData("", "", true, null)]
    [InlineData("100", "", true, null)]
    [InlineData("102 300", "", true, null)]
    [InlineData("10", "", true, EligibilityRefusal.OtherBranch)]
    [InlineData("101 200", "", true, EligibilityRefusal.OtherBranch)]
    [InlineData("", "teller", true, null)]
    [InlineData("", "lobby-manager supervisor", true, EligibilityRefusal.OtherPosition)]
    [InlineData("100", "supervisor", true, EligibilityRefusal.OtherPosition)]
    [InlineData("100", "teller", false, EligibilityRefusal.BelowLevel)]
    public void Who_is_limited_by_more_than_one_meets_all_of_it(
        string branches, string positions, bool isOnLevel, EligibilityRefusal? refusal) =>
        Assert.Equal(refusal, Terms(branches, positions).Refusal("/000/100/102/", "teller", isOnLevel, hasAdvanced: true));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(2, null, false)]
    [InlineData(2, 0, false)]
    [InlineData(2, 3, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 1, true)]
    public void A_level_is_reached_by_whoever_is_on_it_or_above(int? asked, int? reached, bool suffices) =>
        Assert.Equal(suffices, new EligibilityTerms([], [], asked).Suffices(reached));

    [Fact]
    public async Task Whoever_it_is_not_for_starts_no_try()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Keypad with { Eligibility = Terms("100", "teller") });

        Assert.Equal((null, StartRefusal.NotEligible), await store.EnterAsync(Supervisor, events[0]));
        Assert.Null((await store.EnterAsync(Teller, events[0])).Refusal);
        var supervisor = await store.IdOfAsync(Supervisor);
        Assert.False(await store.AskAsync((AcademyDb db) => db.DrillRuns.Of(supervisor).AnyAsync(r => r.EventId == events[0])));
    }

    [Fact]
    public async Task A_level_is_asked_for_in_the_drill_of_each_event_and_counts_from_practice()
    {
        await using var store = new AcademyStore(opened);
        var person = await UnpracticedAsync(store);
        var terms = Keypad with
        {
            Events = [.. Keypad.Events, new("counting-onefinger-300", 1, 2)],
            Eligibility = new EligibilityTerms([], [], 3),
        };
        var (_, events) = await store.PublishCompetitionAsync(terms);

        Assert.Equal((null, StartRefusal.NotEligible), await store.EnterAsync(person, events[0]));
        await store.KeyAsync(person, Discipline.Named("keypad-lines-300")!, drill => Typist.Hit(Typist.KeysOf(drill, 130), 5, seed: 3));

        Assert.Null((await store.EnterAsync(person, events[0])).Refusal);
        Assert.Equal(EligibilityRefusal.BelowLevel, await NotEligibleAsync(store, person, events[1]));
        Assert.Null(await NotEligibleAsync(store, person, events[2]));
    }

    [Fact]
    public async Task What_was_reached_behind_a_freeze_is_not_told_by_who_may_enter()
    {
        await using var store = new AcademyStore(opened);
        var person = await UnpracticedAsync(store);
        var (_, frozen) = await store.PublishCompetitionAsync(Keypad with { FreezesAt = TestClock.Tuesday.AddMinutes(1) });
        var (_, events) = await store.PublishCompetitionAsync(
            Keypad with { Title = "达标赛", Eligibility = new EligibilityTerms([], [], 3) });

        await store.CompeteAsync(person, frozen[0], 130);

        Assert.Equal((null, StartRefusal.NotEligible), await store.EnterAsync(person, events[0]));
    }

    [Fact]
    public async Task Nobody_enters_somebody_in_a_judged_event_whom_it_is_not_for_nor_anybody_along_with_them()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting with { Eligibility = Terms("100", "") });
        var (inside, outside) = (await store.IdOfAsync(Teller), await store.IdOfAsync(Supervisor));

        Assert.Equal(EntryRefusal.NotEligible, await EnterAsync(Supervisor, outside));
        Assert.Equal(EntryRefusal.NotEligible, await EnterAsync("T0001", inside, outside));
        Assert.False(await store.AskAsync((AcademyDb db) => db.Set<Contestant>().AnyAsync(c => c.EventId == events[0])));
        Assert.Null(await EnterAsync("B0001", inside));

        Task<EntryRefusal?> EnterAsync(string by, params long[] people) =>
            store.MarshalAsync(by, (marshal, actor) => marshal.EnterAsync(events[0], people, true, actor, None));
    }

    [Fact]
    public async Task Anybody_may_be_a_guest_of_who_teaches()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting with { Eligibility = Terms("100", "") });

        await store.EnterJudgedAsync(events[0], Supervisor, by: "T0001", isRanked: false);

        Assert.False(await store.AskAsync((AcademyDb db) =>
            db.Set<Contestant>().Where(c => c.EventId == events[0]).Select(c => c.IsRanked).SingleAsync()));
    }

    [Fact]
    public async Task A_copy_for_the_next_quarter_is_for_the_same_people()
    {
        await using var store = new AcademyStore(opened);
        var limits = new EligibilityTerms(["300", "100", "300"], ["teller"], 2);
        var (model, _) = await store.PublishCompetitionAsync(Keypad with { Eligibility = limits });

        var (copy, refusal) = await store.ConveneAsync((convener, by) => convener.CopyAsync(model, by, None));

        Assert.Null(refusal);
        var kept = await store.AskAsync((AcademyDb db) => db.Set<Competition>().SingleAsync(c => c.Id == copy));
        Assert.Equal(["100", "300"], kept.Eligibility.Branches);
        Assert.Equal("teller", Assert.Single(kept.Eligibility.Positions));
        Assert.Equal(2, kept.Eligibility.Level);
    }

    [Theory]
    [InlineData("no-such", "")]
    [InlineData("100", "no-such")]
    public async Task A_competition_is_limited_to_units_and_positions_that_there_are(string branches, string positions)
    {
        await using var store = new AcademyStore(opened);
        var wrong = Keypad with { Eligibility = Terms(branches, positions) };
        var id = await store.AddCompetitionAsync(Keypad);

        var (_, refusals) = await store.ConveneAsync((convener, by) => convener.AddAsync(wrong, by, None));
        Assert.Equal([CompetitionRefusal.NoSuchUnit], refusals);
        Assert.Equal(
            [CompetitionRefusal.NoSuchUnit],
            await store.ConveneAsync((convener, by) => convener.ChangeAsync(id, Keypad.AsSeen(), wrong, by, None)));
    }

    [Fact]
    public void Terms_are_the_same_whatever_the_order_of_choosing_and_others_for_other_people()
    {
        var limited = Keypad with { Eligibility = Terms("100 300", "teller") };

        Assert.Equal(limited.AsSeen(), (Keypad with { Eligibility = Terms("300 100", "teller") }).AsSeen());
        Assert.NotEqual(limited.AsSeen(), Keypad.AsSeen());
        Assert.NotEqual(limited.AsSeen(), (limited with { Eligibility = Terms("100 300", "supervisor") }).AsSeen());
        Assert.Equal([CompetitionRefusal.LevelOutOfRange], (Keypad with { Eligibility = new EligibilityTerms([], [], 4) }).Refusals());
    }

    private static EligibilityTerms Terms(string branches, string positions) => new(Words(branches), Words(positions), null);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Task<EligibilityRefusal?> NotEligibleAsync(AcademyStore store, string number, long eventId) =>
        store.AskAsync(async (IServiceProvider unit) =>
        {
            var db = (AcademyDb)unit.GetService(typeof(AcademyDb))!;
            var levels = (LevelTable)unit.GetService(typeof(LevelTable))!;
            var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
            var held = await db.Set<Event>().Include(e => e.Competition).SingleAsync(e => e.Id == eventId);
            var refused = await db.NotEligibleAsync(held, [id], levels, None);
            return refused.TryGetValue(id, out var refusal) ? refusal : (EligibilityRefusal?)null;
        });

    /// <summary>An employee without a result in any drill.</summary>
    private static Task<string> UnpracticedAsync(AcademyStore store) => store.AskAsync((AcademyDb db) =>
        db.Employees.Employed().Where(e => e.UserName!.StartsWith("E0") && !db.Set<DrillRun>().Any(r => r.EmployeeId == e.Id))
            .OrderBy(e => e.Id).Select(e => e.UserName!).FirstAsync());
}
