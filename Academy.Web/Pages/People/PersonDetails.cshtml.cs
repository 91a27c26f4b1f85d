using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

[Authorize(Roles = Roles.Administrator)]
public sealed class PersonDetailsModel(
    AcademyDb db, Registrar registrar, RollForms forms, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? PinyinKey { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Name, Seen) = (Person.Name, Person.AsSeen());
        PinyinKey = Person.PinyinKey == Person.Name ? "" : Person.PinyinKey;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var name = forms.Entry(ModelState, nameof(Name), Name, RollEntry.PersonName);
        var key = forms.Entry(ModelState, nameof(PinyinKey), PinyinKey, RollEntry.PinyinKey);
        if (!ModelState.IsValid) return Page();

        return Answer(await WordsAsync(await registrar.EditAsync(User.Actor, Person.Id, Seen, name, key, ct), ct), "Details.Done");
    }
}
