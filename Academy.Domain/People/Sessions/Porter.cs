using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Sessions;

/// <summary>A session that goes on, as its owner is shown it.</summary>
public sealed record OpenSession(long Id, bool IsHere, string Device, string Address, DateTimeOffset StartedAt, DateTimeOffset SeenAt);

/// <summary>
/// Keeps the book of who is in: begins sessions, ends them, and says which go on. A session rests no longer than
/// <see cref="AcademySettings.SessionIdle"/> and lasts no longer than <see cref="AcademySettings.SessionLength"/>, save for who has
/// work in hand that was begun before that: it goes on until that work is over.
/// </summary>
public sealed class Porter(
    AcademyDb db, Presence presence, IEnumerable<IWorkInHand> works, AcademySettings settings, TimeProvider clock)
{
    /// <summary>How far the book may be behind.</summary>
    private static readonly TimeSpan WritesEvery = TimeSpan.FromMinutes(1);

    private const int MostForgottenInTurn = 500;

    /// <summary>Whether the session with that key goes on.</summary>
    /// <param name="key">The key that the ticket carries.</param>
    /// <param name="isAttended">Whether somebody asks, who is seen by that; a page that asks by itself lets a session rest.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<bool> AdmitsAsync(string key, bool isAttended, CancellationToken ct)
    {
        var (hash, now) = (Session.HashOf(key), clock.GetUtcNow());
        var stay = presence.Of(hash, now) ?? presence.Learn(hash, await LookAsync(hash, now, ct));
        if (!await GoesOnAsync(stay, now, ct)) return false;

        if (isAttended) presence.See(hash, stay, now);
        return true;
    }

    /// <summary>Begins a session, and ends the one that the same browser has had before.</summary>
    /// <param name="employeeId">Who signs in.</param>
    /// <param name="stamp">The account's stamp as it was when the password was looked at.</param>
    /// <param name="from">Where that is.</param>
    /// <param name="before">The key of the session that this one takes the place of.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>The key that the ticket is to carry.</returns>
    public async Task<string> BeginAsync(long employeeId, string stamp, Whereabouts from, string? before, CancellationToken ct)
    {
        var key = Session.NewKey();
        Session session;
        await using (var turn = await db.TakeTurnAsync(ct))
        {
            session = db.Add(new Session(key, employeeId, stamp, from, clock.GetUtcNow())).Entity;
            if (before is not null) await EndAsync(Session.HashOf(before), session.StartedAt, ct);
            await turn.CommitAsync(ct);
        }

        var now = session.StartedAt;
        if (before is not null) presence.End(Session.HashOf(before), now);
        presence.LookAgain(employeeId);
        presence.Learn(session.KeyHash, new Stay(session.Id, employeeId, now, now, HasEnded: false, now));
        return key;
    }

    /// <summary>Ends the session of somebody who signs out, and writes that down.</summary>
    public async Task TakeLeaveAsync(Actor actor, string key, Caller caller, CancellationToken ct)
    {
        var hash = Session.HashOf(key);
        DateTimeOffset now;
        await using (var turn = await db.TakeTurnAsync(ct))
        {
            now = clock.GetUtcNow();
            if (!await EndAsync(hash, now, ct)) return;

            db.Add(Entry(actor, PeopleTrail.SignedOut, new AddressFacts(caller.AddressText)));
            await turn.CommitAsync(ct);
        }

        presence.End(hash, now);
    }

    /// <summary>Ends sessions of somebody who asks for it from another one, and writes that down.</summary>
    /// <param name="actor">Whose sessions they are.</param>
    /// <param name="sessionId">Which one; null for all.</param>
    /// <param name="key">The key of the session that stays.</param>
    /// <param name="caller">Where that is.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>How many went on until now.</returns>
    public async Task<int> EndOthersAsync(Actor actor, long? sessionId, string key, Caller caller, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var (hash, now) = (Session.HashOf(key), clock.GetUtcNow());
        var others = (await GoingOnAsync(actor.Id!.Value, now, ct))
            .Where(s => s.KeyHash != hash && (sessionId is null || s.Id == sessionId))
            .ToList();
        if (others.Count == 0) return 0;

        others.ForEach(session => session.End(now));
        var devices = others.ConvertAll(session => string.Join(" · ", Named(session.Device).Append(session.Address)));
        db.Add(Entry(actor, PeopleTrail.SignedOutElsewhere, new EndedFacts(caller.AddressText, devices)));
        await turn.CommitAsync(ct);
        others.ForEach(session => presence.End(session.KeyHash, now));
        return others.Count;
    }

    /// <summary>The sessions of somebody that go on: the one with that key, then the others, the last seen first.</summary>
    public async Task<IReadOnlyList<OpenSession>> OpenAsync(long employeeId, string key, CancellationToken ct)
    {
        var (hash, now) = (Session.HashOf(key), clock.GetUtcNow());
        return
        [
            .. from session in await GoingOnAsync(employeeId, now, ct)
               let stay = StayOf(session, now)
               orderby session.KeyHash == hash descending, stay.SeenAt descending, session.Id descending
               select new OpenSession(
                   session.Id, session.KeyHash == hash, session.Device, session.Address, session.StartedAt, stay.SeenAt),
        ];
    }

    /// <summary>Writes down who was seen since that was last done: all of them by one command, with no request waiting for it.</summary>
    public async Task WriteDownAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var seen = presence.SeenSince(presence.WrittenAt ?? now - WritesEvery);
        if (seen.Count > 0)
        {
            await using var turn = await db.TakeTurnAsync(ct);
            await db.Sessions.Where(s => seen.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct);
            await turn.CommitAsync(ct);
        }

        presence.WrittenAt = now;
        presence.Forget(now - settings.SessionIdle);
    }

    /// <summary>Removes sessions that have long been over; the trail keeps who came and went.</summary>
    public async Task<int> ForgetAsync(CancellationToken ct)
    {
        var (until, all) = (clock.GetUtcNow() - Session.Kept, 0);
        var old = db.Sessions.Where(s => s.SeenAt < until).OrderBy(s => s.Id).Take(MostForgottenInTurn);
        while (await old.AnyAsync(ct))
        {
            await using var turn = await db.TakeTurnAsync(ct);
            all += await old.ExecuteDeleteAsync(ct);
            await turn.CommitAsync(ct);
        }

        return all;
    }

    /// <summary>The sessions of somebody that go on, a few at the most.</summary>
    private async Task<List<Session>> GoingOnAsync(long employeeId, DateTimeOffset now, CancellationToken ct)
    {
        List<Session> found = [];
        foreach (var session in await db.OpenSessions().Of(employeeId).ToListAsync(ct))
        {
            if (await GoesOnAsync(StayOf(session, now), now, ct)) found.Add(session);
        }

        return found;
    }

    private Stay StayOf(Session session, DateTimeOffset now) => presence.Complete(
        session.KeyHash, new Stay(session.Id, session.EmployeeId, session.StartedAt, session.SeenAt, HasEnded: false, now));

    private async Task<Stay> LookAsync(string hash, DateTimeOffset now, CancellationToken ct) =>
        await db.OpenSessions()
            .Where(s => s.KeyHash == hash)
            .Select(s => new Stay(s.Id, s.EmployeeId, s.StartedAt, s.SeenAt, false, now))
            .SingleOrDefaultAsync(ct)
        ?? Stay.Ended(now);

    private async Task<bool> GoesOnAsync(Stay stay, DateTimeOffset now, CancellationToken ct)
    {
        if (stay.HasEnded) return false;

        var longest = stay.StartedAt + settings.SessionLength;
        if (now < longest && now < stay.SeenAt + settings.SessionIdle) return true;

        var lastSeen = stay.SeenAt + WritesEvery;
        var begunBy = lastSeen < longest ? lastSeen : longest;
        foreach (var work in works)
            if (await work.IsThereAsync(stay.EmployeeId, begunBy, now, ct)) return true;

        return false;
    }

    private async Task<bool> EndAsync(string hash, DateTimeOffset now, CancellationToken ct) =>
        await db.Sessions.Where(s => s.KeyHash == hash && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct) > 0;

    private static IEnumerable<string> Named(string device) => device.Length > 0 ? [device] : [];

    private AuditEntry Entry(Actor person, Act act, IFacts facts) =>
        new(person, clock.GetUtcNow(), act, PeopleTrail.Account, person.Number, person.Name, null, facts);
}
