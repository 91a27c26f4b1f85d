using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Assignments;
using Academy.Domain.Certification;
using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Domain.Reminders;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Academy.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Reminders;

public sealed partial class CalendarFeedTests(OpenedAcademy opened)
{
    private static readonly BankZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Fact]
    public async Task A_calendar_reads_due_dates_contests_and_expiries_without_a_sign_in()
    {
        await using var app = new AcademyApp(opened);
        var number = await app.InStoreAsync(db => HolderAsync(db, app.Clock.GetUtcNow()));
        var address = await MakeAsync(await app.SignInAsync(number));

        var answer = await app.NewClient().GetAsync(address);

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var calendar = PlainCalendar.Read(await answer.Content.ReadAsStringAsync());
        Assert.Equal("2.0", calendar.Own["VERSION"]);
        Assert.Equal(calendar.Events.Count, calendar.Events.Select(e => e["UID"]).Distinct().Count());
        var (due, contests, expiries) = await app.InStoreAsync(db => DatesAsync(db, number, app.Clock.GetUtcNow()));
        Assert.Equal(due, DaysOf(calendar, "assignment-"));
        Assert.Equal(contests, DaysOf(calendar, "competition-"));
        Assert.Equal(expiries, DaysOf(calendar, "certificate-"));
        Assert.NotEmpty(due);
        Assert.NotEmpty(contests);
        Assert.NotEmpty(expiries);
        Assert.Contains(calendar.Events, e => e["SUMMARY"].StartsWith("截止：", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_speaks_the_language_in_which_the_address_was_made()
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("E0001");
        await client.PostFormAsync("/calendar", "/preferences/language", ("language", "en"), ("returnUrl", "/"));

        var text = await app.NewClient().GetStringAsync(await MakeAsync(client));

        Assert.Contains("SUMMARY:Contest: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_address_ends_the_old_one_and_ending_it_ends_all()
    {
        await using var app = new AcademyApp(opened);
        var (client, stranger) = (await app.SignInAsync("E0001"), app.NewClient());
        var first = await MakeAsync(client);
        var second = await MakeAsync(client);

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(second)).StatusCode);

        await client.PostFormAsync("/calendar", "/calendar/end");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Who_has_left_has_no_calendar()
    {
        await using var app = new AcademyApp(opened);
        var address = await MakeAsync(await app.SignInAsync("E0001"));
        await app.InStoreAsync(async db =>
        {
            (await db.Employees.WithPosting().Numbered("E0001").SingleAsync()).Depart(new DateOnly(2026, 11, 24), app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await app.NewClient().GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_store_does_not_know_the_secret()
    {
        await using var store = new AcademyStore(opened);
        var person = await store.AskAsync((AcademyDb db) => db.Employees.Numbered("E0001").Select(e => e.Id).SingleAsync());
        var secret = await store.AskAsync((Secretary secretary) => secretary.RenewFeedAsync(person, "zh-CN", CancellationToken.None));

        Assert.Equal(64, secret.Length);
        foreach (var file in Directory.GetFiles(store.Folder, "academy.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_tries_secrets_is_slowed_down()
    {
        await using var app = new AcademyApp(opened);
        var (stranger, address) = (app.NewClient(), await MakeAsync(await app.SignInAsync("E0001")));
        for (var tries = 0; tries < CalendarLimit.MostMisses; tries++)
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/calendar/{CalendarFeed.NewSecret()}.ics")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.GetAsync($"/calendar/{CalendarFeed.NewSecret()}.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task One_address_is_read_some_times_a_minute_and_keeps_nobody_from_theirs()
    {
        await using var app = new AcademyApp(opened);
        var reader = app.NewClient();
        var (first, second) = (await MakeAsync(await app.SignInAsync("E0001")), await MakeAsync(await app.SignInAsync("E0002")));
        for (var times = 0; times < CalendarLimit.Most; times++)
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(first)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await reader.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Before_scores_are_released_handing_in_is_all_that_shows()
    {
        await using var bank = await RemindedBank.QuietAsync(opened);
        await bank.Covered.AssignAsync(Sittings.Exam, b => b.Named("E0101", "E0102"), kind: SubjectKind.Quiz);
        await bank.Covered.DoAsync(async db =>
        {
            var quiz = await db.Quizzes.SingleAsync(q => q.Slug == Sittings.Exam);
            typeof(Quiz).GetProperty(nameof(Quiz.Terms))!.SetValue(quiz, quiz.Terms with { ScoreRelease = Release.AfterClosing });
            var person = await db.Employees.Numbered("E0101").SingleAsync();
            var (at, now) = (new Workplace(person.BranchId, person.PositionId), bank.Store.Clock.GetUtcNow());
            var attempt = new Attempt(quiz, person.Id, at, 9, [], "R-0001", now);
            attempt.Submit(now);
            db.Add(attempt);
        });

        Assert.Empty(await bank.DueAsync("E0101"));
        Assert.NotEmpty(await bank.DueAsync("E0102"));
    }

    private static async Task<string> MakeAsync(HttpClient client)
    {
        var answer = await client.PostFormAsync("/calendar", "/calendar");
        return Address().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    private static IEnumerable<DateOnly> DaysOf(PlainCalendar calendar, string kind) => calendar.Events
        .Where(e => e["UID"].StartsWith(kind, StringComparison.Ordinal))
        .Select(e => DayOf(e["DTSTART"]))
        .Order();

    private static DateOnly DayOf(string written) => written.Length == 8
        ? DateOnly.ParseExact(written, "yyyyMMdd", CultureInfo.InvariantCulture)
        : Zone.DayOf(DateTimeOffset.ParseExact(
            written, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    /// <summary>Somebody at work with a certificate and with something to do.</summary>
    private static async Task<string> HolderAsync(AcademyDb db, DateTimeOffset now)
    {
        var today = Zone.DayOf(now);
        var holders = await db.Certificates.Standing().Where(c => c.ExpiresOn >= today).Select(c => c.EmployeeId).Distinct().ToListAsync();
        var atWork = db.Employees.Where(e => holders.Contains(e.Id) && e.Employment == Employment.Active);
        foreach (var person in await atWork.ToListAsync())
        {
            var asked = await db.ObligationsAsync(person.Id, Zone, now, CancellationToken.None);
            if (asked.Exists(o => !o.IsDone)) return person.Number;
        }

        throw new InvalidOperationException("Nobody has both.");
    }

    private static async Task<(List<DateOnly> Due, List<DateOnly> Contests, List<DateOnly> Expiries)> DatesAsync(
        AcademyDb db, string number, DateTimeOffset now)
    {
        var (id, since) = (await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync(), now.AddMonths(-3));
        var day = Zone.DayOf(since);
        var asked = await db.ObligationsAsync(id, Zone, now, CancellationToken.None);
        var terms = await db.Quizzes.ToDictionaryAsync(q => Quiz.SubjectOf(q.Id), q => q.Terms);
        var papers = (await db.Attempts.Where(a => a.EmployeeId == id && a.SubmittedAt != null).ToListAsync())
            .ToLookup(a => Quiz.SubjectOf(a.QuizId), a => Zone.DayOf(a.SubmittedAt!.Value));
        var due = asked
            .Select(o => (o.Duty, o.IsDone, Terms: terms.GetValueOrDefault(o.Duty.Subject)))
            .Where(o => o.Terms?.IsClosed(now) != true)
            .Where(o => o.Terms?.ReleasesScore(now) == false ? !papers[o.Duty.Subject].Any(o.Duty.Counts) : !o.IsDone)
            .Select(o => o.Terms?.ClosesAt is { } at && Zone.DayOf(at) < o.Duty.DueOn ? Zone.DayOf(at) : o.Duty.DueOn);
        var contests = await db.Competitions.Where(c => c.PublishedAt != null && c.ClosesAt >= since).Select(c => c.OpensAt).ToListAsync();
        var own = db.Certificates.Standing().Where(c => c.EmployeeId == id && c.ExpiresOn >= day);
        var expiries = await own.Select(c => c.ExpiresOn).ToListAsync();
        return ([.. due.Order()], [.. contests.Select(Zone.DayOf).Order()], [.. expiries.Order()]);
    }

    [GeneratedRegex("/calendar/[0-9a-f]{64}\\.ics")]
    private static partial Regex Address();
}
