using System.Globalization;
using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Certification;
using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

public enum CalendarKind { Due, Contest, Expiry }

/// <summary>A date of somebody: a whole day, or from one moment to another.</summary>
/// <param name="Kind">What is on that day.</param>
/// <param name="Id">What tells it from all others of the academy, for good.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Address">The page that it leads to.</param>
/// <param name="Day">The day, or the first one.</param>
/// <param name="From">When it begins, where it has hours.</param>
/// <param name="Until">When it ends.</param>
public sealed record CalendarEntry(
    CalendarKind Kind, string Id, string Title, string Address, DateOnly Day, DateTimeOffset? From = null, DateTimeOffset? Until = null);

public static class CalendarEntries
{
    private const int MonthsBack = 3;

    extension(AcademyDb db)
    {
        /// <summary>What somebody has to finish, the contests that are published, and when their certificates expire.</summary>
        public async Task<IReadOnlyList<CalendarEntry>> CalendarOfAsync(
            long employeeId, SubjectCatalogue catalogue, BankZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var since = now.AddMonths(-MonthsBack);
            var sinceDay = zone.DayOf(since);
            var contests = await db.Competitions.Published()
                .Where(c => c.ClosesAt >= since)
                .OrderBy(c => c.OpensAt)
                .Select(c => new { c.Id, c.Title, c.OpensAt, c.ClosesAt })
                .ToListAsync(ct);
            var certificates = await db.Certificates.Standing()
                .Where(c => c.EmployeeId == employeeId && c.ExpiresOn >= sinceDay)
                .OrderBy(c => c.ExpiresOn)
                .Select(c => new { c.Id, c.Title, c.ExpiresOn })
                .ToListAsync(ct);
            return
            [
                .. await db.DueEntriesAsync(employeeId, catalogue, zone, now, ct),
                .. contests.Select(c => new CalendarEntry(
                    CalendarKind.Contest, Key("competition", c.Id), c.Title, Addresses.OfCompetition(c.Id), zone.DayOf(c.OpensAt),
                    c.OpensAt, c.ClosesAt)),
                .. certificates.Select(c => new CalendarEntry(
                    CalendarKind.Expiry, Key("certificate", c.Id), c.Title, Addresses.OfCertificate(c.Id), c.ExpiresOn)),
            ];
        }

        private async Task<IEnumerable<CalendarEntry>> DueEntriesAsync(
            long employeeId, SubjectCatalogue catalogue, BankZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var known = (await catalogue.AllAsync(db, ct)).Where(subject => subject.Counts).ToDictionary(subject => subject.Subject);
            var obligations = (await db.ObligationsAsync(employeeId, zone, now, ct)).FindAll(o => known.ContainsKey(o.Duty.Subject));
            var subjects = obligations.Select(o => known[o.Duty.Subject]).Distinct();
            var heldBack = await HeldBack.ReadAsync(db, catalogue, subjects, zone, now, ct);
            return
                from asked in obligations
                where !(heldBack.GetValueOrDefault(asked.Duty.Subject)?.IsDone(asked.Duty, employeeId) ?? asked.IsDone)
                let subject = known[asked.Duty.Subject]
                where !subject.IsClosed(now)
                let shelf = catalogue.Of(subject.Subject.Kind)
                let last = subject.LastDay(asked.Duty.DueOn, zone)
                orderby last
                select new CalendarEntry(
                    CalendarKind.Due,
                    string.Create(CultureInfo.InvariantCulture, $"assignment-{asked.Duty.Assignment.Id}-{asked.Duty.Period.Number}"),
                    subject.Title, shelf.AddressOf(subject.Subject, subject.Slug), last);
        }
    }

    private static string Key(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}");
}
