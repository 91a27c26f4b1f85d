using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

/// <summary>A unit with what is below it; its names are changed here.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class BranchModel(
    AcademyDb db, Organizer organizer, RollForms forms, LastActs last, IStringLocalizer<PeopleTexts> words)
    : BranchPage(db, last, words)
{
    private readonly AcademyDb db = db;
    private readonly IStringLocalizer<PeopleTexts> words = words;

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? EnglishName { get; set; }
    public IReadOnlyList<Branch> Units { get; private set; } = [];
    public int People { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Name, EnglishName, Seen) = (Unit.Name, Unit.EnglishName, Unit.AsSeen());
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var name = forms.Entry(ModelState, nameof(Name), Name, RollEntry.Title);
        var english = forms.Entry(ModelState, nameof(EnglishName), EnglishName, RollEntry.EnglishTitle);
        if (ModelState.IsValid
            && await WordsAsync(await organizer.RenameBranchAsync(User.Actor, Unit.Id, Seen, name, english, ct), ct) is { } reason)
        {
            ModelState.AddModelError("", reason);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(ct);
            return Page();
        }

        TempData["Flash"] = words["Branch.Saved", name].Value;
        return Redirect(Address);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var (id, path) = (Unit.Id, Unit.Path);
        Units = await db.Branches.AsNoTracking().Where(b => b.ParentId == id).OrderBy(b => b.Code).ToListAsync(ct);
        People = await db.Employees.Employed().Within(path).CountAsync(ct);
    }
}
