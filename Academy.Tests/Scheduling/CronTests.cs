using Academy.Jobs;

namespace Academy.Tests.Scheduling;

/// <summary>What the timetable's expressions come to, day by day.</summary>
public sealed class CronTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("40 20 3 * * ?", "Asia/Shanghai")]
    [InlineData("0 30 2 * * ?", "Europe/Berlin")]
    [InlineData("0 0 0 * * ?", "America/Sao_Paulo")]
    [InlineData("0 15 1 * * ?", "Europe/London")]
    [InlineData("0 0 2 * * ?", "Australia/Lord_Howe")]
    public void Each_day_of_two_years_has_its_moment_once_whatever_becomes_of_its_hours(string expression, string zone)
    {
        var cron = In(expression, zone);
        var moments = MomentsOf(cron, Start.AddHours(12), End.AddHours(12)).ToList();

        var days = moments.ConvertAll(moment => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, cron.Zone).DateTime));
        Assert.Equal(Enumerable.Range(0, days.Count).Select(days[0].AddDays), days);
        Assert.Equal(731, days.Count);
    }

    [Theory]
    [InlineData("0 0 1 L * ?", "Asia/Shanghai", "2028-01-31,2028-02-29,2028-03-31,2028-04-30")]
    [InlineData("0 0 1 31 * ?", "Asia/Shanghai", "2028-01-31,2028-03-31,2028-05-31,2028-07-31")]
    [InlineData("0 0 1 29 2 ?", "Asia/Shanghai", "2028-02-29,2032-02-29,2036-02-29,2040-02-29")]
    [InlineData("0 30 7 ? * MON", "Europe/Berlin", "2028-01-03,2028-01-10,2028-01-17,2028-01-24")]
    public void Months_end_when_they_end(string expression, string zone, string days)
    {
        var cron = In(expression, zone);
        var moments = MomentsOf(cron, new DateTimeOffset(2027, 12, 31, 18, 0, 0, TimeSpan.Zero), DateTimeOffset.MaxValue).Take(4);

        Assert.Equal(days.Split(','), moments.Select(moment => $"{TimeZoneInfo.ConvertTime(moment, cron.Zone):yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("40 20 3 * * ?", "Asia/Shanghai")]
    [InlineData("0 30 2 * * ?", "Europe/Berlin")]
    [InlineData("0 0 1 L * ?", "Europe/London")]
    public void What_is_due_is_so_from_its_moment_on_whenever_somebody_looked_before(string expression, string zone)
    {
        var cron = In(expression, zone);
        var moments = MomentsOf(cron, Start, End).ToList();
        for (var now = Start.AddMinutes(1); now < End; now += TimeSpan.FromMinutes(37))
        {
            DateTimeOffset? last = moments.TakeWhile(moment => moment <= now).Select(moment => (DateTimeOffset?)moment).LastOrDefault();
            Assert.Equal((now, last), (now, cron.LastDue(Start, now)));
            Assert.Equal((now, moments.Find(moment => moment > now)), (now, cron.NextDue(now) < End ? cron.NextDue(now)!.Value : default));
        }

        Assert.Equal(moments[^1], cron.LastDue(Start, moments[^1]));
        Assert.Equal(moments[^2], cron.LastDue(Start, moments[^1].AddTicks(-1)));
        Assert.Null(cron.LastDue(moments[^1], moments[^1].AddSeconds(1)));
    }

    [Theory]
    [InlineData("40 20 3 * * ?", "03:20:40")]
    [InlineData("0 5 23 ? * *", "23:05:00")]
    [InlineData("0 0 1 L * ?", null)]
    [InlineData("0 0/5 3 * * ?", null)]
    public void A_time_of_each_day_is_told_from_other_plans(string expression, string? time) =>
        Assert.Equal(time, In(expression, "Asia/Shanghai").Daily?.ToString("HH:mm:ss", null));

    private static Cron In(string expression, string zone) => new(expression, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static IEnumerable<DateTimeOffset> MomentsOf(Cron cron, DateTimeOffset after, DateTimeOffset until)
    {
        for (var moment = cron.NextDue(after); moment is { } at && at <= until; moment = cron.NextDue(at)) yield return at;
    }
}
