using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

[Authorize(Roles = Roles.Administrator)]
public sealed class PersonRolesModel(AcademyDb db, AccountKeeper keeper, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    private readonly AcademyDb db = db;

    [BindProperty] public List<string> Chosen { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Chosen = await HeldAsync(ct);
        Seen = RolesFacts.Of(Chosen).AsSeen();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Chosen.Except(Roles.All).Any()) return BadRequest();
        if (!await FindAsync(ct)) return NotFound();

        var refusal = await keeper.SetRolesAsync(HttpContext.Actor, Person.Id, Seen, Chosen, ct);
        return Answer(await WordsAsync(refusal, ct), "Roles.Done");
    }

    protected override async Task<string> LookAsync(CancellationToken ct) => RolesFacts.Of(await HeldAsync(ct)).AsSeen();

    private Task<List<string>> HeldAsync(CancellationToken ct)
    {
        var id = Person.Id;
        return db.UserRoles
            .Where(r => r.UserId == id)
            .Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name!)
            .ToListAsync(ct);
    }
}
