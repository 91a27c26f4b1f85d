using System.Globalization;
using Academy.Domain.Assignments;
using Academy.Domain.Learning;
using Academy.Domain.People;

namespace Academy.Tests.Assignments;

public sealed class DutiesTests
{
    private const long Me = 7;
    private static readonly Organization Bank = new([(1, "/0/"), (2, "/0/2/"), (4, "/0/2/4/"), (20, "/0/20/")]);
    private static readonly DateOnly Start = new(2026, 1, 31);

    private static Assignment Made(Audience audience, Recurrence recurrence = Recurrence.None, int newcomerDays = 14) =>
        new(new Subject(SubjectKind.Course, 1), audience, Start, new DateOnly(2026, 3, 15), recurrence, newcomerDays, Me, default);

    private static readonly Audience Everybody = new([], [1], []);

    [Theory]
    [InlineData("2026-01-30", null, null)]
    [InlineData("2026-01-31", "2026-01-31", "2026-03-15")]
    [InlineData("2026-04-29", "2026-01-31", "2026-03-15")]
    [InlineData("2026-04-30", "2026-04-30", "2026-06-15")]
    [InlineData("2026-07-31", "2026-07-31", "2026-09-15")]
    [InlineData("2027-01-31", "2027-01-31", "2027-03-15")]
    public void A_quarterly_assignment_begins_anew_on_its_day_or_the_last_of_a_shorter_month(string day, string? start, string? due)
    {
        var period = Made(Everybody, Recurrence.EveryQuarter).PeriodOn(Day(day));

        Assert.Equal((DayOrNone(start), DayOrNone(due)), (period?.StartsOn, period?.DueOn));
    }

    [Fact]
    public void A_withdrawn_assignment_is_asked_of_nobody_from_that_day()
    {
        var assignment = Made(Everybody);
        assignment.Withdraw(new DateOnly(2026, 2, 10));

        Assert.NotNull(assignment.PeriodOn(new DateOnly(2026, 2, 9)));
        Assert.Null(assignment.PeriodOn(new DateOnly(2026, 2, 10)));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(1, false)]
    [InlineData(20, false)]
    public void A_branch_means_its_subtree_and_nothing_that_is_merely_spelled_like_it(long branch, bool covered) =>
        Assert.Equal(covered, new Audience([], [2], []).Covers(Me, branch, 1, Bank));

    [Fact]
    public void Branches_and_positions_together_mean_those_positions_in_those_branches()
    {
        var tellers = new Audience([], [2], [1]);

        Assert.True(tellers.Covers(Me, 4, 1, Bank));
        Assert.False(tellers.Covers(Me, 4, 2, Bank));
        Assert.False(tellers.Covers(Me, 1, 1, Bank));
    }

    [Fact]
    public void A_rule_that_names_people_alone_is_for_nobody_else() =>
        Assert.False(new Audience([8], [], []).Covers(Me, 1, 1, Bank));

    [Theory]
    [InlineData("2026-01-15", "2026-03-15")]
    [InlineData("2026-02-20", "2026-03-15")]
    [InlineData("2026-03-10", "2026-03-24")]
    [InlineData("2026-05-04", "2026-05-18")]
    public void A_newcomer_has_the_days_for_newcomers_at_the_least(string joined, string due)
    {
        var since = Day(joined);
        var person = new Employee("E0007", "苏映禾", 4, 1, since) { Id = Me };

        var duty = Assert.Single(Duties.On(since > Start ? since : Start, Me, [.. person.Postings], [Made(Everybody)], Bank));

        Assert.Equal(Day(due), duty.DueOn);
    }

    [Theory]
    [InlineData(Recurrence.None, "2025-11-24", true)]
    [InlineData(Recurrence.EveryYear, "2026-01-30", false)]
    [InlineData(Recurrence.EveryYear, "2026-01-31", true)]
    public void What_was_done_before_counts_unless_it_has_to_be_done_again(Recurrence recurrence, string completedOn, bool isDone)
    {
        var assignment = Made(Everybody, recurrence);
        var duty = new Duty(assignment, assignment.PeriodOn(Start)!.Value, assignment.DueOn);

        Assert.Equal(isDone, duty.IsDoneBy(Day(completedOn), 1, 0));
    }

    [Fact]
    public void A_completion_of_an_older_edition_does_not_count_where_each_edition_is_asked_for()
    {
        var assignment = Made(Everybody);
        var duty = new Duty(assignment, assignment.PeriodOn(Start)!.Value, assignment.DueOn);

        Assert.False(duty.IsDoneBy(Start, 1, leastEdition: 2));
        Assert.True(duty.IsDoneBy(Start, 2, leastEdition: 2));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static DateOnly? DayOrNone(string? day) => day is null ? null : Day(day);
}
