using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

[Authorize(Roles = Roles.Administrator)]
public sealed class PersonDetailsModel(AcademyDb db, Registrar registrar, RollForms forms, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, words)
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? PinyinKey { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Name, PinyinKey) = (Person.Name, Person.PinyinKey);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var name = forms.Text(ModelState, nameof(Name), Name);
        var key = forms.PinyinKey(ModelState, nameof(PinyinKey), PinyinKey);
        if (!ModelState.IsValid) return Page();

        await registrar.EditAsync(User.Actor, Person, name, key, ct);
        return Answer(null, "Details.Done");
    }
}
