using Academy.Domain.Archives;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Academy.Domain.Certification;

/// <summary>What the archive keeps of certificates: that they were issued, took the place of another, or were taken back.</summary>
internal static class CertificateArchive
{
    private static readonly TimeOnly Noon = new(12, 0);

    extension(AcademyDb db)
    {
        /// <param name="certificates">What was issued.</param>
        /// <param name="renewing">Those of them that took the place of another.</param>
        /// <param name="ct">Stops the work.</param>
        public Task RecordAsync(IEnumerable<Certificate> certificates, IReadOnlySet<long> renewing, CancellationToken ct)
        {
            var zone = db.GetService<BankZone>();
            return db.RecordAsync([.. certificates.Select(issued => Told(issued, renewing.Contains(issued.Id), zone))], ct);
        }

        public Task RecordRevokedAsync(IEnumerable<(Certificate Certificate, Revocation Revocation)> revoked, CancellationToken ct) =>
            db.RecordAsync([.. revoked.Select(one => Told(one.Certificate, one.Revocation))], ct);
    }

    /// <summary>
    /// It is of the day that it says, on which the branch and the position were those that it tells, whenever it was written.
    /// </summary>
    private static Happening Told(Certificate issued, bool isRenewal, BankZone zone)
    {
        var at = issued.IssuedOn == zone.DayOf(issued.IssuedAt) ? issued.IssuedAt : zone.At(issued.IssuedOn, Noon);
        var kind = isRenewal ? ArchiveKind.CertificateRenewed : ArchiveKind.CertificateIssued;
        return new Happening(
            issued.EmployeeId, kind, $"certificate:{issued.Number}", at, $"scheme:{issued.SchemeId}", issued.Title)
        {
            Score = issued.Score,
            MaxScore = issued.MaxScore,
            Detail = issued.Number,
            BranchId = issued.BranchId,
            PositionId = issued.PositionId,
        };
    }

    private static Happening Told(Certificate certificate, Revocation revocation) => new(
        certificate.EmployeeId, ArchiveKind.CertificateRevoked, $"revocation:{certificate.Number}", revocation.At,
        $"scheme:{certificate.SchemeId}", certificate.Title)
    {
        Detail = $"{certificate.Number} {revocation.Reason}",
    };
}

/// <summary>Certificates of before there was an archive, and what became of them.</summary>
internal sealed class CertificateHistory : IHistorySource
{
    public string Name => "certificates";

    public Task<List<long>> IdsAsync(AcademyDb db, CancellationToken ct) =>
        db.Certificates.OrderBy(c => c.IssuedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);

    public async Task EnterAsync(AcademyDb db, IReadOnlyList<long> ids, CancellationToken ct)
    {
        db.DemandTurn();
        var certificates = await db.Certificates.AsNoTracking().Include(c => c.Revocation).Where(c => ids.Contains(c.Id))
            .OrderBy(c => c.IssuedAt).ThenBy(c => c.Id).ToListAsync(ct);
        var renewing = await db.Renewals.Where(r => ids.Contains(r.CertificateId)).Select(r => r.CertificateId).ToListAsync(ct);
        await db.RecordAsync(certificates, renewing.ToHashSet(), ct);
        await db.RecordRevokedAsync(
            certificates.Where(c => c.Revocation is not null).Select(c => (c, c.Revocation!)), ct);
    }
}
