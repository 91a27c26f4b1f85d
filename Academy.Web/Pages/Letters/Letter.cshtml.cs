using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Letters;

/// <summary>Opens one of one's own letters: it counts as read, and leads to the page that it is about.</summary>
[Authorize]
public sealed class LetterModel(AcademyDb db, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Inbox");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await db.Letters.Of(User.Id).SingleOrDefaultAsync(l => l.Id == Id, ct) is not { } letter) return NotFound();

        letter.Read(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return LocalRedirect(letter.Address);
    }
}
