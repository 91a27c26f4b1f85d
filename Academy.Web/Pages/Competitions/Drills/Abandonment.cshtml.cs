using Academy.Domain.Competitions.Drills;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>Gives a run up.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class AbandonmentModel(Timekeeper timekeeper) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Run", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await timekeeper.AbandonAsync(User.Id, Id, ct) is null ? RedirectToPage("Drills") : NotFound();
}
