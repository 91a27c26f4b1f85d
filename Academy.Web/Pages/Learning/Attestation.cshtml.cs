using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning;

/// <summary>Where a reader signs that the edition in force has been read and understood.</summary>
[Authorize]
public sealed class AttestationModel(AcademyDb db, Witness witness, KnownDevices devices, IStringLocalizer<LearningTexts> words) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";
    [BindProperty] public string? Password { get; set; }

    /// <summary>The edition that the person saw when the page was opened.</summary>
    [BindProperty] public int Edition { get; set; }
    public CourseProgress Course { get; private set; } = null!;
    public Signature Signature { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var caller = devices.CallerOf(HttpContext) with { IsIn = true };
        if (await witness.SignAsync(User.Id, Slug, Edition, Password ?? "", caller, ct) is not { } refusal)
        {
            TempData["Flash"] = words["Signing.Done"].Value;
            return Redirect($"/courses/{Slug}/attestation");
        }

        if (refusal is SigningRefusal.AlreadySigned or SigningRefusal.NotAllRead) return Redirect($"/courses/{Slug}/attestation");

        if (!await FindAsync(ct)) return NotFound();

        ModelState.AddModelError(
            nameof(Password),
            words[$"Signing.{refusal}", refusal == SigningRefusal.EditionChanged ? Signature.Edition : Tries.Window.TotalMinutes]);
        return refusal == SigningRefusal.Crowded ? this.AskToComeBack(Turnstile.ComeBack) : Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.CourseProgressAsync(User.Id, Slug, ct) is not [var course]) return false;
        if (await db.SignatureAsync(User.Id, Slug, ct) is not { } signature) return false;

        (Course, Signature) = (course, signature);
        return true;
    }
}
