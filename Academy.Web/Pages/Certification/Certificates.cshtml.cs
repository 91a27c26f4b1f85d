using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Certification;

/// <summary>One's own certificates, and what is still lacking for the next.</summary>
[Authorize]
public sealed class CertificatesModel(AcademyDb db, LevelTable levels, BankZone zone, TimeProvider clock, CertificateWords words)
    : PageModel
{
    public PersonPaths Paths { get; private set; } = null!;
    public AskedTitles Titles { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Titles = await words.TitlesAsync(ct);
        Paths = await db.PersonPathsAsync(User.Id, levels, zone, clock.GetUtcNow(), ct);
    }
}
