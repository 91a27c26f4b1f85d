using Academy.Domain.Certification;
using Academy.Domain.Data;
using CsCheck;

namespace Academy.Tests.Certification;

/// <summary>
/// More than two years of one person's certificates, day by day, against a model that lives every day and counts months by the calendar:
/// with a leap day, in a zone whose clocks change, at academies that are down for days on end.
/// </summary>
public sealed class CertificatePropertyTests
{
    private const int Days = 850;

    private static readonly DateOnly First = new(2027, 1, 10);
    private static readonly BankZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly Gen<Requirement> Requirements =
        from of in Gen.Int[0, 2].Select(i => Names[i])
        from mark in Gen.Int[40, 80]
        from months in Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 14].Select(months => (int?)months))
        select new Requirement(RequirementKind.Quiz, of, mark, WithinMonths: months);

    private static readonly Gen<SchemeTerms> Schemes =
        from path in Requirements.Array[1, 3]
        from renewal in Requirements.Array[0, 2]
        from months in Gen.Int[1, 14]
        from window in Gen.Int[0, 26]
        from grace in Gen.Int[0, 40]
        from start in Gen.Int[0, 60]
        select new SchemeTerms(
            "方案", "", "FA", [], [.. path.DistinctBy(asked => asked.Of)], [.. renewal.DistinctBy(asked => asked.Of)],
            months, window, grace, NeedsApproval: false, First.AddDays(start));

    /// <summary>Papers around midnight as often as at noon, also in the night in which the clocks change.</summary>
    private static readonly Gen<(DateTimeOffset At, string Of, int Points)> Papers =
        from day in Gen.Int[-200, Days]
        from minute in Gen.OneOf(Gen.Int[-90, 90], Gen.Int[600, 800])
        from of in Gen.Int[0, 2].Select(i => Names[i])
        from points in Gen.Int[30, 100]
        select (new DateTimeOffset(First.AddDays(day), new TimeOnly(0, 0), TimeSpan.Zero).AddMinutes(minute), of, points);

    private static readonly Gen<(int From, int Length)> Spans =
        from first in Gen.Int[-30, Days]
        from length in Gen.Int[1, 400]
        select (first, length);

    [Fact]
    public void Each_certificate_is_on_each_day_what_the_rules_say() =>
        Gen.Select(Schemes, Papers.Array[5, 60], Spans.Array[1, 3], Gen.Int[1, 40], Gen.Int[0, Days * 4]).Sample(
            (terms, papers, spans, pause, revokedOn) =>
            {
                var feats = papers
                    .Select(paper => new Feat(RequirementKind.Quiz, paper.Of, Zone.DayOf(paper.At)) { Figure = paper.Points })
                    .ToList();
                var stays = spans.Select(span => new Stay(First.AddDays(span.From), First.AddDays(span.From + span.Length))).ToList();
                var model = new PlainLife(terms, papers, stays);
                var (issued, seen) = (new List<Issued>(), new List<string>());
                for (var day = First; day < First.AddDays(Days); day = day.AddDays(1))
                {
                    var isRevoking = day == First.AddDays(revokedOn);
                    // The academy looks once in a while, and always before somebody takes something back.
                    var isLooking = day.DayNumber % pause == 0 || isRevoking || day == First.AddDays(Days - 1);
                    if (isLooking) CatchUp(terms, feats, stays, issued, day);
                    model.Live(day, isRevoking);
                    if (isRevoking && issued.Count > 0 && IsInForce(issued[^1], day)) issued[^1] = issued[^1] with { RevokedOn = day };
                    seen.Add(model.Tell(day));
                }

                for (var day = 0; day < Days; day++) Assert.Equal(seen[day], Tell(issued, First.AddDays(day)));
            }, iter: 1_000);

    private static void CatchUp(SchemeTerms terms, List<Feat> feats, List<Stay> stays, List<Issued> issued, DateOnly today)
    {
        while (true)
        {
            var last = issued.Count == 0 ? null : new Held(issued[^1].Validity, issued[^1].RevokedOn);
            if (Pathway.DueBy(today, terms, feats, last, stays) is not { } due) return;

            var validity = due.IsRenewal
                ? last!.Validity.Next(due.CompletedOn, due.CompletedOn, terms)
                : Validity.From(due.CompletedOn, terms);
            if (due.IsRenewal) issued[^1] = issued[^1] with { RenewedOn = due.CompletedOn };
            issued.Add(new Issued(validity, null, null));
        }
    }

    private static bool IsInForce(Issued one, DateOnly day) => one.Validity.StateOn(day, one.RenewedOn, one.RevokedOn)
        is CertificateState.Valid or CertificateState.Renewable or CertificateState.InGrace;

    private static string Tell(IEnumerable<Issued> all, DateOnly day) => string.Join(' ', all
        .Where(one => one.Validity.IssuedOn <= day)
        .Select(one => $"{one.Validity.ExpiresOn:yyyyMMdd}:{one.Validity.StateOn(day, one.RenewedOn, one.RevokedOn)}"));

    private sealed record Issued(Validity Validity, DateOnly? RenewedOn, DateOnly? RevokedOn);

    /// <summary>Lives through every day, and knows of a certificate what was said of it on the day before.</summary>
    private sealed class PlainLife(SchemeTerms terms, (DateTimeOffset At, string Of, int Points)[] papers, List<Stay> stays)
    {
        private readonly List<(DateOnly Expires, CertificateState State)> all = [];
        private (DateOnly Expires, DateOnly Opens, DateOnly Grace)? last;
        private DateOnly since = DateOnly.MinValue;

        public void Live(DateOnly today, bool isRevoking)
        {
            Age(today);
            if (last is { } held && today >= held.Opens) since = held.Opens;
            if (IsAt(today) && today >= terms.StartsOn)
            {
                var isOpen = last is { } old && today >= old.Opens && today <= old.Grace;
                if (isOpen && Has(terms.Renewal.Count > 0 ? terms.Renewal : terms.Requirements, today)) Renew(today);
                else if ((last is null || today > last.Value.Grace) && Has(terms.Requirements, today)) Issue(today, today);
            }

            if (isRevoking && last is not null && all[^1].State != CertificateState.Expired) Revoke(today);
        }

        public string Tell(DateOnly day) => string.Join(' ', all.Select(one => $"{one.Expires:yyyyMMdd}:{one.State}"));

        private void Age(DateOnly today)
        {
            if (last is not { } held) return;

            var state = CertificateState.Valid;
            if (today >= held.Opens) state = CertificateState.Renewable;
            if (today > held.Expires) state = CertificateState.InGrace;
            if (today > held.Grace) state = CertificateState.Expired;
            all[^1] = (held.Expires, state);
        }

        private void Renew(DateOnly today)
        {
            var from = today <= last!.Value.Expires ? last.Value.Expires.AddDays(1) : today;
            all[^1] = (last.Value.Expires, CertificateState.Renewed);
            Issue(today, from);
        }

        private void Issue(DateOnly today, DateOnly from)
        {
            var expires = BeforeTheSameDay(from, terms.ValidMonths);
            last = (expires, expires.AddDays(-terms.RenewalDays), expires.AddDays(terms.GraceDays));
            all.Add((expires, today < last.Value.Opens ? CertificateState.Valid : CertificateState.Renewable));
        }

        private void Revoke(DateOnly today)
        {
            all[^1] = (last!.Value.Expires, CertificateState.Revoked);
            (last, since) = (null, today.AddDays(1));
        }

        private bool IsAt(DateOnly today) => stays.Exists(stay => stay.From <= today && today < stay.Until);

        private bool Has(IReadOnlyList<Requirement> path, DateOnly today) => path.All(asked => papers.Any(paper =>
        {
            var day = DayInBerlin(paper.At);
            return paper.Of == asked.Of && paper.Points >= asked.Mark && day >= since && day <= today
                && (asked.WithinMonths is not { } months || today <= SameDay(day, months));
        }));

        /// <summary>The last Sundays of March and October at one o'clock of Greenwich begin and end the summer.</summary>
        private static DateOnly DayInBerlin(DateTimeOffset at)
        {
            var isSummer = at >= LastSunday(at.Year, 3) && at < LastSunday(at.Year, 10);
            return DateOnly.FromDateTime(at.UtcDateTime.AddHours(isSummer ? 2 : 1));
        }

        private static DateTimeOffset LastSunday(int year, int month)
        {
            var day = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
            while (day.DayOfWeek != DayOfWeek.Sunday) day = day.AddDays(-1);
            return day;
        }

        /// <summary>The same day of the month, or the last one of a shorter month.</summary>
        private static DateOnly SameDay(DateOnly from, int months)
        {
            var (year, month) = (from.Year, from.Month);
            for (var i = 0; i < months; i++) (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
            var isLeap = year % 4 == 0;
            var longest = month switch { 2 => isLeap ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };
            return new DateOnly(year, month, Math.Min(from.Day, longest));
        }

        private static DateOnly BeforeTheSameDay(DateOnly from, int months) => SameDay(from, months).AddDays(-1);
    }
}
