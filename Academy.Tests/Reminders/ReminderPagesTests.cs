using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Reminders;

public sealed class ReminderPagesTests(OpenedAcademy opened)
{
    private const string Rule = "/admin/reminders/DueSoon";
    private const string Calendar = "/admin/calendar";

    [Fact]
    public async Task Words_are_looked_at_first_and_then_saved_with_a_line_on_the_trail()
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("A0001");
        (string, string)[] words = [("IsOn", "true"), ("Days", "10 5"), ("Text", "别忘了 {title}，{day}截止"), ("EnglishText", "")];

        var preview = await client.PostShownAsync(Rule, Rule, words);
        Assert.Contains("别忘了 反洗钱基础", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await app.InStoreAsync(db => db.ReminderRules.ToListAsync()));

        var saved = await client.PostShownAsync(Rule, Rule, [.. words, ("Save", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var rule = Assert.Single(await app.InStoreAsync(db => db.ReminderRules.ToListAsync()));
        Assert.Equal([10, 5], rule.Terms.Days);
        var line = await app.InStoreAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal((ReminderTrail.ReminderRuleChanged, "DueSoon"), (line.Act, line.SubjectKey));
    }

    [Theory]
    [InlineData("7", "{who} ist dran", "大括号")]
    [InlineData("", "{title}", "天数")]
    [InlineData("7 400", "{title}", "天数")]
    [InlineData("seven", "{title}", "天数")]
    public async Task What_cannot_be_is_refused_in_words(string days, string text, string told)
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("A0001");

        var answer = await client.PostShownAsync(Rule, Rule, ("IsOn", "true"), ("Days", days), ("Text", text), ("Save", "true"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await app.InStoreAsync(db => db.ReminderRules.ToListAsync()));
    }

    [Fact]
    public async Task No_days_before_are_the_day_itself()
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("A0001");
        Assert.Contains("<td>当天</td>", await client.GetStringAsync("/admin/reminders"), StringComparison.Ordinal);

        await client.PostShownAsync(Rule, Rule, ("IsOn", "true"), ("Days", "3 0"), ("Save", "true"));

        Assert.Contains("<td>提前 3 天、当天</td>", await client.GetStringAsync("/admin/reminders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_set_and_cleared()
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("A0001");

        await client.PostFormAsync(Calendar, Calendar, ("On", "2026-11-25"), ("Kind", "holiday"), ("DayName", "行庆"));
        Assert.Equal("行庆", Assert.Single(await app.InStoreAsync(db => db.CalendarDays.ToListAsync())).Name);
        Assert.Contains("行庆", await client.GetStringAsync(Calendar), StringComparison.Ordinal);

        await client.PostFormAsync(Calendar, $"{Calendar}/2026-11-25/clearing");
        Assert.Empty(await app.InStoreAsync(db => db.CalendarDays.ToListAsync()));
    }

    [Fact]
    public async Task Hours_that_cannot_be_are_refused()
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("A0001");

        foreach (var (digestAt, quietFrom) in new[] { ("06:00", "21:00"), ("08:00", "late"), ("08:00", "") })
        {
            await client.PostShownAsync(
                "/admin/reminders", "/admin/reminders", ("DigestAt", digestAt), ("QuietFrom", quietFrom), ("QuietUntil", "07:00"));
        }

        Assert.Equal(PostHours.Usual, await app.InStoreAsync(db => db.PostHoursAsync(CancellationToken.None)));

        await client.PostShownAsync(
            "/admin/reminders", "/admin/reminders", ("DigestAt", "07:30"), ("QuietFrom", "20:00"), ("QuietUntil", "07:00"));
        Assert.Equal(new TimeOnly(7, 30), (await app.InStoreAsync(db => db.PostHoursAsync(CancellationToken.None))).DigestAt);
    }

    [Fact]
    public async Task A_letter_of_several_things_leads_to_a_page_of_them_that_nobody_else_sees()
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("E0001");
        var id = await WriteAsync(app);

        var answer = await client.PostFormAsync("/inbox", $"/inbox/{id}");
        Assert.Equal("/inbox/days/2026-11-24", answer.Headers.Location!.ToString());
        var page = await client.GetPageAsync("/inbox/days/2026-11-24");
        Assert.Equal(
            ["/courses/anti-fraud", "/courses/cash-service", "/courses/by-mail"],
            page.QuerySelectorAll(".told a").Select(link => link.GetAttribute("href")));

        var other = await app.SignInAsync("E0002");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/inbox/days/2026-11-24")).StatusCode);
    }

    [Fact]
    public async Task All_letters_are_marked_as_read_at_once_and_nobody_else_s()
    {
        await using var app = new AcademyApp(opened);
        var client = await app.SignInAsync("E0001");
        await WriteAsync(app);
        Assert.Contains("bell-count", await client.GetStringAsync("/courses"), StringComparison.Ordinal);

        await client.PostFormAsync("/inbox", "/inbox/read");

        Assert.DoesNotContain("bell-count", await client.GetStringAsync("/courses"), StringComparison.Ordinal);
    }

    private static Task<long> WriteAsync(AcademyApp app) => app.InStoreAsync(async db =>
    {
        var person = await db.Employees.Numbered("E0001").Select(e => e.Id).SingleAsync();
        LetterLine[] lines = [Line("anti-fraud"), Line("cash-service"), Line("by-mail", Channels.Mail)];
        var letter = db.Add(Letter.Of(
            LetterKind.Digest, person, "2026-11-24", "/inbox/days/2026-11-24", new Dictionary<string, string>(), lines,
            app.Clock.GetUtcNow())).Entity;
        await db.SaveChangesAsync();
        return letter.Id;
    });

    private static LetterLine Line(string slug, Channels channels = Channels.Both) => new($"/courses/{slug}", new Dictionary<string, string>
    {
        [LetterWords.Occasion] = $"{Occasion.DueSoon}",
        ["title"] = slug,
        ["day"] = "2026-12-01",
    }, channels);
}
