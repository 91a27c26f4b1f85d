using Academy.Domain.Learning;

namespace Academy.Tests.Learning;

/// <summary>A lesson of 10 minutes, which nobody reads in less than 4, with two clauses.</summary>
public class ProgressTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private readonly Lesson lesson = new("greeting");
    private readonly Progress progress = new(1, 1);

    public ProgressTests()
    {
        lesson.Revise(SampleLesson.Read() with { ReadingTime = TimeSpan.FromMinutes(10) }, null, Nine);
        progress.Open(Nine);
    }

    [Theory]
    [InlineData(3, 5, 3)]
    [InlineData(5, 5, 5)]
    [InlineData(9, 5, 5)]
    [InlineData(0, 5, 0)]
    [InlineData(-3, 5, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(3, -1, 0)]
    public void No_more_time_is_credited_than_has_passed(int visible, int passed, int credited)
    {
        progress.Credit(Minutes(visible), 1, At(passed));

        Assert.Equal(Minutes(credited), progress.ReadTime);
    }

    [Fact]
    public void The_same_time_is_not_credited_twice()
    {
        progress.Credit(Minutes(2), 1, At(2));
        progress.Credit(Minutes(2), 1, At(2));
        progress.Credit(Minutes(2), 1, At(3));

        Assert.Equal(Minutes(3), progress.ReadTime);
    }

    [Fact]
    public void The_time_between_two_openings_does_not_count()
    {
        progress.Credit(Minutes(2), 1, At(2));
        progress.Open(At(60));
        progress.Credit(Minutes(60), 1, At(61));

        Assert.Equal(Minutes(3), progress.ReadTime);
    }

    [Fact]
    public void The_furthest_clause_stays_when_one_reads_back()
    {
        progress.Credit(Minutes(1), 2, At(1));
        progress.Credit(Minutes(1), 1, At(2));

        Assert.Equal(2, progress.FurthestClause);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(30, null)]
    [InlineData(3.99, ReadingRefusal.TooFast)]
    [InlineData(0, ReadingRefusal.TooFast)]
    public void Without_script_the_time_since_the_opening_counts(double minutes, ReadingRefusal? refusal)
    {
        Assert.Equal(refusal, progress.Finish(LessonMeasure.Of(lesson), null, At(minutes)));
        Assert.Equal(refusal is null, progress.IsFinished);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(3.99, ReadingRefusal.TooFast)]
    [InlineData(0, ReadingRefusal.TooFast)]
    public void With_script_only_visible_time_counts(double visible, ReadingRefusal? refusal) =>
        Assert.Equal(refusal, progress.Finish(LessonMeasure.Of(lesson), Minutes(visible), At(60)));

    [Fact]
    public void Reading_adds_up_over_several_openings()
    {
        Assert.Equal(ReadingRefusal.TooFast, progress.Finish(LessonMeasure.Of(lesson), null, At(3)));
        progress.Open(At(60));

        Assert.Null(progress.Finish(LessonMeasure.Of(lesson), null, At(61)));
        Assert.Equal((At(61), 2), (progress.FinishedAt, progress.FurthestClause));
    }

    [Fact]
    public void Finishing_twice_keeps_the_first_moment()
    {
        progress.Finish(LessonMeasure.Of(lesson), null, At(5));
        progress.Open(At(60));

        Assert.Null(progress.Finish(LessonMeasure.Of(lesson), null, At(60)));
        Assert.Equal(At(5), progress.FinishedAt);
    }

    private static DateTimeOffset At(double minutes) => Nine.AddMinutes(minutes);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
