using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

[Authorize(Roles = Roles.Administrator)]
public sealed class NewPositionModel(Organizer organizer, RollForms forms, IStringLocalizer<PeopleTexts> words) : PageModel
{
    [BindProperty] public string? Slug { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? EnglishName { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var slug = forms.Entry(ModelState, nameof(Slug), Slug, RollEntry.PositionSlug);
        var name = forms.Entry(ModelState, nameof(Name), Name, RollEntry.Title);
        var english = forms.Entry(ModelState, nameof(EnglishName), EnglishName, RollEntry.EnglishTitle);
        if (!ModelState.IsValid) return Page();

        if (await organizer.AddPositionAsync(User.Actor, slug, name, english, ct) is { } reason)
        {
            ModelState.AddModelError(nameof(Slug), words[$"Organizer.{reason}"]);
            return Page();
        }

        TempData["Flash"] = words["Position.Added", name].Value;
        return Redirect("/admin/positions");
    }
}
