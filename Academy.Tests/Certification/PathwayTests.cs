using Academy.Domain.Certification;
using static Academy.Tests.Certification.SampleSchemes;

namespace Academy.Tests.Certification;

/// <summary>Who is certified when, rule by rule.</summary>
public sealed class PathwayTests
{
    private static readonly Stay Always = new(DateOnly.MinValue, null);

    [Fact]
    public void Somebody_is_certified_on_the_day_on_which_the_last_thing_was_done()
    {
        var due = DueBy(Day(2027, 3, 20), [Read(2027, 3, 1), Sat(2027, 3, 12, 85)]);

        Assert.Equal((Day(2027, 3, 12), false), (due!.CompletedOn, due.IsRenewal));
        Assert.Equal(85, due.Scored!.Figure);
    }

    [Theory]
    [InlineData(79.99, false)]
    [InlineData(80, true)]
    public void A_mark_is_reached_or_it_is_not(double points, bool isDue) =>
        Assert.Equal(isDue, DueBy(Day(2027, 4, 1), [Read(2027, 3, 1), Sat(2027, 3, 12, (decimal)points)]) is not null);

    [Theory]
    [InlineData(2028, 2, 29, true)]
    [InlineData(2028, 3, 1, false)]
    public void What_was_done_counts_for_so_many_months(int year, int month, int day, bool isDue) => Assert.Equal(
        isDue, DueBy(Day(2029, 1, 1), [Sat(2027, 8, 29, 90), Read(year, month, day)], terms: Tellers with
        {
            Requirements = [Course, Quiz with { WithinMonths = 6 }],
        }) is not null);

    [Fact]
    public void Nobody_is_certified_before_the_scheme_begins_or_while_working_elsewhere()
    {
        List<Feat> done = [Read(2026, 3, 1), Sat(2026, 3, 12, 85)];

        Assert.Equal(Tellers.StartsOn, DueBy(Day(2027, 4, 1), done)!.CompletedOn);
        Assert.Equal(Day(2027, 5, 4), DueBy(Day(2027, 6, 1), done, stays: [new(Day(2027, 5, 4), null)])!.CompletedOn);
        Assert.Null(DueBy(Day(2027, 6, 1), done, stays: [new(Day(2026, 5, 4), Tellers.StartsOn)]));
    }

    [Fact]
    public void Early_in_the_window_a_renewal_is_counted_from_the_old_last_day()
    {
        var old = Validity.From(Day(2027, 1, 31), Tellers);
        Assert.Equal((Day(2027, 10, 31), Day(2028, 1, 30), Day(2028, 2, 14)), (old.RenewableOn, old.ExpiresOn, old.GraceUntil));

        var due = DueBy(Day(2028, 1, 1), [Read(2027, 1, 1), Sat(2027, 10, 30, 99), Sat(2027, 11, 2, 81)], new Held(old, null));
        var next = old.Next(due!.CompletedOn, due.CompletedOn, Tellers);

        Assert.True(due.IsRenewal);
        Assert.Equal((Day(2027, 11, 2), Day(2029, 1, 30)), (next.IssuedOn, next.ExpiresOn));
    }

    [Theory]
    [InlineData(30, 2029, 1, 30)]
    [InlineData(31, 2029, 1, 30)]
    [InlineData(32, 2029, 1, 31)]
    public void After_the_last_day_a_renewal_is_counted_from_the_day_on_which_it_was_done(int after, int year, int month, int day)
    {
        var (old, done) = (Validity.From(Day(2027, 1, 31), Tellers), Day(2028, 1, 1).AddDays(after - 1));

        var due = DueBy(Day(2028, 2, 10), [Sat(done.Year, done.Month, done.Day, 81)], new Held(old, null));

        Assert.Equal(Day(year, month, day), old.Next(due!.CompletedOn, due.CompletedOn, Tellers).ExpiresOn);
    }

    [Fact]
    public void After_the_grace_all_of_the_path_is_walked_again_and_nothing_from_before_the_window_counts()
    {
        var old = Validity.From(Day(2027, 1, 31), Tellers);
        List<Feat> before = [Read(2027, 1, 1), Sat(2028, 2, 15, 90)];

        Assert.Null(DueBy(Day(2028, 6, 1), before, new Held(old, null)));
        var due = DueBy(Day(2028, 6, 1), [.. before, Read(2028, 5, 2)], new Held(old, null));
        Assert.Equal((Day(2028, 5, 2), false), (due!.CompletedOn, due.IsRenewal));
    }

    [Fact]
    public void After_a_revocation_only_what_is_done_after_it_counts()
    {
        var revoked = new Held(Validity.From(Day(2027, 1, 31), Tellers), Day(2027, 6, 1));

        Assert.Null(DueBy(Day(2028, 1, 1), [Read(2027, 6, 1), Sat(2027, 7, 1, 90)], revoked));
        Assert.Equal(Day(2027, 7, 1), DueBy(Day(2028, 1, 1), [Read(2027, 6, 2), Sat(2027, 7, 1, 90)], revoked)!.CompletedOn);
    }

    [Fact]
    public void The_path_tells_what_is_lacking_and_what_does_not_count_any_more()
    {
        var terms = Tellers with { Requirements = [Course, Quiz with { WithinMonths = 6 }] };

        var steps = Pathway.StepsOn(Day(2027, 9, 30), terms, [Sat(2027, 1, 31, 90)], null);

        Assert.Equal([(false, null), (false, (DateOnly?)Day(2027, 8, 1))], steps.Select(step => (step.IsMet, step.LostOn)));
        Assert.Equal(Day(2027, 7, 31), Pathway.StepsOn(Day(2027, 7, 31), terms, [Sat(2027, 1, 31, 90)], null)[1].CountsUntil);
    }

    private static Requirement AtLevelTwo => new(RequirementKind.Drill, "slips-sums-600", Level: 2);
    private static Requirement InTwoMinutes => new(RequirementKind.Contest, "slips-hundred-600", 120);
    private static Requirement OnThePodium => new(RequirementKind.Contest, "slips-sums-600", 20, Rank: 3);

    public static TheoryData<Requirement, Feat, bool> Measured => new()
    {
        { AtLevelTwo, new(RequirementKind.Drill, "slips-sums-600", default) { Level = 1 }, true },
        { AtLevelTwo, new(RequirementKind.Drill, "slips-sums-600", default) { Level = 3 }, false },
        { AtLevelTwo, new(RequirementKind.Drill, "slips-sums-600", default), false },
        { InTwoMinutes, new(RequirementKind.Contest, "slips-hundred-600", default) { Figure = 119 }, true },
        { InTwoMinutes, new(RequirementKind.Contest, "slips-hundred-600", default) { Figure = 121 }, false },
        { OnThePodium, new(RequirementKind.Contest, "slips-sums-600", default) { Figure = 20, Rank = 3 }, true },
        { OnThePodium, new(RequirementKind.Contest, "slips-sums-600", default) { Figure = 30, Rank = 4 }, false },
        { OnThePodium, new(RequirementKind.Contest, "keypad-lines-300", default) { Figure = 30, Rank = 1 }, false },
        { new(RequirementKind.Quiz, "q"), new(RequirementKind.Quiz, "q", default) { Figure = 99 }, false },
        { new(RequirementKind.Quiz, "q"), new(RequirementKind.Quiz, "q", default) { HasPassed = true }, true },
    };

    [Theory, MemberData(nameof(Measured))]
    public void Levels_ranks_and_marks_are_what_they_are_in_their_discipline(Requirement asked, Feat done, bool isMet) =>
        Assert.Equal(isMet, asked.IsMetBy(done));

    private static Due? DueBy(
        DateOnly day, IReadOnlyCollection<Feat> feats, Held? last = null, SchemeTerms? terms = null,
        IReadOnlyCollection<Stay>? stays = null) =>
        Pathway.DueBy(day, terms ?? Tellers, feats, last, stays ?? [Always]);
}
