using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>Hangs screens up and takes them down; only who teaches does.</summary>
public sealed class Screens(AcademyDb db, TimeProvider clock)
{
    /// <summary>The secret of the link, which nobody is told again, or why there is none.</summary>
    public async Task<(string? Secret, ScreenRefusal? Refusal)> HangAsync(string? label, Actor by, CancellationToken ct)
    {
        var named = OneLine.Of(label);
        if (named.Length == 0) return (null, ScreenRefusal.LabelMissing);
        if (named.Length > ScreenLink.LongestLabel) return (null, ScreenRefusal.LabelTooLong);

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(by, ct)) return (null, ScreenRefusal.MayNotHang);
        if (await db.ScreenLinks.Hanging().AnyAsync(s => s.Label == named, ct)) return (null, ScreenRefusal.LabelTaken);
        if (await db.ScreenLinks.Hanging().CountAsync(ct) >= ScreenLink.Most) return (null, ScreenRefusal.TooMany);

        var secret = ScreenLink.NewSecret();
        var screen = db.Add(new ScreenLink(named, secret, by.Name, clock.GetUtcNow())).Entity;
        await db.SaveChangesAsync(ct);
        Record(screen, CompetitionTrail.ScreenHung, by);
        await turn.CommitAsync(ct);
        return (secret, null);
    }

    /// <summary>The link shows nothing any more; nothing happens when it is so already.</summary>
    public async Task<ScreenRefusal?> TakeDownAsync(long screenId, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(by, ct)) return ScreenRefusal.MayNotHang;
        if (await db.ScreenLinks.SingleOrDefaultAsync(s => s.Id == screenId, ct) is not { } screen) return ScreenRefusal.NoSuchScreen;
        if (screen.RevokedAt is not null) return null;

        screen.Revoke(clock.GetUtcNow());
        Record(screen, CompetitionTrail.ScreenTakenDown, by);
        await turn.CommitAsync(ct);
        return null;
    }

    private void Record(ScreenLink screen, Act act, Actor by) => db.Add(new AuditEntry(
        by, clock.GetUtcNow(), act, CompetitionTrail.Screen, $"{screen.Id}", screen.Label, null, new ScreenFacts(screen.Label)));
}

public static class ScreenQueries
{
    extension(AcademyDb db)
    {
        public DbSet<ScreenLink> ScreenLinks => db.Set<ScreenLink>();

        /// <summary>Whether a secret is that of a link that has not been taken down.</summary>
        public Task<bool> IsHangingAsync(string secret, CancellationToken ct)
        {
            var hash = ScreenLink.HashOf(secret);
            return db.Set<ScreenLink>().Hanging().AnyAsync(s => s.Hash == hash, ct);
        }
    }

    extension(IQueryable<ScreenLink> screens)
    {
        public IQueryable<ScreenLink> Hanging() => screens.Where(s => s.RevokedAt == null);
    }
}
