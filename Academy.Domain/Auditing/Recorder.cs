using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Auditing;

/// <summary>
/// Writes down who takes data away and who looks at what is others', before it is handed out: what cannot be written down is not.
/// </summary>
public sealed class Recorder(AcademyDb db, TimeProvider clock)
{
    /// <summary>For so long the same look by the same person is one.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromHours(1);

    /// <param name="by">Who takes something away.</param>
    /// <param name="act">What it is.</param>
    /// <param name="key">What the thing that it tells of is found by.</param>
    /// <param name="name">What people call that.</param>
    /// <param name="facts">From where, and how much.</param>
    /// <param name="ct">Stops the writing.</param>
    public Task ExportedAsync(Actor by, Act act, string key, string name, ExportFacts facts, CancellationToken ct) =>
        WriteAsync(now => new AuditEntry(by, now, act, AuditingTrail.Export, key, name, null, facts), ct);

    /// <summary>Somebody looks at a thing; the same facts once more within the hour are no second look.</summary>
    public async Task LookedAsync(
        Actor by, Act act, AuditSubject subject, string key, string name, IFacts facts, CancellationToken ct)
    {
        if (await HasLookedAsync()) return;

        await using var turn = await db.TakeTurnAsync(ct);
        // Another of the same may have come first.
        if (await HasLookedAsync()) return;

        db.Add(new AuditEntry(by, clock.GetUtcNow(), act, subject, key, name, null, facts));
        await turn.CommitAsync(ct);

        async Task<bool> HasLookedAsync()
        {
            var since = clock.GetUtcNow() - OneLook;
            var looks = await db.AuditEntries.AsNoTracking()
                .Where(e => e.Subject == subject && e.SubjectKey == key && e.Act == act && e.ActorId == by.Id && e.At > since)
                .ToListAsync(ct);
            return looks.Exists(look => look.Tells(facts));
        }
    }

    private async Task WriteAsync(Func<DateTimeOffset, AuditEntry> line, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        db.Add(line(clock.GetUtcNow()));
        await turn.CommitAsync(ct);
    }
}
