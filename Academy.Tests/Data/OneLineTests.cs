using Academy.Domain.Data;
using CsCheck;

namespace Academy.Tests.Data;

/// <summary>A name is what people see of it.</summary>
public sealed class OneLineTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  柳渡支行 ", "柳渡支行")]
    [InlineData("张　三", "张 三")]
    [InlineData("第一行\r\n第二行\t第三行", "第一行 第二行 第三行")]
    [InlineData("\u202E行支渡柳\u202C", "行支渡柳")]
    [InlineData("\u200B\u200D\u2060\uFEFF", "")]
    [InlineData("\u3164\u115F\u1160\uFFA0", "")]
    [InlineData("\u2800\u034F\uFE0F\u180B", "")]
    [InlineData("许\u200B嘉\u0007木\u0000", "许嘉木")]
    [InlineData("一\u2028二", "一 二")]
    [InlineData("𠮷田𫖯", "𠮷田𫖯")]
    [InlineData("\uE863", "\uE863")]
    public void Nothing_stays_in_a_name_that_nobody_sees(string? typed, string seen) => Assert.Equal(seen, OneLine.Of(typed));

    [Fact]
    public void A_name_of_a_name_is_the_name() =>
        Gen.String.Sample(typed => Assert.Equal(OneLine.Of(typed), OneLine.Of(OneLine.Of(typed))));
}
