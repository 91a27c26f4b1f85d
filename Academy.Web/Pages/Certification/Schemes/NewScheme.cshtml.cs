using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification.Schemes;

[Authorize(Roles = Roles.Administrator)]
public sealed class NewSchemeModel(
    AcademyDb db, Accreditor accreditor, CertificateWords certificates, DrillWords drills, BankZone zone, TimeProvider clock,
    IStringLocalizer<CertificationTexts> words) : SchemePage(db, certificates, drills, words)
{
    private const int UsualMonths = 24, UsualWindow = 90, UsualGrace = 30;
    private readonly IStringLocalizer<CertificationTexts> words = words;

    /// <summary>What makes one scheme of a form that is sent twice.</summary>
    [BindProperty] public string? Key { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Key = Accreditor.NewKey();
        (Form.ValidMonths, Form.RenewalDays, Form.GraceDays) = (UsualMonths, UsualWindow, UsualGrace);
        Form.StartsOn = zone.DayOf(clock.GetUtcNow());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return Page();

        var (id, refusal) = await accreditor.AddAsync(Key, Form.Read(), User.Actor, ct);
        if (refusal is { } reason)
        {
            Refuse(reason);
            return Page();
        }

        TempData["Flash"] = words["Scheme.Added"].Value;
        return RedirectToPage("EditScheme", new { id });
    }
}
