using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Academy.Tests.Reminders;

/// <summary>
/// Two years of mornings through the store, in a zone that changes its clocks, with 29 February 2028 and the ends of all months in them,
/// and with the server down for three days at a time.
/// </summary>
public sealed class TwoYearsTests(OpenedAcademy opened)
{
    private static readonly DateOnly First = new(2027, 3, 1);
    private static readonly DateOnly Last = new(2029, 2, 28);

    /// <summary>Over a change of the clocks, over the leap day, and over the end of a month.</summary>
    private static readonly DateOnly[] Outages = [new(2027, 3, 12), new(2028, 2, 28), new(2028, 8, 30), new(2028, 10, 28)];

    [Fact]
    public async Task Each_reminder_is_told_once_and_what_was_missed_is_made_good_once()
    {
        var zone = new BankZone(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        await using var bank = await RemindedBank.QuietAsync(
            opened, services => services.Replace(ServiceDescriptor.Singleton(zone)));
        await AskAsync(bank);

        var expected = new List<(DateOnly, Occasion, string)>();
        var model = new PlainYear(First);
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (day == model.DoneOn) await bank.Covered.DoAsync(db => CompleteAsync(db, zone.At(day, new TimeOnly(7, 0))));
            if (Outages.Any(outage => day >= outage && day < outage.AddDays(3))) continue;

            bank.Store.Clock.SetUtcNow(zone.At(day, new TimeOnly(8, 30)));
            await bank.WriteAsync();
            expected.AddRange(model.On(day));
        }

        Assert.Equal(
            expected.Distinct(),
            (await bank.RemindersAsync("E0001")).Select(r => (r.On, r.Occasion, r.Mark)));
        Assert.Contains(expected, one => one.Item1 > new DateOnly(2028, 2, 29));
    }

    /// <summary>A course every quarter, due on the last day that the third month has: asked of one person since the first day.</summary>
    private static Task AskAsync(RemindedBank bank) => bank.Covered.DoAsync(async db =>
    {
        var person = await db.Employees.Numbered("E0001").SingleAsync();
        var course = await db.Courses.SingleAsync(c => c.Slug == "anti-fraud");
        db.Add(new Assignment(
            course.Subject, new Audience([person.Id], [], []), First, new DateOnly(2027, 5, 31), Recurrence.EveryQuarter, 14, person.Id,
            new DateTimeOffset(2027, 2, 1, 12, 0, 0, TimeSpan.Zero)));
    });

    private static async Task CompleteAsync(AcademyDb db, DateTimeOffset at)
    {
        var person = await db.Employees.Numbered("E0001").SingleAsync();
        var course = await db.Courses.SingleAsync(c => c.Slug == "anti-fraud");
        var next = 1 + await db.Completions.Of(person.Id, course.Subject).CountAsync();
        db.Add(new Completion(person.Id, course.Subject, next, course.Edition, person.BranchId, at));
    }

    /// <summary>What one person should be told, counted in days of the year and not in marks.</summary>
    private sealed class PlainYear(DateOnly first)
    {
        private readonly HashSet<(Occasion, string)> told = [];

        /// <summary>In the third quarter it is done in time; in the others never.</summary>
        public DateOnly DoneOn { get; } = new(2027, 10, 20);

        public IEnumerable<(DateOnly, Occasion, string)> On(DateOnly day)
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) yield break;

            var quarter = 0;
            while (first.AddMonths((quarter + 1) * 3) <= day) quarter++;
            var (starts, due) = (first.AddMonths(quarter * 3), new DateOnly(2027, 5, 31).AddMonths(quarter * 3));
            if (starts <= DoneOn && DoneOn <= day && day < starts.AddMonths(3)) yield break;

            if (Standing(day, starts, due) is { } standing && told.Add(standing)) yield return (day, standing.Item1, standing.Item2);
        }

        private (Occasion, string)? Standing(DateOnly day, DateOnly starts, DateOnly due)
        {
            var iso = $"{due:yyyy-MM-dd}";
            if (day < starts.AddDays(14) && day <= due && !told.Contains((Occasion.Assigned, iso))) return (Occasion.Assigned, iso);
            if (day > due) return (Occasion.Overdue, $"{iso}/{(day.DayNumber - due.DayNumber - 1) / 7}");

            // On a Friday what falls on the weekend is told, too.
            var through = day.DayOfWeek == DayOfWeek.Friday ? day.AddDays(2) : day;
            if (through >= due.AddDays(-1)) return (Occasion.DueTomorrow, $"{iso}/1");
            if (through >= due.AddDays(-3)) return (Occasion.DueSoon, $"{iso}/3");
            return through >= due.AddDays(-7) ? (Occasion.DueSoon, $"{iso}/7") : null;
        }
    }
}
