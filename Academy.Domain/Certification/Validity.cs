namespace Academy.Domain.Certification;

/// <summary>What a certificate is on a day; it follows from days alone and is never stored.</summary>
public enum CertificateState
{
    Valid,

    /// <summary>Valid, and near enough to its last day to be renewed.</summary>
    Renewable,

    /// <summary>Past its last day, and may still be renewed.</summary>
    InGrace,
    Expired,

    /// <summary>Another has taken its place.</summary>
    Renewed,
    Revoked,
}

/// <summary>The days of a certificate, fixed when it is issued.</summary>
/// <param name="IssuedOn">The first day.</param>
/// <param name="RenewableOn">The first day on which what is done counts for the next one.</param>
/// <param name="ExpiresOn">The last day on which it is valid.</param>
/// <param name="GraceUntil">The last day on which it may be renewed.</param>
public readonly record struct Validity(DateOnly IssuedOn, DateOnly RenewableOn, DateOnly ExpiresOn, DateOnly GraceUntil)
{
    /// <summary>The validity of a first certificate, or of one that follows none.</summary>
    public static Validity From(DateOnly issuedOn, SchemeTerms terms) => Counted(issuedOn, issuedOn, terms);

    /// <summary>
    /// The validity of the next one: counted from the old last day when all was done by then, and from the day on which it was done
    /// when that was later.
    /// </summary>
    public Validity Next(DateOnly issuedOn, DateOnly completedOn, SchemeTerms terms) =>
        Counted(issuedOn, completedOn <= ExpiresOn ? ExpiresOn.AddDays(1) : completedOn, terms);

    /// <summary>The last of so many months: the day before the same day, or before the last one of a shorter month.</summary>
    public static DateOnly LastDay(DateOnly first, int months) => first.AddMonths(months).AddDays(-1);

    public CertificateState StateOn(DateOnly day, DateOnly? renewedOn = null, DateOnly? revokedOn = null)
    {
        if (revokedOn <= day) return CertificateState.Revoked;
        if (renewedOn <= day) return CertificateState.Renewed;
        if (day > GraceUntil) return CertificateState.Expired;
        if (day > ExpiresOn) return CertificateState.InGrace;
        return day >= RenewableOn ? CertificateState.Renewable : CertificateState.Valid;
    }

    private static Validity Counted(DateOnly issuedOn, DateOnly first, SchemeTerms terms)
    {
        var last = LastDay(first, terms.ValidMonths);
        return new Validity(issuedOn, last.AddDays(-terms.RenewalDays), last, last.AddDays(terms.GraceDays));
    }
}
