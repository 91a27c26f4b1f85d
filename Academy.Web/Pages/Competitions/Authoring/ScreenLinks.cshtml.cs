using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>The screens that hang in staff rooms. The link of a new one is shown once, and never again.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ScreenLinksModel(AcademyDb db, Screens screens, IStringLocalizer<ResultsTexts> words) : PageModel
{
    private const string Secret = "ScreenSecret";

    [BindProperty] public string? Label { get; set; }
    public IReadOnlyList<ScreenLink> Screens { get; private set; } = [];

    /// <summary>The address of the screen that was hung up just now.</summary>
    public string? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (TempData[Secret] is string secret) Made = $"{Request.Scheme}://{Request.Host}/standings/screen/{secret}";
        await FindAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (secret, refusal) = await screens.HangAsync(Label, User.Actor, ct);
        if (refusal is null)
        {
            TempData[Secret] = secret;
            return RedirectToPage();
        }

        await FindAsync(ct);
        ModelState.AddModelError(nameof(Label), words[$"Screens.Refusal.{refusal}", Limit(refusal.Value)]);
        return Page();
    }

    private async Task FindAsync(CancellationToken ct) =>
        Screens = await db.ScreenLinks.AsNoTracking().Hanging().OrderBy(s => s.Label).ThenBy(s => s.Id).ToListAsync(ct);

    private static int Limit(ScreenRefusal refusal) =>
        refusal == ScreenRefusal.TooMany ? ScreenLink.Most : ScreenLink.LongestLabel;
}
