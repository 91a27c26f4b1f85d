using Academy.Domain.Certification;

namespace Academy.Jobs.Certification;

/// <summary>Issues and renews the certificates of who has done all that it takes, also what was due while the academy was down.</summary>
public sealed class IssueCertificates(Certifier certifier) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct) =>
        Tally.Of((Counted.CertificatesIssued, await certifier.IssueDueAsync(ct)));
}
