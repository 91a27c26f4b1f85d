using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Tests.Data.TwoActs;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Letters;

public sealed class MailTests(OpenedAcademy opened)
{
    [Fact]
    public async Task A_letter_is_mailed_once_encrypted_and_signed_in_in_two_forms_of_the_same_words()
    {
        await using var host = new SmtpHost();
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await Posting.WriteAsync(store, 1);

        await Posting.SendAsync(store);
        await Posting.SendAsync(store);

        var (to, message) = Assert.Single(host.Delivered);
        Assert.Equal("e0001@bank.example", to);
        Assert.Equal("请学完《合规 <第0课>》，11月30日截止", message.Subject);
        Assert.StartsWith("letter-", message.MessageId, StringComparison.Ordinal);
        Assert.EndsWith("@bank.example", message.MessageId, StringComparison.Ordinal);
        foreach (var words in new[] { "https://academy.bank.example/courses/x", "11月30日截止", "您好：" })
        {
            Assert.Contains(words, message.TextBody, StringComparison.Ordinal);
            Assert.Contains(words, message.HtmlBody, StringComparison.Ordinal);
        }

        Assert.Contains("《合规 &lt;第0课&gt;》", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("width=device-width", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(MailingState.Sent, Assert.Single(await Posting.MailingsAsync(store)).State);
    }

    [Fact]
    public async Task Nothing_is_sent_in_the_clear_to_a_server_that_offers_no_encryption()
    {
        await using var host = new SmtpHost { OffersTls = false };
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await Posting.WriteAsync(store, 1);

        Assert.NotEmpty((await Posting.SendAsync(store)).Trouble);

        Assert.Equal(0, host.Begun);
        Assert.Equal(MailingState.Waiting, Assert.Single(await Posting.MailingsAsync(store)).State);
    }

    [Theory]
    [InlineData("wrong", null)]
    [InlineData(SmtpHost.Password, "00:11")]
    public async Task A_wrong_password_and_a_stranger_s_certificate_cost_no_letter(string password, string? certificate)
    {
        await using var host = new SmtpHost();
        var known = Posting.To(host);
        await using var store = Posting.StoreWith(
            opened, known with { Password = password, Certificate = certificate ?? known.Certificate });
        await Posting.WriteAsync(store, 3);

        Assert.NotEmpty((await Posting.SendAsync(store)).Trouble);

        Assert.Empty(host.Delivered);
        Assert.All(await Posting.MailingsAsync(store), mailing => Assert.Equal((MailingState.Waiting, 1), (mailing.State, mailing.Tries)));
    }

    [Fact]
    public async Task Who_has_no_address_or_has_left_finds_letters_in_the_inbox_alone_and_an_unknown_mailbox_is_tried_once()
    {
        await using var host = new SmtpHost { IsUnknown = address => address.StartsWith("e0002", StringComparison.Ordinal) };
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await Posting.WriteAsync(store, 4);
        store.Execute("UPDATE Employees SET Email = NULL WHERE UserName = 'E0001'");
        store.Execute("UPDATE Employees SET Employment = 'Left' WHERE UserName = 'E0003'");

        await Posting.SendAsync(store);
        store.Clock.Advance(TimeSpan.FromDays(1));
        await Posting.SendAsync(store);

        Assert.Equal(
            [MailingRefusal.NoAddress, MailingRefusal.Rejected, MailingRefusal.HasLeft, null],
            (await Posting.MailingsAsync(store)).Select(mailing => mailing.Refusal));
        Assert.Equal("550 no such mailbox", (await Posting.MailingsAsync(store))[1].Answer);
        Assert.Equal("e0004@bank.example", Assert.Single(host.Delivered).To);
        Assert.Equal(2, host.Begun);
    }

    [Fact]
    public async Task An_administrator_has_a_refused_letter_sent_again_and_nobody_else_does()
    {
        await using var host = new SmtpHost();
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await Posting.WriteAsync(store, 1);
        store.Execute("UPDATE Employees SET Email = NULL WHERE UserName = 'E0001'");
        await Posting.SendAsync(store);
        var id = Assert.Single(await Posting.MailingsAsync(store)).LetterId;
        var (head, trainer) = (await store.ActorAsync("A0001"), await store.ActorAsync("T0001"));
        var person = await store.AskAsync((AcademyDb db) => db.Employees.AsNoTracking().Numbered("E0001").SingleAsync());
        await store.AskAsync((Registrar registrar) =>
            registrar.MailToAsync(head, person.Id, person.MailAsSeen(), "new@bank.example", None));

        Assert.Equal(PostRefusal.MayNotSend, await store.AskAsync((PostOffice office) => office.SendAgainAsync(trainer, id, "t", None)));
        Assert.Null(await store.AskAsync((PostOffice office) => office.SendAgainAsync(head, id, "t", None)));
        Assert.Null(await store.AskAsync((PostOffice office) => office.SendAgainAsync(head, id, "t", None)));
        await Posting.SendAsync(store);

        Assert.Equal("new@bank.example", Assert.Single(host.Delivered).To);
        Assert.Equal(PostRefusal.NotRefused, await store.AskAsync((PostOffice office) => office.SendAgainAsync(head, id, "t", None)));
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.AuditEntries.CountAsync(e => e.Act == LettersTrail.LetterSentAgain)));
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.AuditEntries.CountAsync(e => e.Act == PeopleTrail.PersonMailChanged)));
    }

    [Fact]
    public async Task A_letter_that_somebody_else_has_taken_meanwhile_is_theirs()
    {
        await using var host = new SmtpHost();
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await Posting.WriteAsync(store, 1);

        var slow = Assert.Single(await TakeAsync(store));
        Assert.Empty(await TakeAsync(store));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var quick = Assert.Single(await TakeAsync(store));
        await RecordAsync(store, new DeliveryReport(slow.Letter.Id, slow.Fence, Delivery.Rejected, "late"));
        Assert.Equal(MailingState.Waiting, Assert.Single(await Posting.MailingsAsync(store)).State);
        await RecordAsync(store, new DeliveryReport(quick.Letter.Id, quick.Fence, Delivery.Sent, "ok"));
        await RecordAsync(store, new DeliveryReport(slow.Letter.Id, slow.Fence, Delivery.Postponed, "late"));

        var end = Assert.Single(await Posting.MailingsAsync(store));
        Assert.Equal((MailingState.Sent, "ok"), (end.State, end.Answer));
    }

    [Fact]
    public async Task Two_who_send_at_the_same_time_send_each_letter_once()
    {
        await using var host = new SmtpHost();
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await Posting.WriteAsync(store, 90);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Posting.SendAsync(store))));

        Assert.Equal(90, host.Delivered.Count);
        Assert.Equal(90, host.Delivered.Select(mail => mail.Message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_that_is_put_off_waits_longer_each_time_and_at_last_is_too_old()
    {
        await using var host = new SmtpHost { MoodOf = _ => Mood.RefusesForNow };
        await using var store = Posting.StoreWith(
            opened, Posting.To(host) with { RetryAfter = TimeSpan.FromMinutes(1), RetryAtMost = TimeSpan.FromMinutes(6) });
        await Posting.WriteAsync(store, 1);
        var (start, waits) = (store.Clock.GetUtcNow(), new List<double>());
        for (var times = 0; times < 5; times++)
        {
            await Posting.SendAsync(store);
            var due = Assert.Single(await Posting.MailingsAsync(store)).DueAt;
            waits.Add((due - store.Clock.GetUtcNow()).TotalMinutes);
            store.Clock.SetUtcNow(due);
        }

        Assert.Equal([1, 2, 4, 6, 6], waits);
        store.Clock.SetUtcNow(start.AddDays(6));
        await Posting.SendAsync(store);
        Assert.Equal(MailingRefusal.TooOld, Assert.Single(await Posting.MailingsAsync(store)).Refusal);
    }

    [Fact]
    public async Task A_letter_whose_line_breaks_after_its_last_byte_comes_again_under_the_same_number()
    {
        await using var host = new SmtpHost { MoodOf = letter => letter == 0 ? Mood.BreaksAfterData : Mood.Kind };
        await using var store = Posting.StoreWith(opened, Posting.To(host));
        await Posting.WriteAsync(store, 2);

        for (var times = 0; times < 2; times++)
        {
            await Posting.SendAsync(store);
            store.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(["e0001@bank.example", "e0001@bank.example", "e0002@bank.example"], host.Delivered.Select(mail => mail.To).Order());
        Assert.Equal(2, host.Delivered.Select(mail => mail.Message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Without_a_mail_server_each_letter_is_one_file_that_mail_programs_read()
    {
        await using var store = Posting.StoreWith(opened, new MailSettings());
        await Posting.WriteAsync(store, 30);
        store.Execute("UPDATE Employees SET Email = NULL WHERE UserName = 'E0001'");

        await Posting.SendAsync(store);
        await Posting.SendAsync(store);

        var files = Directory.GetFiles(Path.Combine(store.Folder, "letters", "2026-11"));
        Assert.Equal(30, files.Length);
        var mails = await Task.WhenAll(files.Select(file => MimeMessage.LoadAsync(file, None)));
        Assert.Contains(mails, mail => mail.Subject == "请学完《合规 <第7课>》，11月30日截止");
        Assert.Single(mails, mail => !mail.To.Mailboxes.Any());
        Assert.All(await Posting.MailingsAsync(store), mailing => Assert.Equal(MailingState.Kept, mailing.State));
    }

    [Theory]
    [InlineData("smtp.bank.example", null, MailSecurity.StartTls, null, "Academy:Mail:From")]
    [InlineData("smtp.bank.example", "a@b.example", MailSecurity.None, "user", "Academy:Mail:Security")]
    [InlineData("smtp.bank.example", "a@b.example", MailSecurity.None, null, null)]
    [InlineData(null, null, MailSecurity.Tls, null, null)]
    public void Settings_that_cannot_work_are_named(string? host, string? from, MailSecurity security, string? user, string? named)
    {
        var problem = new MailSettings { Host = host, From = from, Security = security, User = user }.Problem();

        if (named is null) Assert.Null(problem);
        else Assert.StartsWith(named, problem, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<OutgoingLetter>> TakeAsync(AcademyStore store) =>
        store.AskAsync((PostOffice office) => office.TakeAsync(20, None));

    private static Task RecordAsync(AcademyStore store, DeliveryReport report) =>
        store.TellAsync((PostOffice office) => office.RecordAsync([report], None));
}
