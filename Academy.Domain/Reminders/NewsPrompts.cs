using System.Globalization;
using Academy.Domain.Certification;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

/// <summary>What has happened to people lately, what of theirs runs out, and what waits for them.</summary>
internal sealed class NewsPrompts
{
    private const string NoRank = "—";
    private const string Marking = "/authoring/marking";
    private const string Judging = "/judging";

    private readonly AcademyDb db;
    private readonly ReadDay day;
    private readonly List<Due> found = [];
    private readonly List<Due> forAll = [];

    private NewsPrompts(AcademyDb db, ReadDay day) => (this.db, this.day) = (db, day);

    private ILookup<long, Due> ByPerson { get; set; } = null!;

    public IEnumerable<Due> this[long employeeId] =>
        ByPerson[employeeId].Concat(forAll.Select(due => due with { EmployeeId = employeeId }));

    public static async Task<NewsPrompts> ReadAsync(AcademyDb db, ReadDay day, CancellationToken ct)
    {
        var news = new NewsPrompts(db, day);
        (Occasion Occasion, Func<CancellationToken, Task> Read)[] readers =
        [
            (Occasion.CertificateIssued, news.IssuedAsync),
            (Occasion.CertificateRevoked, news.RevokedAsync),
            (Occasion.CertificateExpires, news.ExpiringAsync),
            (Occasion.ResultsReleased, news.ReleasedAsync),
            (Occasion.ContestFinalized, news.FinalizedAsync),
            (Occasion.VerdictGiven, news.DecidedAsync),
            (Occasion.ObjectionDecided, news.ObjectionsAsync),
            (Occasion.MarkingWaits, news.MarkingAsync),
            (Occasion.JudgingWaits, news.JudgingAsync),
            (Occasion.Published, news.PublishedAsync),
        ];
        foreach (var (occasion, read) in readers)
        {
            if (day.IsOn(occasion)) await read(ct);
        }

        news.ByPerson = news.found.ToLookup(due => due.EmployeeId);
        return news;
    }

    private async Task IssuedAsync(CancellationToken ct)
    {
        var from = day.NewsFrom;
        var issued = db.Certificates.Standing().Where(c => c.IssuedAt >= from && c.IssuedAt <= day.Now && c.ExpiresOn >= day.Today);
        foreach (var one in await issued.AsNoTracking().ToListAsync(ct))
            Add(one.EmployeeId, Occasion.CertificateIssued, KeyOf(one), "", Addresses.OfCertificate(one.Id), one.Title, one.ExpiresOn);
    }

    private async Task RevokedAsync(CancellationToken ct)
    {
        var from = day.NewsFrom;
        var revoked = db.Certificates.Where(c => c.Revocation != null && c.Revocation.At >= from && c.Revocation.At <= day.Now);
        foreach (var one in await revoked.AsNoTracking().ToListAsync(ct))
            Add(one.EmployeeId, Occasion.CertificateRevoked, KeyOf(one), "", Addresses.OfCertificate(one.Id), one.Title);
    }

    private async Task ExpiringAsync(CancellationToken ct)
    {
        var marks = day.Rules[Occasion.CertificateExpires].Days;
        var last = day.Next.AddDays(marks.Max());
        var near = db.Certificates.Standing().Where(c => c.ExpiresOn >= day.Today && c.ExpiresOn <= last);
        foreach (var one in await near.AsNoTracking().ToListAsync(ct))
        {
            if (Marks.Before(marks, one.ExpiresOn, day.Today, day.Next, one.IssuedOn) is not { } mark) continue;

            var address = Addresses.OfCertificate(one.Id);
            Add(one.EmployeeId, Occasion.CertificateExpires, KeyOf(one), Number(mark), address, one.Title, one.ExpiresOn);
        }
    }

    /// <summary>
    /// Results that were known as soon as the paper was handed in are no news; those that somebody marks once more are news again.
    /// </summary>
    private async Task ReleasedAsync(CancellationToken ct)
    {
        var (from, now) = (day.NewsFrom, day.Now);
        var held = db.Attempts.Where(a => a.Quiz.Terms.ScoreRelease == Release.AfterClosing
            && a.Quiz.Terms.ClosesAt >= from && a.Quiz.Terms.ClosesAt <= now);
        var marked = db.Attempts.Where(a => a.Marks.Any(m => m.MarkedAt >= from && m.MarkedAt <= now));
        var released = await held.Union(marked)
            .Where(a => a.SubmittedAt != null && a.Score != null)
            .ScoreReleased(now)
            .Select(a => new { a.Id, a.EmployeeId, a.Quiz.Terms.Title, MarkedAt = a.Marks.Max(m => (DateTimeOffset?)m.MarkedAt) })
            .ToListAsync(ct);
        foreach (var one in released)
        {
            var (key, mark) = ($"attempt-{Number(one.Id)}", one.MarkedAt is { } at ? Iso(day.Zone.DayOf(at)) : "");
            Add(one.EmployeeId, Occasion.ResultsReleased, key, mark, Addresses.OfResult(one.Id), one.Title);
        }
    }

    private async Task FinalizedAsync(CancellationToken ct)
    {
        var (from, now) = (day.NewsFrom, day.Now);
        var rows =
            from final in db.Finalizations
            join held in db.Set<Event>() on final.CompetitionId equals held.CompetitionId
            join row in db.Set<FinalRow>() on held.Id equals row.EventId
            where final.At >= @from && final.At <= now
            select new { row.EmployeeId, row.Rank, held.CompetitionId, held.Competition.Title };
        var ranked = (await rows.ToListAsync(ct))
            .GroupBy(row => (row.EmployeeId, row.CompetitionId, row.Title), row => row.Rank)
            .ToList();
        foreach (var own in ranked)
        {
            var ranks = string.Join(" / ", own.Order().Select(rank => Number(rank)));
            AddFinal(own.Key.EmployeeId, own.Key.CompetitionId, own.Key.Title, ranks);
        }

        var known = ranked.Select(own => (own.Key.EmployeeId, own.Key.CompetitionId)).ToHashSet();
        var runs =
            from final in db.Finalizations
            join held in db.Set<Event>() on final.CompetitionId equals held.CompetitionId
            join run in db.DrillRuns on held.Id equals run.EventId
            where final.At >= @from && final.At <= now
            select new { run.EmployeeId, held.CompetitionId, held.Competition.Title };
        foreach (var one in await runs.Distinct().ToListAsync(ct))
            if (!known.Contains((one.EmployeeId, one.CompetitionId))) AddFinal(one.EmployeeId, one.CompetitionId, one.Title, NoRank);
    }

    private void AddFinal(long employeeId, long competitionId, string title, string rank) => found.Add(new Due(
        employeeId, Occasion.ContestFinalized, $"competition-{Number(competitionId)}", "", Addresses.OfCompetition(competitionId),
        new Dictionary<string, string> { [Placeholders.Title] = title, [Placeholders.Rank] = rank }));

    private async Task DecidedAsync(CancellationToken ct)
    {
        var (from, now) = (day.NewsFrom, day.Now);
        var runs =
            from run in db.DrillRuns
            join held in db.Set<Event>() on run.EventId equals held.Id
            where run.DecidedAt >= @from && run.DecidedAt <= now
            select new { run.Id, run.EmployeeId, held.CompetitionId, held.Competition.Title };
        foreach (var one in await runs.ToListAsync(ct))
        {
            var address = Addresses.OfCompetition(one.CompetitionId);
            Add(one.EmployeeId, Occasion.VerdictGiven, $"run-{Number(one.Id)}", "", address, one.Title);
        }
    }

    private async Task ObjectionsAsync(CancellationToken ct)
    {
        var (from, now) = (day.NewsFrom, day.Now);
        var decided =
            from objection in db.Objections
            join held in db.Set<Event>() on objection.EventId equals held.Id
            where objection.DecidedAt >= @from && objection.DecidedAt <= now
            select new { objection.Id, objection.EmployeeId, held.CompetitionId, held.Competition.Title };
        foreach (var one in await decided.ToListAsync(ct))
        {
            var address = Addresses.OfCompetition(one.CompetitionId);
            Add(one.EmployeeId, Occasion.ObjectionDecided, $"objection-{Number(one.Id)}", "", address, one.Title);
        }
    }

    private async Task MarkingAsync(CancellationToken ct)
    {
        if (!await db.Attempts.AwaitingMarks().AnyAsync(ct)) return;

        var administrators = (await db.Administrators().Select(e => e.Id).ToListAsync(ct)).ToHashSet();
        foreach (var id in await HoldersAsync(Roles.Teaching, ct))
        {
            var loads = await db.MarkingLoads(new BankUser(id, administrators.Contains(id))).ToListAsync(ct);
            if (loads.Count > 0)
                AddWaiting(id, Occasion.MarkingWaits, "marking", Marking, loads.Sum(l => l.Papers), loads.Min(l => l.OldestAt));
        }
    }

    /// <summary>
    /// What the judging pages show each: contestants without their sheet, those whose judges differ and whom they settle, runs that were
    /// set aside, and objections; nothing of their own.
    /// </summary>
    private async Task JudgingAsync(CancellationToken ct)
    {
        var runs = await db.DrillRuns
            .Where(r => r.AwaitsVerdict && r.EndedAt != null)
            .Select(r => new { r.EmployeeId, At = r.EndedAt!.Value })
            .ToListAsync(ct);
        var objections = await db.Objections
            .Where(o => o.State == ObjectionState.Open)
            .Select(o => new { o.EmployeeId, At = o.RaisedAt })
            .ToListAsync(ct);
        var forAnybody = runs.Concat(objections).ToList();
        var teaching = (await HoldersAsync(Roles.Teaching, ct)).ToHashSet();
        foreach (var id in await HoldersAsync(Roles.Judging, ct))
        {
            var toJudge = await db.ToJudge(id, day.Now).Select(c => new { c.EnteredAt, c.Event.Competition.OpensAt }).ToListAsync(ct);
            List<DateTimeOffset> waiting =
            [
                .. forAnybody.Where(one => one.EmployeeId != id).Select(one => one.At),
                .. await db.ToSettle(id, teaching.Contains(id)).Select(c => c.JudgedAt!.Value).ToListAsync(ct),
                .. toJudge.Select(c => c.EnteredAt > c.OpensAt ? c.EnteredAt : c.OpensAt),
            ];
            if (waiting.Count > 0) AddWaiting(id, Occasion.JudgingWaits, "judging", Judging, waiting.Count, waiting.Min());
        }
    }

    /// <summary>What came with the academy is no news of the bank's.</summary>
    private async Task PublishedAsync(CancellationToken ct)
    {
        var (from, now) = (day.NewsFrom, day.Now);
        var courses = await db.Courses
            .Where(c => c.State == CourseState.Published)
            .SelectMany(c => c.Editions, (course, edition) => new { course.Slug, course.Title, Edition = edition })
            .Where(c => c.Edition.PublishedById != null && c.Edition.PublishedAt >= from && c.Edition.PublishedAt <= now)
            .Select(c => new { c.Slug, c.Title, c.Edition.Number })
            .ToListAsync(ct);
        foreach (var one in courses)
            AddForAll($"course-{one.Slug}", Number(one.Number), Addresses.OfCourse(one.Slug), one.Title);

        var quizzes = await db.Quizzes
            .Where(q => q.OwnerId != null && q.PublishedAt >= from && q.PublishedAt <= now)
            .Select(q => new { q.Id, q.Slug, q.Terms })
            .ToListAsync(ct);
        foreach (var one in quizzes.Where(q => !q.Terms.IsClosed(now)))
            AddForAll($"quiz-{one.Slug}", "", Addresses.OfQuiz(one.Id), one.Terms.Title);
    }

    private Task<List<long>> HoldersAsync(string roles, CancellationToken ct) => db.Employees
        .Where(e => e.DisabledAt == null && e.Employment == Employment.Active)
        .Holding(db, roles.Split(','))
        .Select(e => e.Id)
        .ToListAsync(ct);

    private void AddForAll(string subject, string mark, string address, string title) =>
        forAll.Add(new Due(0, Occasion.Published, subject, mark, address, Titled(title)));

    private void AddWaiting(long employeeId, Occasion occasion, string subject, string address, int count, DateTimeOffset oldestAt)
    {
        var since = day.Zone.DayOf(oldestAt);
        if (Marks.Since(since, day.Today, day.Every(occasion)) is not { } times) return;

        found.Add(new Due(employeeId, occasion, subject, $"{Iso(since)}/{Number(times)}", address, new Dictionary<string, string>
        {
            [Placeholders.Count] = Number(count),
            [Placeholders.Day] = Iso(since),
        }));
    }

    private void Add(
        long employeeId, Occasion occasion, string subject, string mark, string address, string title, DateOnly? named = null)
    {
        var about = Titled(title);
        if (named is { } on) about[Placeholders.Day] = Iso(on);
        found.Add(new Due(employeeId, occasion, subject, mark, address, about));
    }

    private static Dictionary<string, string> Titled(string title) => new() { [Placeholders.Title] = title };

    private static string KeyOf(Certificate certificate) => $"certificate-{Number(certificate.Id)}";

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
