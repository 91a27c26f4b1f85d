using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

[Authorize(Roles = Roles.Administrator)]
public sealed class PersonAccountModel(AcademyDb db, Steward steward, IStringLocalizer<PeopleTexts> words) : PersonPage(db, words)
{
    private readonly IStringLocalizer<PeopleTexts> words = words;

    [BindProperty] public bool Disable { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var refusal = Disable ? await steward.DisableAsync(User.Actor, Person, ct) : await steward.EnableAsync(User.Actor, Person, ct);
        return Answer(
            refusal is { } reason ? words[$"Steward.{reason}"].Value : null,
            Disable ? "Account.Disable.Done" : "Account.Enable.Done");
    }
}
