using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Assignments;
using Academy.Web.Pages.Certification;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>Writes to one person about all that is missing.</summary>
[Authorize(Roles = Territory.Nudgers)]
public sealed class PersonNudgeModel(AcademyDb db, Nudger nudger, IStringLocalizer<RemindersTexts> words) : PageModel
{
    [FromRoute] public string Number { get; set; } = "";

    public IActionResult OnGet() => RedirectToPage("Person", new { Number });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await db.PeopleFor(User).Numbered(Number).Select(e => (long?)e.Id).SingleOrDefaultAsync(ct) is not { } id) return NotFound();
        if (await nudger.NudgeAsync(id, User.Actor, ct) is not { } nudged) return NotFound();

        TempData["Flash"] = nudged > 0 ? words["Person.Reminded", Count.Of(nudged)].Value : words["Person.Reminded.None"].Value;
        return RedirectToPage("Person", new { Number });
    }
}
