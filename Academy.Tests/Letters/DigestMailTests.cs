using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Letters;

public sealed class DigestMailTests(OpenedAcademy opened)
{
    [Fact]
    public async Task A_digest_says_each_of_its_lines_with_where_it_leads_in_both_forms()
    {
        await using var host = new SmtpHost();
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await WriteAsync(store, Line("信用卡", Channels.Both), Line("<现金>", Channels.Mail), Line("内部", Channels.Inbox));

        await Posting.SendAsync(store);

        var (_, message) = Assert.Single(host.Delivered);
        Assert.Equal("《信用卡》将于2026年12月1日截止（共 2 项提醒）", message.Subject);
        Assert.Contains("《<现金>》将于2026年12月1日截止", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("《&lt;现金&gt;》", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("https://academy.bank.example/courses/x", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("内部", message.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false, Channels.Both, true)]
    [InlineData(24, false, Channels.Both, false)]
    [InlineData(24, false, Channels.Mail, true)]
    [InlineData(1, true, Channels.Both, false)]
    public async Task A_digest_of_another_day_or_to_who_is_on_leave_stays_in_the_inbox(
        int hours, bool isOnLeave, Channels channels, bool isMailed)
    {
        await using var host = new SmtpHost();
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await WriteAsync(store, Line("信用卡", channels));
        store.Clock.Advance(TimeSpan.FromHours(hours));
        if (isOnLeave)
        {
            await store.TellAsync(async (AcademyDb db) =>
            {
                var person = await db.Employees.WithPosting().Numbered("E0001").SingleAsync();
                person.GoOnLeave(LeaveKind.Other, new DateOnly(2026, 11, 24));
                await db.SaveChangesAsync();
            });
        }

        await Posting.SendAsync(store);

        Assert.Equal(isMailed, host.Delivered.Count == 1);
        var mailing = Assert.Single(await Posting.MailingsAsync(store));
        Assert.Equal(isMailed ? (MailingRefusal?)null : MailingRefusal.TooOld, mailing.Refusal);
    }

    [Fact]
    public async Task Nothing_leaves_in_quiet_hours_and_all_of_it_in_the_morning()
    {
        await using var host = new SmtpHost();
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        store.Clock.Advance(TimeSpan.FromHours(7));
        await Posting.WriteAsync(store, 1);

        await Posting.SendAsync(store);
        Assert.Empty(host.Delivered);

        store.Clock.Advance(TimeSpan.FromHours(10));
        await Posting.SendAsync(store);
        Assert.Single(host.Delivered);
    }

    private static LetterLine Line(string title, Channels channels) => new(
        "/courses/x",
        new Dictionary<string, string> { [LetterWords.Occasion] = "DueSoon", ["title"] = title, ["day"] = "2026-12-01" },
        channels);

    private static Task WriteAsync(AcademyStore store, params IReadOnlyList<LetterLine> lines) => store.TellAsync(async (AcademyDb db) =>
    {
        var person = await db.Employees.Numbered("E0001").SingleAsync();
        person.MailTo("e0001@bank.example");
        db.Add(Letter.Of(
            LetterKind.Digest, person.Id, "2026-11-24", "/inbox/days/2026-11-24", new Dictionary<string, string>(), lines,
            store.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    });
}
