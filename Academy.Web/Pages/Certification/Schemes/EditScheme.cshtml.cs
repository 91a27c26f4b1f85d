using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification.Schemes;

[Authorize(Roles = Roles.Administrator)]
public sealed class EditSchemeModel(
    AcademyDb db, Accreditor accreditor, CertificateWords certificates, DrillWords drills, LastActs last,
    IStringLocalizer<CertificationTexts> words) : SchemePage(db, certificates, drills, words)
{
    private readonly AcademyDb db = db;
    private readonly IStringLocalizer<CertificationTexts> words = words;

    [FromRoute] public long Id { get; set; }
    public Scheme Scheme { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Form, Seen) = (SchemeForm.Of(Scheme.Terms), Scheme.Terms.AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var refusal = await accreditor.ChangeAsync(Id, Seen, Form.Read(), User.Actor, ct);
        if (refusal is null)
        {
            TempData["Flash"] = words["Scheme.Changed"].Value;
            return RedirectToPage(new { Id });
        }

        await FindAsync(ct);
        if (refusal == SchemeRefusal.ChangedMeanwhile)
        {
            ModelState.AddModelError("", await last.SayAsync(CertificationTrail.ChangesOfScheme, Scheme.Key, Since, ct));
            See(Scheme.Terms.AsSeen());
        }
        else Refuse(refusal.Value);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, ct) is not { } scheme) return false;

        Scheme = scheme;
        await LoadAsync(ct);
        return true;
    }
}
