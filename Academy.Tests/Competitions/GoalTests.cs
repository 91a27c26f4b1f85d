using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

public sealed class GoalTests(OpenedAcademy opened)
{
    private const string Teller = "E0001";

    private static readonly LevelTable Lower = new(new Dictionary<string, List<decimal>> { ["keypad-lines-300"] = [250, 200, 150] });

    [Fact]
    public async Task A_goal_is_set_changed_and_dropped_and_there_is_one_at_a_time()
    {
        await using var store = new AcademyStore(opened);

        Assert.Null(await AimAsync(store, "180.5"));
        Assert.Equal((null, 903), await GoalAsync(store));
        Assert.Null(await CoachAsync(store, (coach, id) => coach.AimAtLevelAsync(id, Discipline.Keypad, 3, None)));
        Assert.Equal((3, 750), await GoalAsync(store));
        await CoachAsync(store, async (coach, id) => { await coach.DropAsync(id, Discipline.Keypad, None); return 0; });
        Assert.Null(await GoalAsync(store));
    }

    [Theory]
    [InlineData("", GoalRefusal.NoNumber)]
    [InlineData("fast", GoalRefusal.NoNumber)]
    [InlineData("-3", GoalRefusal.NoNumber)]
    [InlineData("1e3", GoalRefusal.NoNumber)]
    [InlineData("99.25", GoalRefusal.NoNumber)]
    [InlineData("99999999999999999999999999999999999999", GoalRefusal.NoNumber)]
    [InlineData("9", GoalRefusal.OutOfBounds)]
    [InlineData("901", GoalRefusal.OutOfBounds)]
    [InlineData("１８０", null)]
    [InlineData(" 180 ", null)]
    public async Task What_is_no_figure_that_somebody_can_reach_is_refused(string typed, GoalRefusal? refusal)
    {
        await using var store = new AcademyStore(opened);

        Assert.Equal(refusal, await AimAsync(store, typed));
    }

    [Fact]
    public async Task Half_a_sum_and_a_level_that_is_none_are_refused()
    {
        await using var store = new AcademyStore(opened);

        Assert.Equal(
            GoalRefusal.OutOfBounds,
            await CoachAsync(store, (coach, id) => coach.AimAtFigureAsync(id, Discipline.SlipSums, "12.5", None)));
        Assert.Equal(
            GoalRefusal.NoSuchLevel,
            await CoachAsync(store, (coach, id) => coach.AimAtLevelAsync(id, Discipline.SlipSums, 4, None)));
    }

    [Fact]
    public async Task Nobody_aims_at_what_is_reached()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.KeyAsync(Teller, Discipline.Keypad, terms => Hit(KeysOf(terms, 40), perSecond: 5));
        var figure = Discipline.Keypad.FigureOf(run.Score!.Value);

        Assert.Equal(GoalRefusal.ReachedAlready, await AimAsync(store, $"{figure:0.#}"));
        Assert.Null(await AimAsync(store, $"{figure + 1:0.#}"));
    }

    [Fact]
    public async Task A_goal_that_is_a_level_takes_what_the_level_takes_now()
    {
        await using var store = new AcademyStore(opened);
        await CoachAsync(store, (coach, id) => coach.AimAtLevelAsync(id, Discipline.Keypad, 2, None));
        var goal = await store.AskAsync((AcademyDb db) => db.Goals.SingleAsync(g => g.Level == 2 && g.SetAt == TestClock.Tuesday));

        Assert.Equal((1_100, 1_000), (goal.Score, goal.ScoreBy(Lower)));
    }

    private static Task<GoalRefusal?> AimAsync(AcademyStore store, string figure) =>
        CoachAsync(store, (coach, id) => coach.AimAtFigureAsync(id, Discipline.Keypad, figure, None));

    private static Task<(int? Level, int Score)?> GoalAsync(AcademyStore store) => store.AskAsync(async (AcademyDb db) =>
    {
        var id = await db.Employees.Numbered(Teller).Select(e => e.Id).SingleAsync();
        return await db.Goals.Of(id, Discipline.Keypad).SingleOrDefaultAsync() is { } goal ? (goal.Level, goal.Score) : ((int?, int)?)null;
    });

    private static async Task<T> CoachAsync<T>(AcademyStore store, Func<Coach, long, Task<T>> act)
    {
        var id = await store.AskAsync((AcademyDb db) => db.Employees.Numbered(Teller).Select(e => e.Id).SingleAsync());
        return await store.AskAsync((Coach coach) => act(coach, id));
    }
}
