using System.Runtime.CompilerServices;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

/// <summary>
/// Says of what everybody at work is to be told on a day and has not been told. It reads people part by part, and keeps nothing: asked
/// again it says the same, but for what was told meanwhile and what is done since.
/// </summary>
public sealed class DayBook(AcademyDb db, SubjectCatalogue catalogue, LevelTable levels, BankZone zone)
{
    private const int PeopleAtOnce = 500;

    /// <param name="now">A moment of a day that is worked.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="rules">How people are reminded.</param>
    /// <param name="ct">Stops the reading.</param>
    public async IAsyncEnumerable<PersonDay> OnAsync(
        DateTimeOffset now, WorkingDays days, RuleBook rules, [EnumeratorCancellation] CancellationToken ct)
    {
        var today = zone.DayOf(now);
        var day = new ReadDay(today, days.After(today), now, zone, rules);
        var duties = await DutyPrompts.ReadAsync(db, catalogue, day, ct);
        var news = await NewsPrompts.ReadAsync(db, day, ct);
        var contests = await ContestPrompts.ReadAsync(db, levels, day, ct);
        var everybody = await db.Employees
            .Where(e => e.Employment == Employment.Active && e.DisabledAt == null)
            .OrderBy(e => e.Id)
            .Select(e => e.Id)
            .ToListAsync(ct);
        foreach (var some in everybody.Chunk(PeopleAtOnce))
        {
            var open = await contests.OfAsync(db, some, ct);
            var subjects = some.SelectMany(id => news[id].Concat(open[id])).Select(one => one.Subject).Concat(duties.Subjects);
            var told = await db.ToldAsync(some, subjects, ct);
            var asked = await duties.OfAsync(db, some, told, ct);
            foreach (var id in some)
            {
                var due = asked[id].Due.Concat(news[id]).Concat(open[id]).Where(one => !told.Contains((id, one.Key)));
                yield return new PersonDay(id, [.. due.DistinctBy(one => one.Key).OrderBy(one => one.Occasion)], asked[id].Overdue);
            }
        }
    }
}

/// <summary>The day that is read for, and by which rules.</summary>
/// <param name="Today">The day.</param>
/// <param name="Next">The next one that is worked.</param>
/// <param name="Now">The moment.</param>
/// <param name="Zone">The bank's clocks.</param>
/// <param name="Rules">How people are reminded.</param>
internal sealed record ReadDay(DateOnly Today, DateOnly Next, DateTimeOffset Now, BankZone Zone, RuleBook Rules)
{
    /// <summary>The first moment of what is still news.</summary>
    public DateTimeOffset NewsFrom => Zone.At(Today.AddDays(1 - Marks.NewsDays), TimeOnly.MinValue);

    public bool IsOn(Occasion occasion) => Rules[occasion].IsOn;

    public int Every(Occasion occasion) => Rules[occasion].Days[0];
}
