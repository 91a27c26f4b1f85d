using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Certification;

/// <summary>Says what it takes to be certified: makes, changes and withdraws schemes. Only who administers may.</summary>
public sealed class Accreditor(AcademyDb db, SubjectCatalogue catalogue, TimeProvider clock)
{
    private const char FormKind = 's';

    /// <summary>What an empty form carries, so that sending it twice makes one scheme.</summary>
    public static string NewKey() => FormKey.New(FormKind);

    /// <summary>The same form once more gives the scheme that it has made.</summary>
    public async Task<(long? SchemeId, SchemeRefusal? Refusal)> AddAsync(string? key, SchemeTerms terms, Actor by, CancellationToken ct)
    {
        var wanted = terms.Cleaned();
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return (null, SchemeRefusal.MayNotKeep);
        if (!FormKey.IsOf(FormKind, key)) return (null, SchemeRefusal.NoSuchScheme);
        if (await db.Schemes.SingleOrDefaultAsync(s => s.Slug == key, ct) is { } made)
            return made.Terms.AsSeen() == wanted.AsSeen() ? (made.Id, null) : (null, SchemeRefusal.ChangedMeanwhile);
        if (await RefusalAsync(wanted, null, ct) is { } refusal) return (null, refusal);

        var scheme = db.Add(new Scheme(key!, wanted)).Entity;
        scheme.Own();
        await db.SaveChangesAsync(ct);
        Record(scheme, CertificationTrail.SchemeAdded, null, by);
        await turn.CommitAsync(ct);
        return (scheme.Id, null);
    }

    /// <param name="schemeId">The scheme.</param>
    /// <param name="seen">The terms that the actor saw, as <see cref="SchemeTerms.AsSeen"/> tells them.</param>
    /// <param name="terms">What they are to become.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<SchemeRefusal?> ChangeAsync(long schemeId, string? seen, SchemeTerms terms, Actor by, CancellationToken ct)
    {
        var wanted = terms.Cleaned();
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return SchemeRefusal.MayNotKeep;
        if (await db.Schemes.SingleOrDefaultAsync(s => s.Id == schemeId, ct) is not { } scheme) return SchemeRefusal.NoSuchScheme;
        if (scheme.WithdrawnAt is not null) return SchemeRefusal.AlreadyWithdrawn;

        var held = scheme.Terms.AsSeen();
        if (held == wanted.AsSeen()) return null;
        if (held != seen) return SchemeRefusal.ChangedMeanwhile;
        if (await RefusalAsync(wanted, scheme, ct) is { } refusal) return refusal;

        var before = SchemeFacts.Of(scheme);
        scheme.Change(wanted);
        scheme.Own();
        Record(scheme, CertificationTrail.SchemeEdited, before, by);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Nobody is certified by it any more; nothing happens when the same person has said so.</summary>
    public async Task<SchemeRefusal?> WithdrawAsync(long schemeId, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(by, ct)) return SchemeRefusal.MayNotKeep;
        if (await db.Schemes.SingleOrDefaultAsync(s => s.Id == schemeId, ct) is not { } scheme) return SchemeRefusal.NoSuchScheme;
        if (scheme.WithdrawnAt is not null)
        {
            var (act, subject) = (CertificationTrail.SchemeWithdrawn, CertificationTrail.Scheme);
            return await db.RepeatedAsync(by, act, subject, scheme.Key, ct) is null ? SchemeRefusal.AlreadyWithdrawn : null;
        }

        var before = SchemeFacts.Of(scheme);
        scheme.Withdraw(clock.GetUtcNow());
        scheme.Own();
        Record(scheme, CertificationTrail.SchemeWithdrawn, before, by);
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<SchemeRefusal?> RefusalAsync(SchemeTerms terms, Scheme? held, CancellationToken ct)
    {
        if (terms.Refusal() is { } refusal) return refusal;
        if (await db.Schemes.AnyAsync(s => s.Prefix == terms.Prefix && (held == null || s.Id != held.Id), ct))
            return SchemeRefusal.PrefixTaken;

        var positions = await db.Positions.Select(p => p.Slug).ToListAsync(ct);
        if (terms.Positions.Except(positions).Except(held?.Terms.Positions ?? []).Any()) return SchemeRefusal.UnknownPosition;

        var known = (await catalogue.AllAsync(db, ct)).Select(subject => (subject.Subject.Kind, subject.Slug)).ToHashSet();
        return terms.Asked.Any(asked => SubjectOf(asked.Kind) is { } kind && !known.Contains((kind, asked.Of)))
            ? SchemeRefusal.UnknownSubject
            : null;
    }

    private static SubjectKind? SubjectOf(RequirementKind kind) => kind switch
    {
        RequirementKind.Course => SubjectKind.Course,
        RequirementKind.Quiz => SubjectKind.Quiz,
        _ => null,
    };

    private void Record(Scheme scheme, Act act, SchemeFacts? before, Actor by) => db.Add(new AuditEntry(
        by, clock.GetUtcNow(), act, CertificationTrail.Scheme, scheme.Key, scheme.Terms.Title, before, SchemeFacts.Of(scheme)));
}
