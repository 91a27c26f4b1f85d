using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Assignments;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Certification;

/// <summary>The certificates of somebody whom one looks after, and what they lack.</summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class PersonCertificatesModel(
    AcademyDb db, LevelTable levels, BankZone zone, TimeProvider clock, CertificateWords words, Wording say) : PageModel
{
    [FromRoute] public string Number { get; set; } = "";
    public string Name { get; private set; } = "";
    public string PersonNumber { get; private set; } = "";
    public string Place { get; private set; } = "";
    public PersonPaths Paths { get; private set; } = null!;
    public AskedTitles Titles { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.PeopleFor(User).Numbered(Number)
            .Select(e => new { e.Id, e.Name, Number = e.UserName!, e.Branch, e.Position })
            .SingleOrDefaultAsync(ct);
        if (found is null) return NotFound();

        (Name, PersonNumber) = (found.Name, found.Number);
        Place = $"{say.In(found.Branch.Name, found.Branch.EnglishName)} {say.In(found.Position.Name, found.Position.EnglishName)}";
        Titles = await words.TitlesAsync(ct);
        Paths = await db.PersonPathsAsync(found.Id, levels, zone, clock.GetUtcNow(), ct);
        return Page();
    }
}
