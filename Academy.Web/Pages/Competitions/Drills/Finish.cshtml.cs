using Academy.Domain.Competitions.Drills;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>Ends a run with what was taken down of it.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class FinishModel(Timekeeper timekeeper) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Run", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await timekeeper.FinishAsync(User.Id, Id, ct) is null ? RedirectToPage("Result", new { Id }) : NotFound();
}
