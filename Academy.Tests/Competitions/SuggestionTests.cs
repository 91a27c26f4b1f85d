using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Practice;
using Academy.Tests.Hosting;
using CsCheck;

namespace Academy.Tests.Competitions;

public sealed class SuggestionTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Gen<DrillStanding> AnyStanding =
        from discipline in Gen.OneOf([.. Discipline.Practiced])
        from ago in Gen.Int[0, 40]
        from best in Gen.Int[1, 200]
        from level in Gen.Int[1, 200]
        from goal in Gen.Int[1, 200]
        select new DrillStanding(
            discipline,
            ago == 40 ? null : Today.AddDays(-ago),
            best < 20 ? null : best,
            level < 60 ? null : new Level(2, level),
            goal < 60 ? null : goal);

    [Fact]
    public void A_goal_that_is_near_comes_before_a_level_and_a_level_before_a_long_pause()
    {
        DrillStanding[] all =
        [
            Keypad(lastDay: -30),
            Keypad(lastDay: -2, best: 91, level: 100),
            Keypad(lastDay: -2, best: 90, goal: 100),
        ];

        Assert.Equal(SuggestionKind.CloseToGoal, Suggestion.Of(all, Today)?.Kind);
        Assert.Equal(SuggestionKind.CloseToLevel, Suggestion.Of(all[..2], Today)?.Kind);
        Assert.Equal(SuggestionKind.LongAgo, Suggestion.Of(all[..1], Today)?.Kind);
    }

    [Theory]
    [InlineData(-1, 89, 100)]
    [InlineData(0, 99, 100)]
    [InlineData(-1, 100, 100)]
    [InlineData(-13, 10, 100)]
    public void What_is_far_done_today_or_reached_is_left_alone(int lastDay, int best, int goal) =>
        Assert.Null(Suggestion.Of([Keypad(lastDay, best, goal: goal)], Today));

    [Fact]
    public void Of_times_the_shorter_is_nearer()
    {
        DrillStanding Race(int best) => new(Discipline.SlipHundred, Today.AddDays(-1), best, new Level(1, 120_000), null);

        Assert.NotNull(Suggestion.Of([Race(132_000)], Today));
        Assert.Null(Suggestion.Of([Race(132_001)], Today));
        Assert.Null(Suggestion.Of([Race(119_000)], Today));
    }

    [Fact]
    public void Whatever_is_suggested_was_tried_before_and_not_today() => AnyStanding.Array[0, 6].Sample(standings =>
    {
        var suggested = Suggestion.Of(standings, Today);

        Assert.True(suggested is null || suggested.Standing.LastDay < Today);
        Assert.True(suggested?.Kind != SuggestionKind.LongAgo || suggested.Standing.LastDay <= Today.AddDays(-Suggestion.DaysOfPause));
    });

    [Fact]
    public async Task The_home_has_one_link_and_says_why_and_is_quiet_for_who_never_practiced()
    {
        var panel = (await (await academy.App.SignInAsync("E0042")).GetPageAsync("/")).QuerySelector("#practice")!;

        Assert.Single(panel.QuerySelectorAll("a"));
        Assert.Equal("CloseToGoal", panel.GetAttribute("data-why"));
        Assert.Null((await (await academy.App.SignInAsync("E0001")).GetPageAsync("/")).QuerySelector("#practice"));
    }

    private static DrillStanding Keypad(int lastDay, int? best = null, int? level = null, int? goal = null) =>
        new(Discipline.Keypad, Today.AddDays(lastDay), best, level is { } score ? new Level(2, score) : null, goal);
}
