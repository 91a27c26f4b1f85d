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
public sealed class PersonUnlockModel(
    AcademyDb db, AccountKeeper keeper, Tries tries, TimeProvider clock, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    /// <summary>Whether too many wrong tries keep the number shut somewhere: otherwise there is nothing to lift.</summary>
    public bool IsLocked => tries.AreUsedUp(Person.Number, Person.UnlockedAt, clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Seen = Person.LockAsSeen();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        // Nothing is written of nothing; what the same form has lifted before is told once more.
        if (!IsLocked && Person.LockAsSeen() == Seen) return Answer(null, "Unlock.NotNeeded");

        var refusal = await keeper.UnlockAsync(HttpContext.Actor, Person.Id, Seen, ct);
        return Answer(await WordsAsync(refusal, ct), "Unlock.Done");
    }

    protected override Task<string> LookAsync(CancellationToken ct) => Task.FromResult(Person.LockAsSeen());
}
