using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>Where letters to somebody are mailed.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class PersonMailModel(
    AcademyDb db, Registrar registrar, RollForms forms, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    [BindProperty] public string? MailAddress { get; set; }

    protected override Changes Shown => PeopleTrail.ChangesOfMail;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (MailAddress, Seen) = (Person.Email, Person.MailAsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var address = forms.Entry(ModelState, nameof(MailAddress), MailAddress, RollEntry.MailAddress);
        if (!ModelState.IsValid) return Page();

        return Answer(await WordsAsync(await registrar.MailToAsync(User.Actor, Person.Id, Seen, address, ct), ct), "Mail.Done");
    }

    protected override Task<string> LookAsync(CancellationToken ct) => Task.FromResult(Person.MailAsSeen());
}
