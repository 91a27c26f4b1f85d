using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Letters;

/// <summary>Hands out letters to be posted to the messenger, each to one who posts at a time, and takes down what became of them.</summary>
public sealed class Courier(AcademyDb db, AcademySettings settings, BankZone zone, TimeProvider clock)
{
    private MessengerSettings Messenger => settings.Messenger;

    /// <summary>Takes the letters whose turn it is, those first that nobody has enlisted yet; none in quiet hours.</summary>
    public async Task<IReadOnlyList<OutgoingLetter>> TakeAsync(int most, CancellationToken ct)
    {
        if (!Messenger.IsOn || !await IsToBeDoneAsync(ct)) return [];

        await using var turn = await db.TakeTurnAsync(ct);
        var now = clock.GetUtcNow();
        await EnlistAsync(most, now, ct);
        var employees = db.Employees;
        var due = await db.Messagings
            .Where(m => m.State == MailingState.Waiting && m.DueAt <= now && (m.HeldUntil == null || m.HeldUntil <= now))
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.LetterId)
            .Take(most)
            .Join(db.Letters, m => m.LetterId, l => l.Id, (m, l) => new { Messaging = m, Letter = l })
            .Join(db.Employees, m => m.Letter.RecipientId, e => e.Id, (m, e) => new
            {
                m.Messaging,
                m.Letter,
                e.Name,
                e.UserName,
                e.Employment,
                Sender = employees.Where(s => s.Id == m.Letter.SenderId).Select(s => s.Name).SingleOrDefault(),
            })
            .ToListAsync(ct);
        var taken = new List<OutgoingLetter>();
        foreach (var one in due)
        {
            if (RefusalOf(one.Letter, one.Employment, now) is { } refusal)
            {
                one.Messaging.Refuse(refusal, now, one.Messaging.Answer);
                continue;
            }

            one.Messaging.Take(now, Messenger.Lease);
            taken.Add(new OutgoingLetter(
                one.Letter, one.Messaging.Fence, now + Messenger.Lease, one.Name, one.UserName!, one.Sender));
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
        var messagings = await db.Messagings.Where(m => ids.Contains(m.LetterId)).ToDictionaryAsync(m => m.LetterId, ct);
        foreach (var report in reports.Where(r => messagings[r.LetterId].IsHeldUnder(r.Fence)))
        {
            var (messaging, answer) = (messagings[report.LetterId], Cut.Start(OneLine.Of(report.Answer), Dispatch.LongestAnswer));
            switch (report.Outcome)
            {
                case Delivery.Sent: messaging.Send(now, answer); break;
                case Delivery.Rejected: messaging.Refuse(MailingRefusal.Rejected, now, answer); break;
                default: messaging.Postpone(now + Messenger.WaitAfter(messaging.Tries), answer); break;
            }
        }

        await turn.CommitAsync(ct);
    }

    private async Task<bool> IsToBeDoneAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isAny = await (await NewAsync(now, ct)).AnyAsync(ct)
            || await db.Messagings.AnyAsync(m =>
                m.State == MailingState.Waiting && m.DueAt <= now && (m.HeldUntil == null || m.HeldUntil <= now), ct);
        return isAny && !(await db.PostHoursAsync(ct)).IsQuiet(zone.TimeOf(now));
    }

    private async Task EnlistAsync(int most, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var letter in await (await NewAsync(now, ct)).OrderBy(l => l.Id).Take(most).AsNoTracking().ToListAsync(ct))
        {
            var messaging = db.Add(new Messaging(letter.Id, now)).Entity;
            if (letter.Lines.Count > 0 && !letter.LinesBy(Channels.Mail).Any()) messaging.Refuse(MailingRefusal.NotWanted, now, "");
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Letters are enlisted in their order: those after the last one are new.</summary>
    private async Task<IQueryable<Letter>> NewAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (last, from) = (await db.Messagings.MaxAsync(m => (long?)m.LetterId, ct) ?? 0, now - Messenger.GiveUpAfter);
        return db.Letters.Where(l => l.Id > last && l.WrittenAt >= from);
    }

    private MailingRefusal? RefusalOf(Letter letter, Employment employment, DateTimeOffset now)
    {
        if (employment == Employment.Left) return MailingRefusal.HasLeft;

        return letter.IsStale(employment, zone, now) || now - letter.WrittenAt > Messenger.GiveUpAfter ? MailingRefusal.TooOld : null;
    }
}
