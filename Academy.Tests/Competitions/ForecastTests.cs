using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Practice;
using CsCheck;

namespace Academy.Tests.Competitions;

public sealed class ForecastTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Gen<Discipline> AnyDiscipline = Gen.OneOf([.. Discipline.Practiced]);

    private static readonly Gen<List<PracticeDay>> AnyDays =
        Gen.Select(Gen.Int[0, 120], Gen.Int[100, 2_000]).List[0, 30].Select(days => days.DistinctBy(day => day.Item1)
            .Select(day => new PracticeDay(Today.AddDays(-day.Item1), day.Item2, 1)).ToList());

    [Fact]
    public void Nothing_is_foretold_before_today_and_the_latest_day_is_no_earlier_than_the_earliest() =>
        Gen.Select(AnyDiscipline, AnyDays, Gen.Int[50, 3_000]).Sample((discipline, days, goal) =>
        {
            var forecast = Forecast.Of(discipline, days, goal, Today);

            Assert.Equal(forecast.Kind == ForecastKind.Within, forecast.Earliest is not null);
            Assert.True(forecast.Earliest is null || forecast.Earliest >= Today);
            Assert.True(forecast.Latest is null || forecast.Latest >= forecast.Earliest);
            Assert.True(forecast.Latest is null || forecast.Latest <= Today.AddDays(Forecast.Horizon));
        });

    /// <summary>Some days of a line, with and without one more of them: the line leads to the goal on the same day.</summary>
    [Fact]
    public void More_days_of_the_same_line_change_nothing() =>
        Gen.Select(
            AnyDiscipline, Gen.Int[1, 5], Gen.Int[1, 4], Gen.Int[0, 20].HashSet[Forecast.FewestDays, 12], Gen.Int[0, 20], Gen.Int[1, 90])
        .Sample((discipline, rise, every, ago, more, ahead) =>
        {
            var sign = discipline.IsRace ? -1 : 1;
            PracticeDay At(int days) => new(Today.AddDays(-days * every), 5_000 - (sign * rise * days * every), 1);
            if (Today.DayNumber - At(ago.Min()).Day.DayNumber > Forecast.LongestPause) return;
            if (ago.Append(more).Count(days => days * every <= Forecast.DaysLookedAt) < Forecast.FewestDays + 1) return;
            if (ago.Count(days => days * every <= Forecast.DaysLookedAt) < Forecast.FewestDays) return;
            var goal = 5_000 + (sign * rise * ahead);

            var forecast = Forecast.Of(discipline, ago.Select(At), goal, Today);

            Assert.Equal(new(ForecastKind.Within, Today.AddDays(ahead), Today.AddDays(ahead)), forecast);
            Assert.Equal(forecast, Forecast.Of(discipline, ago.Append(more).Distinct().Select(At), goal, Today));
        });

    [Fact]
    public void From_fewer_days_than_stated_nothing_is_foretold() =>
        Gen.Select(AnyDiscipline, AnyDays, Gen.Int[50, 3_000]).Sample((discipline, days, goal) =>
        {
            var few = days.OrderByDescending(day => day.Day).Take(Forecast.FewestDays - 1).ToList();

            Assert.Equal(
                few.Exists(day => discipline.Reaches(day.Best, goal)) ? ForecastKind.Reached : ForecastKind.TooFewDays,
                Forecast.Of(discipline, few, goal, Today).Kind);
        });

    [Fact]
    public void The_order_in_which_days_arrive_changes_nothing() =>
        Gen.Select(AnyDiscipline, AnyDays, Gen.Int[50, 3_000], Gen.Int).Sample((discipline, days, goal, seed) =>
        {
            var shuffled = days.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(Forecast.Of(discipline, days, goal, Today), Forecast.Of(discipline, shuffled, goal, Today));
        });

    [Fact]
    public void One_day_that_is_far_better_or_worse_does_not_change_whether_it_goes_up() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[-900, 900]).Sample((odd, off) =>
        {
            var days = Enumerable.Range(0, 10).Select(day => new PracticeDay(
                Today.AddDays(-2 * day), 1_000 - (10 * day) + (day == odd ? off : 0), 1));

            var forecast = Forecast.Of(Discipline.Keypad, days, 2_000, Today);

            Assert.Equal(ForecastKind.Within, forecast.Kind);
        });

    [Theory]
    [InlineData(0, 0, 1_100, ForecastKind.NoProgress)]
    [InlineData(-3, 0, 1_100, ForecastKind.NoProgress)]
    [InlineData(1, 0, 1_900, ForecastKind.TooFar)]
    [InlineData(1, 22, 1_100, ForecastKind.NotLately)]
    [InlineData(1, 21, 1_100, ForecastKind.Within)]
    [InlineData(1, 0, 1_000, ForecastKind.Reached)]
    [InlineData(1, 88, 1_100, ForecastKind.TooFewDays)]
    public void What_cannot_be_told_is_said(int rise, int pause, int goal, ForecastKind kind)
    {
        var days = Enumerable.Range(0, 6).Select(day => new PracticeDay(Today.AddDays(-pause - day), 1_000 - (rise * day), 1));

        Assert.Equal(kind, Forecast.Of(Discipline.Keypad, days, goal, Today).Kind);
    }

    [Fact]
    public void Days_that_go_up_and_down_give_a_range_and_may_leave_its_end_open()
    {
        PracticeDay[] Days(params int[] scores) =>
            [.. scores.Reverse().Select((score, i) => new PracticeDay(Today.AddDays(-2 * i), score, 1))];

        var steady = Forecast.Of(Discipline.Keypad, Days(1_000, 1_022, 1_037, 1_061, 1_079, 1_101), 1_200, Today);
        var rough = Forecast.Of(Discipline.Keypad, Days(1_000, 1_100, 1_005, 1_095, 1_010, 1_105), 1_200, Today);

        Assert.True(steady.Earliest < steady.Latest);
        Assert.Equal((ForecastKind.Within, null), (rough.Kind, rough.Latest));
    }
}
