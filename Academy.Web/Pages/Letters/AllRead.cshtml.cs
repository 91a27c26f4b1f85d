using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Letters;

/// <summary>Marks all of one's own letters as read.</summary>
[Authorize]
public sealed class AllReadModel(AcademyDb db, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("Inbox");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await db.ReadAllLettersAsync(User.Id, clock.GetUtcNow(), ct);
        return RedirectToPage("Inbox");
    }
}
