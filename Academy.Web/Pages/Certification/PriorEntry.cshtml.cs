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

/// <summary>Enters by hand what somebody has learned elsewhere, with its evidence.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class PriorEntryModel(
    AcademyDb db, Certifier certifier, BankZone zone, TimeProvider clock, IStringLocalizer<CertificationTexts> words) : PageModel
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public long? SchemeId { get; set; }
    [BindProperty] public DateOnly? IssuedOn { get; set; }
    [BindProperty] public string? Evidence { get; set; }
    public IReadOnlyList<Scheme> Schemes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        IssuedOn = zone.DayOf(clock.GetUtcNow());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var person = await db.Employees.Employed().Numbered(Number ?? "").Select(e => (long?)e.Id).SingleOrDefaultAsync(ct);
        if (person is null) ModelState.AddModelError(nameof(Number), words["Refusal.NoSuchPerson"]);
        if (SchemeId is null) ModelState.AddModelError(nameof(SchemeId), words["Refusal.NoSuchScheme"]);
        if (IssuedOn is null) ModelState.AddModelError(nameof(IssuedOn), words["Prior.NoDay"]);
        if (!ModelState.IsValid) return Page();

        var (id, refusal) = await certifier.RecognizeAsync(
            new PriorLearning(person!.Value, SchemeId!.Value, IssuedOn!.Value, Evidence ?? ""), User.Actor, ct);
        if (refusal is { } reason)
        {
            ModelState.AddModelError(FieldOf(reason), words[$"Refusal.{reason}", Certificate.LongestNote]);
            return Page();
        }

        TempData["Flash"] = words["Prior.Entered"].Value;
        return RedirectToPage("CertificateCard", new { id });
    }

    private static string FieldOf(CertificateRefusal refusal) => refusal switch
    {
        CertificateRefusal.NoteMissing or CertificateRefusal.NoteTooLong => nameof(Evidence),
        CertificateRefusal.DayInTheFuture or CertificateRefusal.AlreadyLapsed or CertificateRefusal.BeforeTheLast => nameof(IssuedOn),
        CertificateRefusal.NoSuchPerson or CertificateRefusal.Oneself or CertificateRefusal.AlreadyCertified => nameof(Number),
        CertificateRefusal.NoSuchScheme => nameof(SchemeId),
        _ => "",
    };

    private async Task LoadAsync(CancellationToken ct) =>
        Schemes = await db.Schemes.AsNoTracking().InForce().OrderBy(s => s.Id).ToListAsync(ct);
}
