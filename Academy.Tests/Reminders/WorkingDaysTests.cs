using Academy.Domain.Opening;
using Academy.Domain.Reminders;
using Academy.Tests.Hosting;

namespace Academy.Tests.Reminders;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Announced = WorkingDaysFiles.Read(Path.Combine(Repository.Folder, "content"));

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-05-05", false)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-30", true)]
    public void The_year_2026_is_worked_as_the_state_council_has_announced(string day, bool isWorked) =>
        Assert.Equal(isWorked, Announced.IsWorked(DateOnly.Parse(day, null)));

    [Fact]
    public void As_many_days_of_2026_are_worked_as_its_holidays_leave()
    {
        var days = Enumerable.Range(0, 365).Select(n => new DateOnly(2026, 1, 1).AddDays(n)).ToList();

        // 261 days from Monday to Friday, 19 of them holidays, and 6 at weekends that are worked.
        Assert.Equal(33, Announced.Special.Count(d => !d.IsWorked));
        Assert.Equal(6, Announced.Special.Count(d => d.IsWorked));
        Assert.Equal(261 - Announced.Special.Count(d => !d.IsWorked && IsWeekday(d.Day)) + 6, days.Count(Announced.IsWorked));
        Assert.All(Announced.Special.Where(d => d.IsWorked), d => Assert.False(IsWeekday(d.Day)));
    }

    [Fact]
    public void The_next_day_that_is_worked_comes_after_the_holidays() =>
        Assert.Equal(new DateOnly(2026, 10, 8), Announced.After(new DateOnly(2026, 9, 30)));

    [Fact]
    public void A_day_that_two_files_name_is_told_with_the_file()
    {
        using var content = new TemporaryFolder();
        var folder = Directory.CreateDirectory(Path.Combine(content.Path, "calendar")).FullName;
        File.WriteAllText(Path.Combine(folder, "2026.yaml"), "worked: [2026-12-31]");
        File.WriteAllText(Path.Combine(folder, "2027.yaml"), "holidays: [{ name: 元旦, from: 2026-12-31, until: 2027-01-02 }]");

        Assert.Equal("calendar/2027.yaml", Assert.Throws<ContentException>(() => WorkingDaysFiles.Read(content.Path)).File);
    }

    [Fact]
    public void What_administrators_say_of_a_day_holds()
    {
        var own = Announced.With([new SpecialDay(new DateOnly(2026, 11, 30), false, "行庆", "")]);

        Assert.False(own.IsWorked(new DateOnly(2026, 11, 30)));
        Assert.Equal(new DateOnly(2026, 12, 1), own.After(new DateOnly(2026, 11, 29)));
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
