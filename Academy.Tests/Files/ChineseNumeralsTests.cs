using Academy.Domain.Files;

namespace Academy.Tests.Files;

public sealed class ChineseNumeralsTests
{
    [Theory]
    [InlineData(0, "零")]
    [InlineData(7, "七")]
    [InlineData(10, "十")]
    [InlineData(19, "十九")]
    [InlineData(20, "二十")]
    [InlineData(100, "一百")]
    [InlineData(105, "一百零五")]
    [InlineData(110, "一百一十")]
    [InlineData(999, "九百九十九")]
    [InlineData(1000, "1000")]
    public void Numbers_are_written_as_people_count(int number, string written) => Assert.Equal(written, ChineseNumerals.Of(number));

    [Fact]
    public void What_is_written_is_read_again() =>
        Assert.All(Enumerable.Range(0, 1000), number => Assert.Equal(number, ChineseNumerals.Read(ChineseNumerals.Of(number))));
}
