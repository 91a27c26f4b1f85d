using Academy.Domain;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.Files.Pdf;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Certification;

/// <summary>A certificate with all that is printed on it, and as a file: one's own, or those of whom one looks after.</summary>
[Authorize]
public sealed class CertificateCardModel(
    AcademyDb db, PdfPress press, PrintRoom room, CertificateDrawing drawing, AcademySettings settings, BankZone zone, TimeProvider clock)
    : PageModel
{
    private const string Pdf = "application/pdf";

    [FromRoute] public long Id { get; set; }
    public Certificate Certificate { get; private set; } = null!;
    public DateOnly Today => zone.DayOf(clock.GetUtcNow());
    public bool HasFont => press.HasFont;

    /// <summary>Whether too many want a file at once.</summary>
    public bool IsCrowded { get; private set; }

    public bool MayCertify => User.IsInRole(Roles.Administrator);

    public bool MayRevoke =>
        Certificate.StateOn(Today) is CertificateState.Valid or CertificateState.Renewable or CertificateState.InGrace;

    public string Verification => Addresses.OfVerification(Certificate.Code);

    /// <summary>Whether it is looked at as one of the bank's, and not as one's own.</summary>
    public bool IsFromRegister => MayCertify && Certificate.EmployeeId != User.Id;

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (format is not (null or "pdf")) return NotFound();
        if (await db.CertificatesFor(User).AsNoTracking().WithFate().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } certificate)
            return NotFound();

        Certificate = certificate;
        if (format is null) return Page();

        var address = settings.Outside(Verification) ?? $"{Request.Scheme}://{Request.Host}{Verification}";
        var printing = await room.PrintAsync($"certificate {Id} {address}", User.Id, () => drawing.Of(Certificate, address), ct);
        IsCrowded = printing.IsCrowded;
        if (printing.File is not { } file) return IsCrowded ? this.AskToComeBack(PrintRoom.ComeBack) : Page();

        HttpContext.ConfineFile(Pdf);
        Response.Headers.ContentDisposition = $"inline; filename={Certificate.Number}.pdf";
        return File(file, Pdf);
    }
}
