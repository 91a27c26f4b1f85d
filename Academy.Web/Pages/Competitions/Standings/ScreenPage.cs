using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>What a screen in a staff room shows; whoever has the secret of its link sees it, and nothing else.</summary>
public abstract class ScreenPage(AcademyDb db, WallSlides slides) : PageModel
{
    [FromRoute] public string Secret { get; set; } = "";
    public Wall Wall { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.IsHangingAsync(Secret, ct)) return NotFound();

        Wall = await slides.ReadAsync(ct);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
