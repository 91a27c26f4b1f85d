using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>What the public sees of a competition whose board stands still, and what its holder sees.</summary>
public sealed class FreezeTests(OpenedAcademy opened)
{
    private static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);
    private static readonly DateTimeOffset Freezes = Opens.AddHours(6);
    private static readonly CompetitionTerms Terms = new(
        "冬季竞赛", "", Opens, Opens.AddDays(2), [new("keypad-lines-300", 5)], Freezes);

    private static readonly Quarter Winter = new(2026, 4);

    [Fact]
    public async Task A_result_after_the_freeze_is_on_the_holders_board_alone_until_results_are_final()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await FrozenAsync(store);
        var (shown, quarter) = (await store.BoardAsync(held, BoardCopy.Public), await store.BoardAsync(Discipline.Keypad, Winter));

        await store.CompeteAsync("E0003", held, keys: 60);
        await store.CompeteAsync("E0001", held, keys: 70);

        Assert.Equal(shown.Rows, (await store.BoardAsync(held, BoardCopy.Public)).Rows);
        Assert.Equal(quarter.Rows, (await store.BoardAsync(Discipline.Keypad, Winter)).Rows);
        var restricted = await store.BoardAsync(held, BoardCopy.Restricted);
        Assert.Equal(shown.Rows.Count + 1, restricted.Rows.Count);
        var late = await store.IdOfAsync("E0003");
        Assert.Equal((true, false), (restricted.RowOf(late) is not null, shown.RowOf(late) is not null));

        store.Clock.SetUtcNow(Terms.ClosesAt.AddHours(1));
        Assert.Equal(shown.Rows, (await store.BoardAsync(held, BoardCopy.Public)).Rows);
        Assert.Null(await store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, "成绩无误", by, None)));
        Assert.Equal(restricted.Rows, (await store.BoardAsync(held, BoardCopy.Public)).Rows);
    }

    [Fact]
    public async Task Sums_and_teams_come_from_what_is_public_alone()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await FrozenAsync(store);
        var (rows, teams) = await SumsAsync();

        await store.CompeteAsync("E0003", held, keys: 60);
        await store.CompeteAsync("E0001", held, keys: 70);

        store.Clock.Advance(KeptBoards.Moment);
        var (still, stillTeams) = await SumsAsync();
        Assert.Equal(rows, still);
        Assert.Equal(teams, stillTeams);
        store.Clock.SetUtcNow(Terms.ClosesAt.AddDays(3));
        Assert.Null(await store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, "成绩无误", by, None)));
        store.Clock.Advance(KeptBoards.Moment);
        Assert.NotEqual(rows, (await SumsAsync()).Rows);

        async Task<(List<string> Rows, List<string> Teams)> SumsAsync()
        {
            var board = await store.AskAsync((KeptBoards boards) => boards.OfAsync(Discipline.Keypad, held));
            var sums = new AllRound(AllRoundFormula.Scaled, [board]);
            var units = TeamRow.Of(sums, new TeamTerms(1, 1), branch => branch);
            return (
                [.. sums.Rows.Select(row => $"{row.Rank} {row.EmployeeId} {row.Sum}")],
                [.. units.Select(team => $"{team.Rank} {team.UnitId} {team.People} {team.Mean}")]);
        }
    }

    [Fact]
    public async Task What_was_done_before_the_freeze_is_shown_also_when_a_judge_decides_on_it_after()
    {
        await using var store = new AcademyStore(opened);
        var (_, events) = await store.PublishCompetitionAsync(Terms);
        store.Clock.SetUtcNow(Opens);
        var run = await store.CompeteAsync("E0004", events[0], 60, terms => Evenly(KeysOf(terms, 60), apart: 150));
        store.Clock.SetUtcNow(Freezes.AddHours(1));

        Assert.Empty((await store.BoardAsync(events[0], BoardCopy.Public)).Rows);
        Assert.Null(await store.ConveneAsync(
            (convener, by) => convener.DecideAsync(run, Verdict.Counts, "看过录像", by, Office.Here, None), "J0001"));

        Assert.Single((await store.BoardAsync(events[0], BoardCopy.Public)).Rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(48)]
    [InlineData(-1)]
    public void A_board_freezes_between_opening_and_closing(int hours) => Assert.Equal(
        [CompetitionRefusal.FreezesOutside], (Terms with { FreezesAt = Opens.AddHours(hours) }).Refusals());

    [Fact]
    public async Task Who_watches_is_told_of_each_change_of_the_public_board_and_of_nothing_behind_the_freeze()
    {
        await using var store = new AcademyStore(opened);
        var (competition, events) = await store.PublishCompetitionAsync(Terms);
        store.Clock.SetUtcNow(Opens);
        await using (var boards = await WatchAsync(store, events[0]))
        {
            Assert.Empty((await NextAsync(store, boards)).Board.Rows);
            await store.CompeteAsync("E0001", events[0], keys: 40);
            var told = await NextAsync(store, boards);
            Assert.Equal((1, false), (told.Board.Rows.Count, told.IsFrozen));
            Assert.Equal([await store.IdOfAsync("E0001")], told.Names.Keys);
        }

        store.Clock.SetUtcNow(Freezes.AddMinutes(-1));
        await using (var boards = await WatchAsync(store, events[0]))
        {
            Assert.False((await NextAsync(store, boards)).IsFrozen);
            store.Clock.SetUtcNow(Freezes);
            var told = await NextAsync(store, boards);
            Assert.Equal((1, true), (told.Board.Rows.Count, told.IsFrozen));
        }

        await store.CompeteAsync("E0002", events[0], keys: 50);
        store.Clock.SetUtcNow(Terms.ClosesAt.AddHours(1));
        await using (var boards = await WatchAsync(store, events[0]))
        {
            Assert.Single((await NextAsync(store, boards)).Board.Rows);
            Assert.Null(await store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, "成绩无误", by, None)));
            var told = await NextAsync(store, boards);
            Assert.Equal((2, false, true), (told.Board.Rows.Count, told.IsFrozen, told.IsFinal));
        }
    }

    [Fact]
    public async Task A_copy_is_for_this_quarter_at_the_same_days_of_it_and_has_its_name()
    {
        await using var store = new AcademyStore(opened);
        var zone = await store.AskAsync((BankZone bank) => Task.FromResult(bank));
        var model = new CompetitionTerms(
            "2026年三季度技能竞赛", "带工牌", zone.At(new(2026, 8, 31), new(9, 0)), zone.At(new(2026, 9, 4), new(18, 0)),
            [new("keypad-lines-300", 2)], zone.At(new(2026, 9, 4), new(12, 0)));
        var past = await store.AddCompetitionAsync(model);

        var (copy, _) = await store.ConveneAsync((convener, by) => convener.CopyAsync(past, by, None));
        var (again, _) = await store.ConveneAsync((convener, by) => convener.CopyAsync(past, by, None));

        var terms = await store.AskAsync(async (AcademyDb db) =>
            (await db.Set<Competition>().WithEvents().SingleAsync(c => c.Id == copy)).Terms);
        Assert.Equal(copy, again);
        Assert.Equal(
            model with
            {
                Title = "2026年四季度技能竞赛",
                OpensAt = zone.At(new(2026, 11, 30), new(9, 0)),
                ClosesAt = zone.At(new(2026, 12, 4), new(18, 0)),
                FreezesAt = zone.At(new(2026, 12, 4), new(12, 0)),
                Events = terms.Events,
            },
            terms);
        var (next, _) = await store.ConveneAsync((convener, by) => convener.CopyAsync(copy!.Value, by, None));
        Assert.Equal("2027年一季度技能竞赛", await store.AskAsync((AcademyDb db) =>
            db.Set<Competition>().Where(c => c.Id == next).Select(c => c.Title).SingleAsync()));
        Assert.Equal(
            (null, CompetitionRefusal.MayNotConvene),
            await store.ConveneAsync((convener, by) => convener.CopyAsync(past, by, None), "E0001"));
    }

    /// <summary>The next that is told. A look takes its time, so the clock goes on only when nothing has come of the beat before.</summary>
    /// <summary>Somebody who watches. They look at every beat that the clock leaps over, so it leaps when nobody watches.</summary>
    internal static Task<IAsyncEnumerator<LiveBoard>> WatchAsync(AcademyStore store, long eventId) =>
        store.AskAsync((LiveBoards live) => Task.FromResult(live.WatchAsync(eventId, None).GetAsyncEnumerator()));

    internal static async Task<LiveBoard> NextAsync(AcademyStore store, IAsyncEnumerator<LiveBoard> boards)
    {
        var next = boards.MoveNextAsync().AsTask();
        while (await Task.WhenAny(next, Task.Delay(100)) != next) store.Clock.Advance(LiveBoards.Beat);
        Assert.True(await next);
        return boards.Current;
    }

    /// <summary>A competition with one result before its freeze and a clock that stands behind it.</summary>
    private static async Task<(long Competition, long Event)> FrozenAsync(AcademyStore store)
    {
        var (competition, events) = await store.PublishCompetitionAsync(Terms);
        store.Clock.SetUtcNow(Opens);
        await store.CompeteAsync("E0001", events[0], keys: 30);
        await store.CompeteAsync("E0002", events[0], keys: 40);
        store.Clock.SetUtcNow(Freezes.AddMinutes(1));
        return (competition, events[0]);
    }
}
