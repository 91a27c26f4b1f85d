using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Judges;

namespace Academy.Tests.Competitions;

public sealed class MarshalTests(OpenedAcademy opened)
{
    [Fact]
    public async Task One_enters_oneself_once_with_the_branch_of_that_day_and_withdraws()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting);
        var first = await store.EnterJudgedAsync(events[0], "E0001");
        Assert.Equal(first, await store.EnterJudgedAsync(events[0], "E0001"));
        var person = await store.AskAsync((AcademyDb db) => db.Employees.Numbered("E0001").SingleAsync());

        var contestant = await store.ContestantAsync(first);
        Assert.Equal((person.BranchId, person.Id, true), (contestant.BranchId, contestant.EnteredById, contestant.IsRanked));

        Assert.Null(await WithdrawAsync(store, events[0], "E0001", "E0001"));
        Assert.Null(await WithdrawAsync(store, events[0], "E0001", "E0001"));
        Assert.NotEqual(first, await store.EnterJudgedAsync(events[0], "E0001"));
        Assert.Equal(
            [JudgingTrail.ContestantsEntered, JudgingTrail.ContestantsWithdrawn, JudgingTrail.ContestantsEntered],
            await store.AskAsync((AcademyDb db) => db.Set<AuditEntry>()
                .Where(e => e.Subject == JudgingTrail.CompetitionEvent).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync()));
    }

    [Theory]
    [InlineData("E0002", true, false)]
    [InlineData("B0001", true, true)]
    [InlineData("B0001", false, false)]
    [InlineData("T0001", true, true)]
    [InlineData("T0001", false, true)]
    public async Task Heads_enter_their_own_people_and_only_who_teaches_anybody_and_guests(string by, bool isRanked, bool may)
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting);
        var own = await PersonAsync(store, isOfHead: true);

        var refusal = await store.MarshalAsync(by, (marshal, actor) => marshal.EnterAsync(events[0], [own], isRanked, actor, None));

        Assert.Equal(may ? null : EntryRefusal.MayNotEnter, refusal);
    }

    [Fact]
    public async Task A_head_enters_nobody_of_another_branch_and_nobody_of_the_rest_then_either()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting);
        var (own, other) = (await PersonAsync(store, isOfHead: true), await PersonAsync(store, isOfHead: false));

        Assert.Equal(
            EntryRefusal.MayNotEnter,
            await store.MarshalAsync("B0001", (marshal, actor) => marshal.EnterAsync(events[0], [own, other], true, actor, None)));
        Assert.False(await store.AskAsync((AcademyDb db) => db.Set<Contestant>().AnyAsync(c => c.EventId == events[0])));
    }

    [Fact]
    public async Task Nobody_enters_once_the_competition_has_closed_nor_an_event_in_the_browser()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(
            Counting with { Events = [new("counting-onefinger-300", 1, 2), new("keypad-lines-300", 1)] });
        var id = await store.IdOfAsync("E0001");

        Assert.Equal(EntryRefusal.NoSuchEvent, await EnterAsync(events[1]));
        Assert.Equal((null, StartRefusal.NoSuchEvent), await store.EnterAsync("E0001", events[0]));
        store.Clock.SetUtcNow(Counting.ClosesAt);
        Assert.Equal(EntryRefusal.Closed, await EnterAsync(events[0]));

        Task<EntryRefusal?> EnterAsync(long held) =>
            store.MarshalAsync("E0001", (marshal, by) => marshal.EnterAsync(held, [id], true, by, None));
    }

    [Fact]
    public async Task Nobody_withdraws_of_whom_something_is_written_down()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting);
        var contestant = await store.EnterJudgedAsync(events[0], "E0001");
        store.Clock.SetUtcNow(Opens);
        await store.WriteSheetAsync(One, contestant, 1, Bundles(3));

        Assert.Equal(EntryRefusal.HasSheet, await WithdrawAsync(store, events[0], "E0001", "E0001"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_judge_who_competes_does_not_say_of_themselves_whether_they_came(bool isAbsent)
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var own = await store.EnterJudgedAsync(held, One);
        if (!isAbsent) Assert.Null(await CallAsync(Other, true));

        Assert.Equal(EntryRefusal.Oneself, await CallAsync(One, isAbsent));
        Assert.Equal(!isAbsent, (await store.ContestantAsync(own)).IsAbsent);
        Assert.Null(await CallAsync(Other, isAbsent));

        Task<EntryRefusal?> CallAsync(string by, bool absent) =>
            store.MarshalAsync(by, (marshal, actor) => marshal.CallAsync(own, absent, actor, None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_guest_who_withdraws_and_is_entered_again_is_a_guest_until_a_trainer_says_otherwise(bool isByHead)
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting);
        var number = await NumberAsync(store, await PersonAsync(store, isOfHead: true));
        var by = isByHead ? "B0001" : number;
        await store.EnterJudgedAsync(events[0], number, by: "T0001", isRanked: false);
        Assert.Null(await WithdrawAsync(store, events[0], number, by));

        Assert.False((await store.ContestantAsync(await store.EnterJudgedAsync(events[0], number, by))).IsRanked);
        Assert.Null(await WithdrawAsync(store, events[0], number, by));
        Assert.True((await store.ContestantAsync(await store.EnterJudgedAsync(events[0], number, by: "T0001"))).IsRanked);
        Assert.Null(await WithdrawAsync(store, events[0], number, by));
        Assert.True((await store.ContestantAsync(await store.EnterJudgedAsync(events[0], number, by))).IsRanked);
    }

    [Fact]
    public async Task Who_are_entered_together_with_a_guest_of_before_have_a_rank_and_the_trail_tells_one_from_the_other()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Counting);
        var people = await store.AskAsync(async (AcademyDb db) =>
        {
            var path = await db.Employees.Numbered("B0001").Select(e => e.Branch.Path).SingleAsync();
            return await db.Employees.Employed().Where(e => e.UserName!.StartsWith("E0") && e.Branch.Path.StartsWith(path))
                .OrderBy(e => e.Id).Select(e => e.Id).Take(2).ToListAsync();
        });
        var guest = await NumberAsync(store, people[0]);
        await store.EnterJudgedAsync(events[0], guest, by: "T0001", isRanked: false);
        Assert.Null(await WithdrawAsync(store, events[0], guest, guest));

        Assert.Null(await store.MarshalAsync("B0001", (marshal, by) => marshal.EnterAsync(events[0], people, true, by, None)));

        Assert.Equal([false, true], await store.AskAsync((AcademyDb db) => db.Set<Contestant>().Entered()
            .Where(c => c.EventId == events[0]).OrderBy(c => c.EmployeeId).Select(c => c.IsRanked).ToListAsync()));
        Assert.Equal(["False", "False", "True"], (await store.AskAsync((AcademyDb db) => db.Set<AuditEntry>()
            .Where(e => e.Act == JudgingTrail.ContestantsEntered).ToListAsync())).Select(line => line.After["IsRanked"]).Order());
    }

    [Fact]
    public async Task Who_was_called_and_did_not_come_does_not_undo_it_by_entering_anew()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var contestant = await store.EnterJudgedAsync(held, "E0001");
        Assert.Null(await store.MarshalAsync("J0002", (marshal, by) => marshal.CallAsync(contestant, true, by, None)));
        var id = await store.IdOfAsync("E0001");

        Assert.Equal(
            EntryRefusal.Oneself, await store.MarshalAsync("E0001", (marshal, by) => marshal.WithdrawAsync(held, [id], by, None)));
        Assert.Null(await store.MarshalAsync("T0001", (marshal, by) => marshal.WithdrawAsync(held, [id], by, None)));
    }

    [Fact]
    public async Task Some_are_entered_and_others_withdrawn_all_of_them_or_nobody()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await store.PublishJudgedAsync();
        var judged = await store.EnterJudgedAsync(held, "E0001");
        await store.EnterJudgedAsync(held, "E0002");
        await store.WriteSheetAsync("J0001", judged, 1, Judges.Bundles(9));
        var (one, two, three) = (await store.IdOfAsync("E0001"), await store.IdOfAsync("E0002"), await store.IdOfAsync("E0003"));

        Assert.Equal(EntryRefusal.HasSheet, await ChangeAsync([three], [one]));
        Assert.Equal([one, two], await EnteredAsync());
        Assert.Null(await ChangeAsync([three], [two]));
        Assert.Equal([one, three], await EnteredAsync());

        Task<EntryRefusal?> ChangeAsync(long[] entering, long[] leaving) =>
            store.MarshalAsync("T0001", (marshal, by) => marshal.ChangeAsync(held, entering, leaving, by, None));

        Task<List<long>> EnteredAsync() => store.AskAsync((AcademyDb db) =>
            db.Contestants.Entered().Where(c => c.EventId == held).OrderBy(c => c.EmployeeId).Select(c => c.EmployeeId).ToListAsync());
    }

    [Fact]
    public async Task A_competition_that_somebody_has_entered_is_not_taken_back()
    {
        await using var store = new AcademyStore(opened);
        var (competition, events) = await store.PublishCompetitionAsync(Counting);
        await store.EnterJudgedAsync(events[0], "E0001");
        await WithdrawAsync(store, events[0], "E0001", "E0001");

        Assert.Equal(
            CompetitionRefusal.AlreadyBegun,
            await store.ConveneAsync((convener, by) => convener.WithdrawAsync(competition, by, None)));
    }

    [Theory]
    [InlineData(2, 1, 2, new[] { CompetitionRefusal.TriesOutOfRange })]
    [InlineData(1, 1, 1, new[] { CompetitionRefusal.JudgesOutOfRange })]
    [InlineData(1, 1, 10, new[] { CompetitionRefusal.JudgesOutOfRange })]
    [InlineData(1, 2, 2, new CompetitionRefusal[0])]
    public void A_judged_event_has_one_try_and_two_judges_at_least(int tries, int keypadTries, int judges, CompetitionRefusal[] refusals) =>
        Assert.Equal(refusals, (Counting with
        {
            Events = [new("counting-onefinger-300", tries, judges), new("keypad-lines-300", keypadTries)],
        }).Refusals());

    private static async Task<EntryRefusal?> WithdrawAsync(AcademyStore store, long held, string number, string by)
    {
        var id = await store.IdOfAsync(number);
        return await store.MarshalAsync(by, (marshal, actor) => marshal.WithdrawAsync(held, [id], actor, None));
    }

    private static Task<string> NumberAsync(AcademyStore store, long id) =>
        store.AskAsync((AcademyDb db) => db.Employees.Where(e => e.Id == id).Select(e => e.UserName!).SingleAsync());

    /// <summary>Somebody other than the head, at the branch of the head or elsewhere.</summary>
    private static Task<long> PersonAsync(AcademyStore store, bool isOfHead) => store.AskAsync(async (AcademyDb db) =>
    {
        var path = await db.Employees.Numbered("B0001").Select(e => e.Branch.Path).SingleAsync();
        return await db.Employees.Employed()
            .Where(e => e.UserName!.StartsWith("E0") && e.UserName != "E0002" && e.Branch.Path.StartsWith(path) == isOfHead)
            .OrderBy(e => e.Id).Select(e => e.Id).FirstAsync();
    });
}
