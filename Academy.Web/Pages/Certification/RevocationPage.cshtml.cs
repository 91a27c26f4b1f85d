using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification;

/// <summary>Takes a certificate back, with a reason that the holder reads and strangers do not.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class RevocationPageModel(AcademyDb db, Certifier certifier, IStringLocalizer<CertificationTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty] public string? Reason { get; set; }
    public Certificate Certificate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        if (await certifier.RevokeAsync(Id, Reason, User.Actor, ct) is not { } refusal)
        {
            TempData["Flash"] = words["Revoked.Flash"].Value;
            return RedirectToPage("CertificateCard", new { Id });
        }

        var isAboutReason = refusal is CertificateRefusal.NoteMissing or CertificateRefusal.NoteTooLong;
        ModelState.AddModelError(isAboutReason ? nameof(Reason) : "", words[$"Refusal.{refusal}", Revocation.LongestReason]);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } certificate) return false;

        Certificate = certificate;
        return true;
    }
}
