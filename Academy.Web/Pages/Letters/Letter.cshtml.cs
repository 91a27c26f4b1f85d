using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Letters;

/// <summary>Opens one of one's own letters: it counts as read, and leads to the page that it is about.</summary>
[Authorize]
public sealed class LetterModel(AcademyDb db, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Inbox");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await db.OpenLetterAsync(User.Id, Id, clock.GetUtcNow(), ct) is { } address ? LocalRedirect(address) : NotFound();
}
