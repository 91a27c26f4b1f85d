using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

[Authorize(Roles = Roles.Administrator)]
public sealed class PositionModel(
    AcademyDb db, Organizer organizer, RollForms forms, LastActs last, IStringLocalizer<PeopleTexts> words) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? EnglishName { get; set; }

    /// <summary>What the form showed, told from what else it could have been.</summary>
    [BindProperty] public string? Seen { get; set; }
    public Position Position { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Name, EnglishName, Seen) = (Position.Name, Position.EnglishName, Position.AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var name = forms.Text(ModelState, nameof(Name), Name);
        var english = forms.Text(ModelState, nameof(EnglishName), EnglishName, 200, isRequired: false);
        if (!ModelState.IsValid) return Page();

        if (await organizer.RenamePositionAsync(User.Actor, Position.Id, Seen, name, english, ct) is not null)
        {
            ModelState.AddModelError("", await last.SayAsync(PeopleTrail.ChangesOfPosition, Slug, ct));
            return Page();
        }

        TempData["Flash"] = words["Position.Saved", name].Value;
        return Redirect("/admin/positions");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Positions.AsNoTracking().SingleOrDefaultAsync(p => p.Slug == Slug, ct) is not { } position) return false;

        Position = position;
        return true;
    }
}
