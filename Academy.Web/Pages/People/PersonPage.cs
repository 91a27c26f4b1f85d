using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>A page about one person of the roll.</summary>
public abstract class PersonPage(AcademyDb db, IStringLocalizer<PeopleTexts> words) : PageModel
{
    [FromRoute] public string Number { get; set; } = "";
    public Employee Person { get; private set; } = null!;
    public string Address => $"/admin/people/{Person.Number}";

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Employees.Numbered(Number).ForChange().SingleOrDefaultAsync(ct) is not { } person) return false;

        Person = person;
        return true;
    }

    /// <summary>Back to the person, saying what was done; or the page again, saying why not.</summary>
    protected IActionResult Answer(string? objection, string done)
    {
        if (objection is not null)
        {
            ModelState.AddModelError("", objection);
            return Page();
        }

        TempData["Flash"] = words[done, Person.Name].Value;
        return Redirect(Address);
    }
}
