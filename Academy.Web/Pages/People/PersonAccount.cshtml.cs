using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

[Authorize(Roles = Roles.Administrator)]
public sealed class PersonAccountModel(AcademyDb db, AccountKeeper keeper, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    [BindProperty, BindRequired] public bool Disable { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var refusal = Disable
            ? await keeper.DisableAsync(HttpContext.Actor, Person.Id, ct)
            : await keeper.EnableAsync(HttpContext.Actor, Person.Id, ct);
        return Answer(await WordsAsync(refusal, ct), Disable ? "Account.Disable.Done" : "Account.Enable.Done");
    }
}
