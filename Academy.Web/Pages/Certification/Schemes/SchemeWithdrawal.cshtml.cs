using Academy.Domain.Certification;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification.Schemes;

/// <summary>Nobody is certified by a scheme any more. Certificates that were issued stay what they are.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class SchemeWithdrawalModel(Accreditor accreditor, IStringLocalizer<CertificationTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("EditScheme", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await accreditor.WithdrawAsync(Id, User.Actor, ct);
        if (refusal == SchemeRefusal.NoSuchScheme) return NotFound();

        this.Say(refusal is null ? null : words[$"Scheme.Refusal.{refusal}", 0].Value, words["Scheme.Withdrawn.Flash"]);
        return RedirectToPage("Schemes");
    }
}
