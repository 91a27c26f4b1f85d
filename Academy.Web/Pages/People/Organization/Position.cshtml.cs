using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

[Authorize(Roles = Roles.Administrator)]
public sealed class PositionModel(
    AcademyDb db, Organizer organizer, RollForms forms, LastActs last, IStringLocalizer<PeopleTexts> words) : FormPage
{
    [FromRoute] public string Slug { get; set; } = "";
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? EnglishName { get; set; }
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

        var name = forms.Entry(ModelState, nameof(Name), Name, RollEntry.Title);
        var english = forms.Entry(ModelState, nameof(EnglishName), EnglishName, RollEntry.EnglishTitle);
        if (!ModelState.IsValid) return Page();

        var isRefused = await organizer.RenamePositionAsync(User.Actor, Position.Id, Seen, name, english, ct) is not null;
        return Answer(isRefused ? await SayChangeAsync(ct) : null, words["Position.Saved", name], "/admin/positions");
    }

    /// <summary>Whoever reads it knows what the position is called now.</summary>
    private async Task<string> SayChangeAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        var said = await last.SayAsync(PeopleTrail.ChangesOfPosition, Slug, Since, ct);
        See(Position.AsSeen());
        return said;
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Positions.AsNoTracking().SingleOrDefaultAsync(p => p.Slug == Slug, ct) is not { } position) return false;

        Position = position;
        return true;
    }
}
