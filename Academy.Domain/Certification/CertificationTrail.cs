using Academy.Domain.Auditing;
using Academy.Domain.Scoring;

namespace Academy.Domain.Certification;

/// <summary>What the trail tells of here.</summary>
public static class CertificationTrail
{
    public static readonly AuditSubject Scheme = new(nameof(Scheme));
    public static readonly AuditSubject Certificate = new(nameof(Certificate));

    public static readonly Act SchemeAdded = new(nameof(SchemeAdded));
    public static readonly Act SchemeEdited = new(nameof(SchemeEdited));
    public static readonly Act SchemeWithdrawn = new(nameof(SchemeWithdrawn));
    public static readonly Act CertificateIssued = new(nameof(CertificateIssued));
    public static readonly Act CertificateRenewed = new(nameof(CertificateRenewed));
    public static readonly Act CertificateRevoked = new(nameof(CertificateRevoked));
    public static readonly Act PriorLearningEntered = new(nameof(PriorLearningEntered));
    public static readonly Act CertificatesExported = new(nameof(CertificatesExported));

    public static readonly Changes ChangesOfScheme = new(Scheme, [SchemeAdded, SchemeEdited, SchemeWithdrawn]);
    public static readonly Changes ChangesOfCertificate =
        new(Certificate, [CertificateIssued, CertificateRenewed, CertificateRevoked, PriorLearningEntered]);
}

/// <summary>What a scheme asks for.</summary>
internal sealed record SchemeFacts(
    string Title, string EnglishTitle, string Prefix, IReadOnlyList<string> Positions, IReadOnlyList<string> Requirements,
    IReadOnlyList<string> RenewalPath, int ValidMonths, int RenewalDays, int GraceDays, bool NeedsApproval, DateOnly StartsOn,
    bool Withdrawn) : IFacts
{
    public static SchemeFacts Of(Scheme scheme) => Of(scheme.Terms, scheme.WithdrawnAt is not null);

    public static SchemeFacts Of(SchemeTerms terms, bool withdrawn) => new(
        terms.Title, terms.EnglishTitle, terms.Prefix, terms.Positions, [.. terms.Requirements.Select(Tell)],
        [.. terms.Renewal.Select(Tell)], terms.ValidMonths, terms.RenewalDays, terms.GraceDays, terms.NeedsApproval, terms.StartsOn,
        withdrawn);

    private static string Tell(Requirement requirement)
    {
        string?[] parts =
        [
            requirement.Of,
            requirement.Mark is { } mark ? $"≥ {mark:0.##}" : null,
            requirement.Level is { } level ? $"L{level}" : null,
            requirement.Rank is { } rank ? $"≤ #{rank}" : null,
            requirement.WithinMonths is { } months ? $"{months} m" : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }
}

/// <summary>Who was certified as what, and until when.</summary>
internal sealed record CertificateFacts(
    string Holder, string Title, Points? Score, DateOnly IssuedOn, DateOnly ExpiresOn, CertificateOrigin Origin, string Note,
    string? Renews) : IFacts
{
    public static CertificateFacts Of(Certificate certificate, string? renews) => new(
        $"{certificate.HolderNumber} {certificate.HolderName}", certificate.Title, certificate.Score, certificate.IssuedOn,
        certificate.ExpiresOn, certificate.Origin, certificate.Note, renews);
}

/// <summary>Why a certificate was taken back.</summary>
internal sealed record RevocationFacts(string Reason) : IFacts;
