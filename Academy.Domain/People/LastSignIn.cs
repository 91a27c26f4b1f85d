using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

/// <summary>When somebody had signed in before, and how many tries on the number were refused since.</summary>
public sealed record LastSignIn(DateTimeOffset At, int Refused);

public static class SignInQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The sign-in before the latest, as the trail tells it; null when there was none.</summary>
        public async Task<LastSignIn?> LastSignInAsync(string number, CancellationToken ct)
        {
            var account = db.AuditEntries.AsNoTracking().Where(e => e.Subject == PeopleTrail.Account && e.SubjectKey == number);
            var before = await account
                .Where(e => e.Act == PeopleTrail.SignedIn)
                .OrderByDescending(e => e.Id)
                .Select(e => new { e.Id, e.At })
                .Skip(1)
                .FirstOrDefaultAsync(ct);
            if (before is null) return null;

            var refused = await account
                .Where(e => e.Act == PeopleTrail.SignInRefused && e.Id > before.Id)
                .Select(e => e.After)
                .ToListAsync(ct);
            return new LastSignIn(before.At, refused.Sum(RefusalFacts.TriesOf));
        }
    }
}
