using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>Has the wrong tries on somebody's number forgotten.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class PersonUnlockModel(AcademyDb db, AccountKeeper keeper, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Seen = Person.LockAsSeen();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var refusal = await keeper.UnlockAsync(HttpContext.Actor, Person.Id, Seen, ct);
        return Answer(await WordsAsync(refusal, ct), "Unlock.Done");
    }

    protected override Task<string> LookAsync(CancellationToken ct) => Task.FromResult(Person.LockAsSeen());
}
