using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>Gives somebody a one-time password; it is shown in the answer and nowhere else.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class PersonPasswordModel(AcademyDb db, Steward steward, IStringLocalizer<PeopleTexts> words) : PersonPage(db, words)
{
    private readonly IStringLocalizer<PeopleTexts> words = words;

    public string? Password { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Password, var refusal) = await steward.ResetPasswordAsync(User.Actor, Person, ct);
        if (refusal is { } reason)
            ModelState.AddModelError("", words[reason == StewardRefusal.Oneself ? "Reset.Oneself" : $"Steward.{reason}"]);
        return Page();
    }
}
