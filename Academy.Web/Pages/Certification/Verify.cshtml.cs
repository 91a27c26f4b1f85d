using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Certification;

/// <summary>
/// Shows whoever has a certificate before them all that is printed on it, and what it is today. A code that is none and one that nobody
/// has are answered alike.
/// </summary>
[AllowAnonymous, EnableRateLimiting(VerificationLimit.Name)]
public sealed class VerifyModel(AcademyDb db, BankZone zone, TimeProvider clock) : PageModel
{
    private const int Longest = 60;

    public Certificate? Certificate { get; private set; }
    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>What was typed, so that it can be mended.</summary>
    public string Typed { get; private set; } = "";

    public bool IsAsked => Typed.Length > 0;

    /// <summary>What strangers are told: that it may be renewed already is the holder's business.</summary>
    public CertificateState Shown { get; private set; }

    /// <summary>Until when it is what it is, or since when.</summary>
    public DateOnly Since { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "code")] string? asked, CancellationToken ct)
    {
        Typed = Cut.Start((RouteData.Values["code"] as string ?? asked ?? "").Trim(), Longest);
        CheckedAt = clock.GetUtcNow();
        if (!IsAsked) return Page();

        if (Domain.Certification.Certificate.CodeIn(Typed) is { } code)
            Certificate = await db.Certificates.AsNoTracking().WithFate().SingleOrDefaultAsync(c => c.Code == code, ct);
        if (Certificate is null)
        {
            var unknown = Page();
            unknown.StatusCode = StatusCodes.Status404NotFound;
            return unknown;
        }

        Tell(Certificate);
        return Page();
    }

    private void Tell(Certificate certificate)
    {
        var state = certificate.StateOn(zone.DayOf(CheckedAt));
        Shown = state == CertificateState.Renewable ? CertificateState.Valid : state;
        Since = Shown switch
        {
            CertificateState.Revoked => certificate.Revocation!.On,
            CertificateState.Renewed => certificate.RenewedBy!.On,
            _ => certificate.ExpiresOn,
        };
    }
}
