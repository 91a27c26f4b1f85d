using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>Gives somebody a one-time password; it is shown in the answer and nowhere else.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class PersonPasswordModel(AcademyDb db, AccountKeeper keeper, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    private readonly IStringLocalizer<PeopleTexts> words = words;

    public string? Password { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Seen = Person.AccountAsSeen();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Password, var refusal) = await keeper.ResetPasswordAsync(HttpContext.Actor, Person.Id, Seen, ct);
        // What people choose for themselves is on no trail, so nobody is named.
        if (refusal is { } reason)
            ModelState.AddModelError("", words[reason == AccountRefusal.Oneself ? "Reset.Oneself" : $"AccountKeeper.{reason}"]);
        await FindAsync(ct);
        Seen = Person.AccountAsSeen();
        return Page();
    }
}
