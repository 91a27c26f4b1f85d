using Academy.Domain.Certification;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Certification;

/// <summary>The next certificate of somebody by a scheme: a first one, or the renewal of the one that is held.</summary>
/// <param name="Scheme">By what.</param>
/// <param name="Last">The one before; null for a first one.</param>
/// <param name="Steps">What is asked for, met or not.</param>
/// <param name="Due">What waits for a word or for the next run of the academy; null while something is lacking.</param>
/// <param name="Today">The day of all that.</param>
public sealed record NextCertificate(Scheme Scheme, Certificate? Last, IReadOnlyList<Step> Steps, Due? Due, DateOnly Today)
{
    public int Met => Steps.Count(step => step.IsMet);

    public bool IsRenewal => Last is { Revocation: null } && Today <= Last.GraceUntil;
}

/// <summary>What somebody holds, what they held, and what is on the way.</summary>
public sealed record PersonPaths(IReadOnlyList<Certificate> Good, IReadOnlyList<Certificate> Past, IReadOnlyList<NextCertificate> Next);

public static class PersonPathsQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Paths are those of schemes for the person's position that are open now: no certificate, or one near its end.</summary>
        public async Task<PersonPaths> PersonPathsAsync(
            long employeeId, LevelTable levels, BankZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var today = zone.DayOf(now);
            var schemes = await db.Schemes.AsNoTracking().InForce().OrderBy(s => s.Id).ToListAsync(ct);
            var positions = await db.Set<Domain.People.Position>().ToDictionaryAsync(p => p.Slug, p => p.Id, ct);
            var own = await db.Users.Where(e => e.Id == employeeId).Select(e => e.Position.Slug).SingleAsync(ct);
            var dossier = (await db.DossiersAsync([employeeId], [.. schemes.Select(s => s.Terms)], levels, zone, now, ct))[0];
            var good = dossier.Certificates.Where(IsGood).OrderBy(c => c.ExpiresOn).ThenBy(c => c.Id).ToList();
            var past = dossier.Certificates.Where(c => !IsGood(c)).OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id).ToList();
            return new PersonPaths(
                good, past,
                [
                    .. from scheme in schemes
                       where scheme.Terms.Positions.Count == 0 || scheme.Terms.Positions.Contains(own)
                       let last = dossier.LastOf(scheme.Id)
                       where last is null || last.StateOn(today) != CertificateState.Valid
                       let steps = Pathway.StepsOn(today, scheme.Terms, dossier.Feats, dossier.HeldOf(scheme.Id))
                       select new NextCertificate(scheme, last, steps, dossier.DueBy(today, scheme, positions), today),
                ]);

            bool IsGood(Certificate certificate) => certificate.StateOn(today)
                is CertificateState.Valid or CertificateState.Renewable or CertificateState.InGrace;
        }
    }
}
