using System.Globalization;
using Academy.Domain.Questions;
using CsCheck;

namespace Academy.Tests.Questions;

public class PointsTests
{
    [Theory]
    [InlineData(500, 250)]
    [InlineData(250, 125)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Half_a_hundredth_goes_up(long hundredths, long half) => Assert.Equal(new Points(half), new Points(hundredths).Half());

    [Fact]
    public void Two_halves_miss_the_whole_by_a_hundredth_at_most() => Gen.Long[0, 1_000_000].Select(hundredths => new Points(hundredths)).Sample(whole =>
        Assert.InRange((whole.Half() + whole.Half() - whole).Hundredths, 0, 1));

    [Fact]
    public void A_sum_is_exact() => Gen.Long[0, 100_000].Array[0, 200].Sample(hundredths =>
        Assert.Equal(hundredths.Sum(n => n / 100m), hundredths.Sum(n => new Points(n)).Value));

    [Fact]
    public void A_tenth_taken_ten_times_is_one() => Assert.Equal(Points.Of(1), Enumerable.Repeat(0.1m, 10).Sum(Points.Of));

    [Theory]
    [InlineData("87.50", "87.5")]
    [InlineData("5.00", "5")]
    [InlineData("0.25", "0.25")]
    [InlineData("100", "100")]
    [InlineData("0", "0")]
    public void Points_are_written_with_as_many_decimals_as_it_takes(string points, string written)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        Assert.Equal(written, Points.Of(decimal.Parse(points, CultureInfo.InvariantCulture)).ToString());
    }

    [Fact]
    public void Points_compare_as_their_values_do() => Gen.Select(Gen.Long[-500, 500], Gen.Long[-500, 500]).Sample((a, b) =>
    {
        Assert.Equal(a < b, new Points(a) < new Points(b));
        Assert.Equal(a >= b, new Points(a) >= new Points(b));
        Assert.Equal(a.CompareTo(b), new Points(a).CompareTo(new Points(b)));
    });
}
