using Academy.Domain.Competitions;
using Academy.Domain.Data;

namespace Academy.Tests.Competitions;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-1")]
    [InlineData("2026-03-31", "2026-1")]
    [InlineData("2026-11-24", "2026-4")]
    [InlineData("2026-12-31", "2026-4")]
    public void A_day_is_in_the_quarter_of_its_month(string day, string quarter) =>
        Assert.Equal(quarter, Quarter.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Slug);

    [Fact]
    public void The_quarter_before_the_first_is_the_last_of_the_year_before() =>
        Assert.Equal(new Quarter(2025, 4), new Quarter(2026, 1).Before);

    [Fact]
    public void A_quarter_ends_at_midnight_of_the_bank()
    {
        var (from, until) = new Quarter(2026, 4).In(new BankZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));

        Assert.Equal(new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.Zero), from);
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero), until);
    }

    [Theory]
    [InlineData("2026-4", true)]
    [InlineData("2026-0", false)]
    [InlineData("2026-5", false)]
    [InlineData("2026-44", false)]
    [InlineData("0000-1", false)]
    [InlineData("9999-1", false)]
    [InlineData("-026-1", false)]
    [InlineData("２０２６-1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void What_names_no_quarter_is_none(string? slug, bool isOne) => Assert.Equal(isOne, Quarter.Named(slug) is not null);
}
