using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

[Authorize(Roles = Roles.Administrator)]
public sealed partial class NewPositionModel(Organizer organizer, RollForms forms, IStringLocalizer<PeopleTexts> words) : PageModel
{
    /// <summary>The address of this page is no position's.</summary>
    private const string Reserved = "new";

    [BindProperty] public string? Slug { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? EnglishName { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var slug = forms.Text(ModelState, nameof(Slug), Slug, 50);
        if (slug.Length > 0 && (!SlugForm().IsMatch(slug) || slug == Reserved)) ModelState.AddModelError(nameof(Slug), words["Form.Slug"]);
        var name = forms.Text(ModelState, nameof(Name), Name);
        var english = forms.Text(ModelState, nameof(EnglishName), EnglishName, 200, isRequired: false);
        if (!ModelState.IsValid) return Page();

        if (await organizer.AddPositionAsync(User.Actor, slug, name, english, ct) is { } reason)
        {
            ModelState.AddModelError(nameof(Slug), words[$"Organizer.{reason}"]);
            return Page();
        }

        TempData["Flash"] = words["Position.Added", name].Value;
        return Redirect("/admin/positions");
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial System.Text.RegularExpressions.Regex SlugForm();
}
