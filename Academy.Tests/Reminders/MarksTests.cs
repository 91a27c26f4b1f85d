using Academy.Domain.Reminders;
using CsCheck;

namespace Academy.Tests.Reminders;

/// <summary>Two years of days against a model that walks through them one by one.</summary>
public sealed class MarksTests
{
    private const int Days = 731;

    /// <summary>With 29 February 2028 in it.</summary>
    private static readonly DateOnly First = new(2027, 7, 1);

    private static readonly Gen<int[]> SomeDays = Gen.Int[0, 90].Array[1, 4];

    /// <summary>Holidays of some days, and days at weekends that are worked.</summary>
    private static readonly Gen<WorkingDays> Calendars =
        from holidays in Gen.Select(Gen.Int[0, Days], Gen.Int[1, 9]).Array[0, 10]
        from worked in Gen.Int[0, Days].Array[0, 10]
        select new WorkingDays(holidays
            .SelectMany(h => Enumerable.Range(h.Item1, h.Item2))
            .Select(n => new SpecialDay(First.AddDays(n), false, "", ""))
            .Concat(worked.Select(n => new SpecialDay(First.AddDays(n), true, "", "")))
            .DistinctBy(day => day.Day));

    /// <summary>Days on which the server is down, three at a time.</summary>
    private static readonly Gen<HashSet<int>> Outages =
        Gen.Int[0, Days].Array[0, 6].Select(starts => starts.SelectMany(start => Enumerable.Range(start, 3)).ToHashSet());

    [Fact]
    public void What_comes_to_its_day_is_told_once_for_each_mark_that_somebody_can_still_hear_of() =>
        Gen.Select(SomeDays, Calendars, Outages, Gen.Int[0, Days], Gen.Int[-30, Days]).Sample((marks, calendar, down, due, known) =>
        {
            var (of, since) = (First.AddDays(due), First.AddDays(known));
            var told = new List<(int Day, int Mark)>();
            var expected = new List<(int, int)>();
            for (var day = 0; day < Days; day++)
            {
                var today = First.AddDays(day);
                if (!calendar.IsWorked(today) || down.Contains(day)) continue;
                if (Marks.Before(marks, of, today, calendar.After(today), since) is { } mark && told.TrueForAll(t => t.Mark != mark))
                    told.Add((day, mark));
                if (PlainBefore(marks, due, day, calendar, known) is { } plain && expected.TrueForAll(t => t.Item2 != plain))
                    expected.Add((day, plain));
            }

            Assert.Equal(expected, told);
            Assert.All(told, one => Assert.True(one.Day <= due));
        }, iter: 300);

    [Fact]
    public void What_waits_is_told_once_in_each_stretch_of_days() =>
        Gen.Select(Gen.Int[1, 30], Calendars, Outages, Gen.Int[0, Days]).Sample((every, calendar, down, since) =>
        {
            var told = new HashSet<int>();
            for (var day = 0; day < Days; day++)
            {
                if (!calendar.IsWorked(First.AddDays(day)) || down.Contains(day)) continue;
                if (Marks.Since(First.AddDays(since), First.AddDays(day), every) is not { } times) continue;

                var stretch = since + 1 + (times * every);
                Assert.InRange(day, stretch, stretch + every - 1);
                told.Add(times);
            }

            for (var times = 0; since + 1 + ((times + 1) * every) <= Days; times++)
            {
                var stretch = Enumerable.Range(since + 1 + (times * every), every);
                Assert.Equal(
                    stretch.Any(day => calendar.IsWorked(First.AddDays(day)) && !down.Contains(day)), told.Contains(times));
            }
        }, iter: 300);

    [Fact]
    public void Nothing_older_than_two_weeks_is_news()
    {
        var day = new DateOnly(2028, 3, 1);

        Assert.True(Marks.IsNews(day, day));
        Assert.True(Marks.IsNews(new DateOnly(2028, 2, 17), day));
        Assert.False(Marks.IsNews(new DateOnly(2028, 2, 16), day));
        Assert.False(Marks.IsNews(day.AddDays(1), day));
    }

    /// <summary>Walks to the last day before the next one that is worked, and remembers which mark it came by last.</summary>
    private static int? PlainBefore(int[] marks, int due, int today, WorkingDays calendar, int known)
    {
        if (due < today) return null;

        var last = today;
        while (!calendar.IsWorked(First.AddDays(last + 1))) last++;
        int? came = null;
        var cameOn = int.MinValue;
        for (var day = due - 91; day <= last; day++)
        {
            if (!marks.Contains(due - day)) continue;
            (came, cameOn) = (due - day, day);
        }

        return cameOn > known ? came : null;
    }
}
