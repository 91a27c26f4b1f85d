using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Academy.Tests.Assignments;

/// <summary>Two years of one person's working life, day by day, against a model that remembers every day by itself.</summary>
public sealed class DutiesPropertyTests
{
    private const long Me = 7;
    private const int Days = 731;

    // 1 is the head office; 2 and 3 are branches; 4 and 5 are outlets of 2, 6 of 3.
    private static readonly Dictionary<long, long> Above = new() { [2] = 1, [3] = 1, [4] = 2, [5] = 2, [6] = 3 };
    private static readonly Organization Bank =
        new([(1, "/0/"), (2, "/0/2/"), (3, "/0/3/"), (4, "/0/2/4/"), (5, "/0/2/5/"), (6, "/0/3/6/")]);
    private static readonly DateOnly First = new(2026, 1, 1);

    private enum What { Move, Leave, Return, Depart }

    private sealed record Event(int Day, What What, long Branch, long Position);

    private static readonly Gen<Event> Events =
        from day in Gen.Int[0, Days - 1]
        from what in Gen.Enum<What>()
        from branch in Gen.Long[1, 6]
        from position in Gen.Long[1, 3]
        select new Event(day, what, branch, position);

    private static readonly Gen<Audience> Audiences =
        from people in Gen.OneOf(Gen.Const<long[]>([]), Gen.Const<long[]>([Me]), Gen.Const<long[]>([8]))
        from branches in Gen.Long[1, 6].Array[0, 2]
        from positions in Gen.Long[1, 3].Array[0, 2]
        select new Audience(people, branches, positions);

    private static readonly Gen<Assignment> Assignments =
        from audience in Audiences
        from start in Gen.Int[-400, 600]
        from length in Gen.Int[0, 80]
        from recurrence in Gen.Enum<Recurrence>()
        from newcomerDays in Gen.Int[0, 40]
        from withdrawn in Gen.OneOf(Gen.Const((int?)null), Gen.Int[0, Days].Select(day => (int?)day))
        select Assignment(audience, First.AddDays(start), length, recurrence, newcomerDays, withdrawn);

    [Fact]
    public void Everybody_has_on_each_day_exactly_what_the_rules_say() =>
        Gen.Select(Events.Array[0, 14], Assignments.Array[1, 4], Gen.Int[0, 60]).Sample((events, assignments, joined) =>
        {
            var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));
            var zone = new BankZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
            Employee? person = null;
            var life = new PlainLife();
            for (var day = 0; day < Days; day++, clock.Advance(TimeSpan.FromDays(1)))
            {
                var today = zone.DayOf(clock.GetUtcNow());
                if (day == joined)
                {
                    person = new Employee("E0007", "苏映禾", 4, 1, today) { Id = Me };
                    life.Join(4, 1);
                }

                foreach (var happening in events.Where(e => e.Day == day && person is not null))
                {
                    Happen(person!, happening, today, clock.GetUtcNow());
                    life.Happen(happening);
                }

                life.Sleep();
                var duties = Duties.On(today, Me, [.. person?.Postings ?? []], assignments, Bank);
                Assert.Equal(
                    assignments.Select(a => life.Expected(a, day)).Where(e => e is not null),
                    duties.Select(d => ((DateOnly, DateOnly)?)(d.Period.StartsOn, d.DueOn)));
            }
        }, iter: 150);

    private static Assignment Assignment(
        Audience audience, DateOnly start, int length, Recurrence recurrence, int newcomerDays, int? withdrawn)
    {
        var assignment = new Assignment(
            new Subject(SubjectKind.Course, 1), audience, start, start.AddDays(length), recurrence, newcomerDays, Me, default);
        if (withdrawn is { } day) assignment.Withdraw(First.AddDays(day));
        return assignment;
    }

    private static void Happen(Employee person, Event happening, DateOnly today, DateTimeOffset now)
    {
        switch (happening.What)
        {
            case What.Move: person.Move(happening.Branch, happening.Position, today); break;
            case What.Leave: person.GoOnLeave(LeaveKind.Maternity, today); break;
            case What.Return: person.Return(today); break;
            case What.Depart: person.Depart(today, now); break;
        }
    }

    /// <summary>Remembers for each day where the person was, and knows the calendar by counting.</summary>
    private sealed class PlainLife
    {
        private readonly List<(long Branch, long Position, bool AtWork)> days = [];
        private (long Branch, long Position, bool AtWork) now;

        public void Join(long branch, long position) => now = (branch, position, true);

        public void Happen(Event happening) => now = happening.What switch
        {
            What.Move => (happening.Branch, happening.Position, now.AtWork),
            What.Return => now with { AtWork = true },
            _ => now with { AtWork = false },
        };

        public void Sleep() => days.Add(now);

        public (DateOnly Start, DateOnly Due)? Expected(Assignment assignment, int day)
        {
            if (assignment.WithdrawnOn is { } end && First.AddDays(day) >= end) return null;

            (DateOnly Start, DateOnly Due)? period = null;
            for (var months = 0; assignment.StartsOn
                .AddMonths(months) <= First.AddDays(day); months += assignment.Recurrence == Recurrence.EveryYear ? 12 : 3)
            {
                period = (assignment.StartsOn.AddMonths(months), assignment.DueOn.AddMonths(months));
                if (assignment.Recurrence == Recurrence.None) break;
            }

            if (period is not { } current || !IsIn(assignment.Audience, day)) return null;

            var since = day;
            while (since > 0 && IsIn(assignment.Audience, since - 1)) since--;
            var late = First.AddDays(since + assignment.NewcomerDays);
            return First.AddDays(since) > current.Start && late > current.Due ? (current.Start, late) : current;
        }

        private bool IsIn(Audience audience, int day)
        {
            var (branch, position, atWork) = days[day];
            if (!atWork) return false;
            if (audience.People.Contains(Me)) return true;
            if (audience.Branches.Count == 0 && audience.Positions.Count == 0) return false;

            var isThere = audience.Branches.Count == 0;
            for (long? unit = branch; unit is { } at; unit = Above.TryGetValue(at, out var next) ? next : null)
                isThere |= audience.Branches.Contains(at);
            return isThere && (audience.Positions.Count == 0 || audience.Positions.Contains(position));
        }
    }
}
