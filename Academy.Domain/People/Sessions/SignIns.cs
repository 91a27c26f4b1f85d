using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Sessions;

/// <summary>A sign-in as its owner is told of it.</summary>
/// <param name="At">When it was.</param>
/// <param name="Device">What the browser said of itself; empty where that is not known, or not any more.</param>
/// <param name="Address">Where it came from.</param>
public sealed record SignIn(DateTimeOffset At, string Device, string Address);

/// <summary>What somebody is told of the own account, for them to notice what they have not done.</summary>
/// <param name="Before">The sign-in before that of their session; null when there was none.</param>
/// <param name="Since">Those after it, elsewhere, the last first.</param>
/// <param name="Refused">How many sign-ins were refused after the one before.</param>
/// <param name="NotConfirmed">How often a wrong password was given after it by who was in.</param>
public sealed record SignIns(SignIn? Before, IReadOnlyList<SignIn> Since, int Refused, int NotConfirmed)
{
    public bool AreNews => Before is not null || Since.Count > 0;
}

public static class SignInQueries
{
    private const int MostLookedAt = 50;

    /// <summary>A session begins so long after its sign-in at the most.</summary>
    private static readonly TimeSpan Arriving = TimeSpan.FromMinutes(1);

    extension(AcademyDb db)
    {
        /// <summary>The sign-ins of an account around that of the session with this key, as the trail tells them.</summary>
        public async Task<SignIns> SignInsAsync(Actor person, string key, CancellationToken ct)
        {
            var account = db.AuditEntries.AsNoTracking().Where(e => e.Subject == PeopleTrail.Account && e.SubjectKey == person.Number);
            var lines = await account
                .Where(e => e.Act == PeopleTrail.SignedIn)
                .OrderByDescending(e => e.Id)
                .Take(MostLookedAt)
                .ToListAsync(ct);
            var sessions = await db.Sessions.AsNoTracking().Of(person.Id!.Value).ToListAsync(ct);

            var here = sessions.Find(session => session.KeyHash == Session.HashOf(key));
            var own = lines.Find(line => line.At <= here?.StartedAt && AddressOf(line) == here.Address) ?? lines.FirstOrDefault();
            var before = lines.Find(line => line.Id < own?.Id);
            var since = before?.Id ?? long.MaxValue;
            var refusals = await account
                .Where(e => e.Id > since && (e.Act == PeopleTrail.SignInRefused || e.Act == PeopleTrail.PasswordNotConfirmed))
                .ToListAsync(ct);
            return new SignIns(
                before is null ? null : Told(before),
                [.. lines.Where(line => line.Id > own?.Id).Select(Told)],
                TriesOf(PeopleTrail.SignInRefused),
                TriesOf(PeopleTrail.PasswordNotConfirmed));

            SignIn Told(AuditEntry line) => new(line.At, BegunBy(line)?.Device ?? "", AddressOf(line));

            Session? BegunBy(AuditEntry line) => sessions
                .Where(s => s.StartedAt >= line.At && s.StartedAt - line.At < Arriving && s.Address == AddressOf(line))
                .MinBy(s => s.StartedAt);

            int TriesOf(Act act) => refusals.Where(line => line.Act == act).Sum(line => RefusalFacts.TriesOf(line.After));
        }
    }

    private static string AddressOf(AuditEntry line) => line.After.GetValueOrDefault(nameof(SignInFacts.Address)) ?? "";
}
