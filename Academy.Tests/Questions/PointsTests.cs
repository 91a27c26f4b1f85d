using System.Globalization;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;
using CsCheck;

namespace Academy.Tests.Questions;

public class PointsTests
{
    [Theory]
    [InlineData(500, 0.5, 250)]
    [InlineData(3, 0.5, 2)]
    [InlineData(1, 0.5, 1)]
    [InlineData(0, 0.5, 0)]
    [InlineData(100, 0.3333333, 33)]
    [InlineData(100, 0.6666667, 67)]
    [InlineData(500, 1, 500)]
    public void A_share_is_rounded_once_and_half_a_hundredth_goes_up(long hundredths, double share, long earned) =>
        Assert.Equal(new Points(earned), new Points(hundredths).Share((decimal)share));

    [Fact]
    public void Parts_add_up_to_the_whole_and_keep_their_proportions() =>
        Gen.Select(Gen.Long[0, 100_000].Select(n => new Points(n)), Gen.Int[0, 20].Select(n => n / 4m).Array[1, 12])
            .Sample((whole, proportions) =>
            {
                var parts = whole.Split(proportions);

                Assert.Equal(whole, parts.Sum(part => part));
                Assert.All(parts, part => Assert.True(part >= Points.Zero));
                var sum = proportions.Sum();
                Assert.All(parts.Zip(proportions), pair => Assert.InRange(
                    pair.First.Hundredths - (whole.Hundredths * (sum > 0 ? pair.Second / sum : 1m / proportions.Length)), -1, 1));
            });

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
