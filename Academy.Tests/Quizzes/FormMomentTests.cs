using Academy.Domain.Data;
using Academy.Web.Pages.Shared;

namespace Academy.Tests.Quizzes;

public sealed class FormMomentTests
{
    private static readonly BankZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Fact]
    public void A_moment_is_read_as_it_is_written()
    {
        var moment = FormMoment.Read("2026-12-01T09:00", Zone);

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero), moment);
        Assert.Equal("2026-12-01T09:00", FormMoment.Write(moment, Zone));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12:00")]
    [InlineData("2026-12-01")]
    [InlineData("2026-12-01T09:00Z")]
    [InlineData("2026-12-01T09:00:30")]
    [InlineData("2026-12-01 09:00")]
    [InlineData("12/01/2026 09:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void What_is_written_otherwise_is_none(string? written) => Assert.Null(FormMoment.Read(written, Zone));
}
