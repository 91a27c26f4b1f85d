using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Letters;

public enum PostRefusal { NoSuchLetter, NotRefused, MayNotSend }

/// <summary>A letter that is to be sent, and the number that it is held under.</summary>
public sealed record OutgoingLetter(Letter Letter, long Fence, DateTimeOffset HeldUntil, string Name, string Address, string? Sender);

/// <summary>What became of a letter when it was sent.</summary>
public enum Delivery { Sent, Kept, Rejected, Postponed }

/// <summary>What became of it, and what the mail server said.</summary>
public sealed record DeliveryReport(long LetterId, long Fence, Delivery Outcome, string Answer);

/// <summary>Hands out letters to be mailed, each to one who sends at a time, and takes down what became of them.</summary>
public sealed class PostOffice(AcademyDb db, AcademySettings settings, BankZone zone, TimeProvider clock)
{
    private MailSettings Mail => settings.Mail;

    /// <summary>
    /// Takes the letters whose turn it is, to be sent by whoever asks and nobody else until the lease ends. Those that cannot be sent are
    /// set aside.
    /// </summary>
    public async Task<IReadOnlyList<OutgoingLetter>> TakeAsync(int most, CancellationToken ct)
    {
        if (!await IsAnyDueAsync(ct) || await IsQuietAsync(ct)) return [];

        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        var employees = db.Employees;
        var due = await db.Mailings.DueBy(now).OrderBy(m => m.DueAt).ThenBy(m => m.LetterId).Take(most)
            .Join(db.Letters, m => m.LetterId, l => l.Id, (m, l) => new { Mailing = m, Letter = l })
            .Join(db.Employees, m => m.Letter.RecipientId, e => e.Id, (m, e) => new
            {
                m.Mailing,
                m.Letter,
                e.Name,
                e.Email,
                e.Employment,
                Sender = employees.Where(s => s.Id == m.Letter.SenderId).Select(s => s.Name).SingleOrDefault(),
            })
            .ToListAsync(ct);
        var taken = new List<OutgoingLetter>();
        foreach (var letter in due)
        {
            if (ObjectionTo(letter.Letter, letter.Email, letter.Employment, now) is { } refusal)
            {
                letter.Mailing.Refuse(refusal, now, letter.Mailing.Answer);
                continue;
            }

            letter.Mailing.Take(now, Mail.Lease);
            taken.Add(new OutgoingLetter(
                letter.Letter, letter.Mailing.Fence, now + Mail.Lease, letter.Name, letter.Email ?? "", letter.Sender));
        }

        await turn.CommitAsync(ct);
        return taken;
    }

    /// <summary>Takes down what became of letters; of one that somebody else has taken meanwhile, nothing.</summary>
    public async Task RecordAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        var ids = reports.Select(r => r.LetterId).ToList();
        var mailings = await db.Mailings.Where(m => ids.Contains(m.LetterId)).ToDictionaryAsync(m => m.LetterId, ct);
        foreach (var report in reports.Where(r => mailings[r.LetterId].IsHeldUnder(r.Fence)))
            Record(mailings[report.LetterId], report, now);
        await turn.CommitAsync(ct);
    }

    /// <summary>Has a letter that was refused sent after all; nothing happens when it is on its way.</summary>
    public async Task<PostRefusal?> SendAgainAsync(Actor by, long letterId, string title, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return PostRefusal.MayNotSend;
        if (await db.Mailings.SingleOrDefaultAsync(m => m.LetterId == letterId, ct) is not { } mailing) return PostRefusal.NoSuchLetter;
        if (mailing.State == MailingState.Waiting) return null;
        if (mailing.State != MailingState.Refused) return PostRefusal.NotRefused;

        var now = clock.GetUtcNow();
        mailing.StartAgain(now);
        db.Add(new AuditEntry(by, now, LettersTrail.LetterSentAgain, LettersTrail.Letter, $"{letterId}", title, null, null));
        await turn.CommitAsync(ct);
        return null;
    }

    private Task<bool> IsAnyDueAsync(CancellationToken ct) => db.Mailings.DueBy(clock.GetUtcNow()).AnyAsync(ct);

    /// <summary>What people would hear of at night waits for the morning; files wake nobody.</summary>
    private async Task<bool> IsQuietAsync(CancellationToken ct) =>
        Mail.IsOn && (await db.PostHoursAsync(ct)).IsQuiet(zone.TimeOf(clock.GetUtcNow()));

    /// <summary>Without a mail server all letters are kept as files, whatever addresses there are.</summary>
    private MailingRefusal? ObjectionTo(Letter letter, string? address, Employment employment, DateTimeOffset now)
    {
        if (employment == Employment.Left) return MailingRefusal.HasLeft;
        if (!Mail.IsOn) return null;
        if (string.IsNullOrEmpty(address)) return MailingRefusal.NoAddress;

        return letter.IsStale(employment, zone, now) || now - letter.WrittenAt > Mail.GiveUpAfter ? MailingRefusal.TooOld : null;
    }

    private void Record(Mailing mailing, DeliveryReport report, DateTimeOffset now)
    {
        var answer = Cut.Start(OneLine.Of(report.Answer), Mailing.LongestAnswer);
        switch (report.Outcome)
        {
            case Delivery.Sent: mailing.Send(now, answer); break;
            case Delivery.Kept: mailing.Keep(now); break;
            case Delivery.Rejected: mailing.Refuse(MailingRefusal.Rejected, now, answer); break;
            default: mailing.Postpone(now + Mail.WaitAfter(mailing.Tries), answer); break;
        }
    }
}
