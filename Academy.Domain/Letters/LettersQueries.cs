using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Letters;

/// <summary>A letter as its reader's list shows it, with the name of who had it written.</summary>
public sealed record ReceivedLetter(Letter Letter, string? Sender);

/// <summary>A letter with what became of it by mail, and whom it is for.</summary>
public sealed record MailedLetter(Letter Letter, Mailing Mailing, string Number, string Name, string? Address);

public static class LettersQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Letter> Letters => db.Set<Letter>();

        public DbSet<Mailing> Mailings => db.Set<Mailing>();

        public DbSet<Messaging> Messagings => db.Set<Messaging>();

        /// <summary>A part of somebody's letters, the latest first.</summary>
        public Task<List<ReceivedLetter>> ReceivedAsync(long employeeId, int skip, int take, CancellationToken ct)
        {
            var employees = db.Employees;
            return db.Letters.InInboxOf(employeeId).OrderByDescending(l => l.WrittenAt).ThenByDescending(l => l.Id).Skip(skip).Take(take)
                .Select(l => new ReceivedLetter(l, employees.Where(e => e.Id == l.SenderId).Select(e => e.Name).FirstOrDefault()))
                .AsNoTracking().ToListAsync(ct);
        }

        /// <summary>A part of the letters in a state of mailing, or of all, the latest first.</summary>
        public Task<List<MailedLetter>> MailedAsync(MailingState? state, int skip, int take, CancellationToken ct)
        {
            var employees = db.Employees;
            return db.Mailings.AsNoTracking().In(state).OrderByDescending(m => m.LetterId).Skip(skip).Take(take)
                .Join(db.Letters, m => m.LetterId, l => l.Id, (m, l) => new { Mailing = m, Letter = l })
                .Join(employees, m => m.Letter.RecipientId, e => e.Id, (m, e) => new { m.Letter, m.Mailing, Recipient = e })
                .OrderByDescending(m => m.Letter.Id)
                .Select(m => new MailedLetter(m.Letter, m.Mailing, m.Recipient.UserName!, m.Recipient.Name, m.Recipient.Email))
                .ToListAsync(ct);
        }

        /// <summary>
        /// Opens one of somebody's letters and says the address that it leads to; null when it is no letter of theirs. It counts as
        /// read from the first time on.
        /// </summary>
        public async Task<string?> OpenLetterAsync(long employeeId, long letterId, DateTimeOffset now, CancellationToken ct)
        {
            await using var turn = await db.TakeTurnAsync(ct);
            if (await db.Letters.Of(employeeId).SingleOrDefaultAsync(l => l.Id == letterId, ct) is not { } letter) return null;

            letter.Read(now);
            await turn.CommitAsync(ct);
            return letter.Address;
        }
    }

    extension(AcademyDb db)
    {
        /// <summary>Has all that somebody has not read count as read.</summary>
        public async Task ReadAllLettersAsync(long employeeId, DateTimeOffset now, CancellationToken ct)
        {
            await using var turn = await db.TakeTurnAsync(ct);
            await db.Letters.Of(employeeId).Unread().ExecuteUpdateAsync(set => set.SetProperty(l => l.ReadAt, now), ct);
            await turn.CommitAsync(ct);
        }
    }

    extension(IQueryable<Letter> letters)
    {
        public IQueryable<Letter> Of(long employeeId) => letters.Where(l => l.RecipientId == employeeId);

        /// <summary>Those that somebody finds in the inbox.</summary>
        public IQueryable<Letter> InInboxOf(long employeeId) => letters.Of(employeeId).Where(l => l.IsInInbox);

        public IQueryable<Letter> Unread() => letters.Where(l => l.ReadAt == null);
    }

    extension(IQueryable<Mailing> mailings)
    {
        /// <summary>Those in a state; null for all.</summary>
        public IQueryable<Mailing> In(MailingState? state) => state is { } one ? mailings.Where(m => m.State == one) : mailings;

        /// <summary>Whose time has come, and which nobody holds.</summary>
        public IQueryable<Mailing> DueBy(DateTimeOffset now) => mailings.Where(m =>
            m.State == MailingState.Waiting && m.DueAt <= now && (m.HeldUntil == null || m.HeldUntil <= now));
    }
}
