using Academy.Domain.Assignments;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

/// <summary>Writes to those who are missing in a cell of the matrix.</summary>
[Authorize(Roles = Territory.Nudgers)]
public sealed class NudgesModel(CoverageLedger ledger, Nudger nudger, IStringLocalizer<CoverageTexts> words) : PageModel
{
    [BindProperty] public string? Unit { get; set; }
    [BindProperty] public bool Own { get; set; }
    [BindProperty] public string? Post { get; set; }
    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public string? Back { get; set; }

    public IActionResult OnGet() => RedirectToPage("Coverage");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var coverage = await ledger.ReadAsync(ct);
        if (string.IsNullOrEmpty(Unit) || Territory.Of(User, coverage)?.Find(Unit) is not { } unit) return NotFound();
        if (string.IsNullOrEmpty(Subject) || coverage.Subjects.All(s => s.Key != Subject)) return NotFound();

        var position = coverage.Positions.FirstOrDefault(p => p.Slug == Post);
        if (position is null && !string.IsNullOrEmpty(Post)) return NotFound();

        if (await nudger.NudgeAsync(new CoverageScope(unit, Own, position), Subject, User.Actor, ct) is not { } nudged) return NotFound();

        TempData["Flash"] = nudged > 0 ? words["Nudged", Count.Of(nudged)].Value : words["Nudged.None"].Value;
        return LocalRedirect(ReturnAddress.Local(Back, "/branch"));
    }
}
